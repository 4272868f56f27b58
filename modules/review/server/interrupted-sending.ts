import { setTimeout as sleep } from 'node:timers/promises'
import { areaIdsWithin } from '#modules/geography'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import type { NewAnswer } from '../contract.ts'
import { sendAnswers } from './takes.ts'

/** What a tablet sends, taken in by a process of its own, so that tests can kill it when all is written and nothing committed. */
const { programUrl, userId, areaId, takeId, sentAt, answers } = JSON.parse(process.argv[2]!) as {
  programUrl: string
  userId: string
  areaId: number
  takeId: string
  sentAt: never
  answers: NewAnswer[]
} // As whoever starts it wrote it.
const db = openDatabase(programUrl, 2)
const silent = { publish: async () => {}, record: () => '' }
const areaIds = await request(db, { actor: systemActor() }, silent, (ctx) => areaIdsWithin(ctx, areaId))
await request(db, { actor: { ...systemActor(), userId, areaId, areaIds } }, silent, async (ctx) => {
  await sendAnswers(ctx, { id: takeId, sentAt, answers })
  process.stdout.write('written\n')
  await sleep(60_000)
})
await db.destroy()
