import { filesFallenDue, filesWaitingForPapers, waitingFile, type Waiting } from '#modules/applications'
import { addSeconds } from '#kernel/civil-date'
import { readConfiguration } from '#platform/server/configuration'
import type { Ctx } from '#platform/server/context'
import { listToldKeys } from '../db/notices.ts'
import type { NewsKind } from '../domain/kinds.ts'
import { looksBack, remindedAfter } from '../domain/retry.ts'
import { seeAll } from './see-all.ts'
import { tellPerson } from './tell-person.ts'

/**
 * What nobody’s action tells, but time: papers that were asked for and did not come, and an answer that did not come on its
 * day. Each is said by wire alone, for what has to be brought by hand was brought when it was asked for. The days looked back
 * on are more than one, so that a server that stood still for a day reminds all the same.
 */
export async function remindPeople(ctx: Ctx) {
  const { wires } = readConfiguration()
  if (!wires.sms && !wires.email) return
  const seeing = seeAll(ctx)
  for (const days of remindedAfter) {
    const waiting = await filesWaitingForPapers(seeing, daysAgo(ctx, days))
    await tell(seeing, 'papers_reminder', `papers:${days}`, waiting)
  }
  await tell(seeing, 'overdue', 'overdue', await filesFallenDue(seeing, daysAgo(ctx, 0)))
}

function daysAgo({ now }: Ctx, days: number) {
  const before = addSeconds(now, -days * aDay)
  return { from: addSeconds(before, -looksBack * aDay), before }
}

const aDay = 24 * 3600

async function tell(ctx: Ctx, kind: NewsKind, about: string, files: readonly Waiting[]) {
  const keyOf = ({ id, since }: Waiting) => `${about}:${id}:${since}`
  const told = await listToldKeys(ctx, files.map(keyOf))
  for (const waiting of files) {
    const key = keyOf(waiting)
    if (told.has(key)) continue
    const { correspondent, dueOn, ...file } = await waitingFile(ctx, waiting.id)
    await tellPerson(ctx, { key, kind, file, dueOn, correspondent })
  }
}
