import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import { applyNow } from './apply.ts'

/** A step applied in a process of its own, so that tests can kill it: it says when it has come to a stage, and waits there. */
const [programUrl, id, wanted] = process.argv.slice(2) as [string, string, string] // Whoever starts it gives all three.
const db = openDatabase(programUrl, 2)
await request(db, { actor: systemActor() }, { publish: async () => {}, record: () => '' }, (ctx) =>
  applyNow(ctx, id, async (stage) => {
    if (stage !== wanted) return
    process.stdout.write('reached\n')
    await sleep(60_000)
  }),
)
await db.destroy()
