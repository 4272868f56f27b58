import { instant } from '#kernel/civil-date'
import { openDatabase } from '#platform/server/database'
import { request, systemActor } from '#platform/server/request'
import { applyWays } from './apply.ts'

/** Puts changes into force in a process of its own that a test kills when everything is written and nothing committed. */
const [programUrl, now] = process.argv.slice(2) as [string, string]
await request(
  openDatabase(programUrl, 1),
  { actor: systemActor(), now: instant(now) },
  { publish: async () => {}, record: () => '' },
  async (ctx) => {
    await applyWays(ctx)
    process.stdout.write('written\n')
    await new Promise(() => setInterval(() => {}, 1000))
  },
)
