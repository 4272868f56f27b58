import type { z } from 'zod'
import { dayOf } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { getArea } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { spendProof } from '#platform/server/proof-of-work'
import type { submitOnline as contract } from '../contract.ts'
import { once } from '../db/commands.ts'
import { apart } from '../domain/paper.ts'
import { problems } from '../domain/problems.ts'
import { forCitizen } from './citizen.ts'
import { forgetDraft } from './drafts.ts'
import { assertServed } from './served-area.ts'
import { receive } from './submit.ts'
import { takeUploads, withFiles } from './uploads.ts'

type Wish = z.output<NonNullable<(typeof contract)['~orpc']['inputSchema']>>

/** Hands a file in without an account: an officer looks at its papers, and then the clock begins. */
export function submitOnline(ctx: Ctx, { proof, ...input }: Wish) {
  return forCitizen(ctx, (ctx) =>
    once(ctx, 'submit_online', input, async () => {
      await spendProof(ctx, proof)
      await assertCommune(ctx, input.areaId)
      const { draft, papers: sent, requestId: _, ...file } = input
      const papers = apart(sent, { known: new Set(), taken: [] })
      const { id, code, dueIfComplete } = await receive(ctx, {
        ...file,
        channel: 'online',
        personId: null,
        papers: await withFiles(ctx, papers),
      })
      await takeUploads(ctx, id, papers)
      await forgetDraft(ctx, draft)
      return { code, receivedOn: dayOf(ctx.now), dueIfComplete }
    }),
  )
}

async function assertCommune(ctx: Ctx, areaId: number) {
  const area = await getArea(ctx, areaId).catch((error: unknown) => {
    if (error instanceof Problem) return undefined
    throw error
  })
  if (area?.level !== 3) throw problems('area_not_in_reach', { areaId })
  await assertServed(ctx, areaId)
}
