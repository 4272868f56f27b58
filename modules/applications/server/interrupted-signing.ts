import type { Actor } from '#platform/server/context'
import { openDatabase } from '#platform/server/database'
import { request } from '#platform/server/request'
import { instant } from '#kernel/civil-date'
import { runNextJob } from '#platform/server/worker'
import { makeDocuments, makeDocumentsKind } from './make-documents.ts'
import { signDecisions } from './sign.ts'

/** A process of its own that a test kills: while numbers are drawn and nothing is committed, or while papers are made. */
const [programUrl, stage, told] = process.argv.slice(2) as [string, 'signing' | 'making', string]
const aftermath = { publish: async () => {}, record: () => 'select 1' }
const db = openDatabase(programUrl, 3)

async function standStill() {
  process.stdout.write('reached\n')
  await new Promise(() => setInterval(() => {}, 1000))
}

if (stage === 'signing') {
  const { actor, ids, requestId } = JSON.parse(told) as {
    actor: Omit<Actor, 'permissions'> & { permissions: string[] }
    ids: string[]
    requestId: string
  }
  await request(
    db,
    { actor: { ...actor, permissions: new Set(actor.permissions) }, now: instant('2026-11-23T02:00:00Z') },
    aftermath,
    async (ctx) => {
      await signDecisions(ctx, { ids, isRead: false, requestId })
      await standStill()
    },
  )
} else
  await runNextJob({
    db,
    programUrl,
    aftermath,
    kinds: {
      [makeDocumentsKind]: (job) =>
        makeDocuments({
          ...job,
          // The second request is the one in which papers are kept and marked: it stands still before it commits.
          request: (work) =>
            job.request(async (ctx) => {
              const result = await work(ctx)
              if (result === undefined) await standStill()
              return result
            }),
        }),
    },
    onError: (error) => {
      throw error
    },
  })
