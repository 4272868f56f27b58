import { setTimeout as sleep } from 'node:timers/promises'
import { mergePair } from '#modules/duplicates'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import { aftermath } from '../composition.ts'

/** A merge in a process of its own, so that tests can kill it: it says when all is written, and waits with the end. */
const [programUrl, input] = process.argv.slice(2)
const db = openDatabase(programUrl!, 2)
await request(db, { actor: systemActor() }, aftermath, async (ctx) => {
  await mergePair(ctx, JSON.parse(input!) as Parameters<typeof mergePair>[1])
  process.stdout.write('written\n')
  await sleep(60_000)
})
await db.destroy()
