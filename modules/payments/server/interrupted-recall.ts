import { instant } from '#kernel/civil-date'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import { decideRecall } from './call-back.ts'

/** Whoever decides to call an order back, in a process of its own that a test kills when all is written and nothing committed. */
const [programUrl, id] = process.argv.slice(2) as [string, string]
await request(
  openDatabase(programUrl, 1),
  { actor: systemActor(), now: instant('2026-11-23T02:00:00Z') },
  { publish: async () => {}, record: () => '' },
  async (ctx) => {
    await decideRecall(ctx, { id, state: 'approved' })
    process.stdout.write('written\n')
    await new Promise(() => setInterval(() => {}, 1000))
  },
)
