import { addSeconds } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { serve } from '#platform/server/http'
import { findOpenJob } from '#platform/server/jobs'
import { forWholeCountry } from '#platform/server/whole-country'
import * as contract from '../contract.ts'
import { countOutcomes, listEntries, readSync, type LogView } from '../db/sync.ts'
import { findVerification, listComparisons } from '../db/verifications.ts'
import { problems } from '../domain/problems.ts'
import { findRegister } from './adapters/connected.ts'
import { askForChanges, syncKind } from './sync.ts'
import { askToVerify } from './verify.ts'

const atOnce = 100
const aMonth = 30 * 24 * 3600

export const populationRoutes = {
  showPopulationSync: serve(contract.showSync, showSync),
  listPopulationLog: serve(contract.listLog, listLog),
  startPopulationSync: serve(contract.startSync, startSync),
  getVerification: serve(contract.getVerification, async (ctx, { personId }) => {
    await assertVisible(ctx, personId)
    const last = await findVerification(ctx, personId)
    return {
      isConnected: findRegister() !== undefined,
      last: last ? { ...last, differs: [...last.differs] } : null,
      history: (await listComparisons(ctx, personId)).map(({ differs, ...one }) => ({
        ...one,
        differs: [...differs],
      })),
    }
  }),
  verifyPerson: serve(contract.verifyPerson, async (ctx, { personId }) => {
    await assertVisible(ctx, personId)
    const { jobId } = await askToVerify(ctx, personId)
    return { jobId }
  }),
}

async function assertVisible(ctx: Ctx, personId: string) {
  const seen = await summariesOf(ctx, [personId])
  if (!seen.has(personId)) throw new Problem('people.person_not_found', 404, { personId })
}

async function showSync(ctx: Ctx) {
  const { lastNumber, newestNumber, trouble, downSince, nextTryAt, lastSuccessAt } = await readSync(ctx)
  return {
    isConnected: findRegister() !== undefined,
    lastNumber,
    newestNumber,
    trouble,
    downSince,
    nextTryAt,
    lastSuccessAt,
    jobId: (await findOpenJob(ctx, syncKind)) ?? null,
    counts: await forWholeCountry(ctx, (ctx) => countOutcomes(ctx, addSeconds(ctx.now, -aMonth))),
  }
}

/** Numbers and outcomes are of the whole installation, and name nobody. */
async function listLog(ctx: Ctx, { view, before }: { view: LogView; before?: number | undefined }) {
  const entries = await forWholeCountry(ctx, (ctx) => listEntries(ctx, { view, before, most: atOnce + 1 }))
  return {
    entries: entries.slice(0, atOnce),
    hasMore: entries.length > atOnce,
  }
}

async function startSync(ctx: Ctx) {
  // The run works for the whole country, whoever asked for it.
  const started = await forWholeCountry(ctx, (ctx) => askForChanges(ctx))
  if (!started) throw problems('not_connected')
  return { jobId: started.jobId }
}
