import { dayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { getApplication, listEntered, listFallenDue, type Moments } from '../db/applications.ts'
import { isWaiting, stepOn } from '../domain/edition.ts'
import { editionKept, getProcedure } from './find-procedure.ts'
import { correspondentOf, type Correspondent } from './news.ts'

/** A file that waits for its applicant, or that should have been answered: whom to tell, and what of. */
export type WaitingFile = {
  readonly id: string
  readonly code: string
  readonly areaId: number
  readonly isConfidential: boolean
  readonly dueOn: CivilDate | null
  readonly correspondent: Correspondent
}
/** One of them before anybody is looked up: what makes it one piece of news, once. */
export type Waiting = { readonly id: string; readonly since: Instant }

/** Files that came to wait for papers of their applicant between these moments, and still do. */
export async function filesWaitingForPapers(ctx: Ctx, between: Moments): Promise<readonly Waiting[]> {
  const rows = await listEntered(ctx, between)
  return rows
    .filter(({ procedure, edition, step }) => actorOf(ctx, { procedure, edition, step }) === 'applicant')
    .map(({ id, stepSince }) => ({ id, since: stepSince }))
}

/** Files whose day of the answer passed between these moments, while somebody of the office had them in hand. */
export async function filesFallenDue(ctx: Ctx, between: Moments): Promise<readonly Waiting[]> {
  const rows = await listFallenDue(ctx, between)
  return rows
    .filter((row) => {
      const by = actorOf(ctx, row)
      return by !== undefined && by !== 'applicant'
    })
    .map(({ id, dueAt }) => ({ id, since: dueAt! })) // It fell due, so there is a moment.
}

export async function waitingFile(ctx: Ctx, id: string): Promise<WaitingFile> {
  const application = await getApplication(ctx, id)
  const { code, areaId, isConfidential, dueAt } = application
  return {
    id,
    code,
    areaId,
    isConfidential,
    dueOn: dueAt && dayOf(dueAt),
    correspondent: await correspondentOf(ctx, application),
  }
}

type Standing = { readonly procedure: string; readonly edition: string; readonly step: string }

/** For whom a file waits where it stands; undefined at an end. */
function actorOf(ctx: Ctx, { procedure, edition, step: stands }: Standing) {
  const step = stepOn(editionKept(getProcedure(procedure), edition), stands, ctx.today)
  return isWaiting(step) ? step.by : undefined
}
