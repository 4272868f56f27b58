import type { Ctx } from '#platform/server/context'
import {
  listLapsing,
  listPeopleAwarded,
  listStood,
  markLapses,
  writeLapses,
  type Lapse,
} from '../db/lapses.ts'
import { noteChanged } from '../db/standings.ts'
import { lapsesOf } from '../domain/lapse.ts'
import { fingerprint } from '../domain/fingerprint.ts'
import { law } from '../law/index.ts'
import { forWholeCountry } from './whole-country.ts'

const batchSize = 2000

/** Makes it true again which awards of these people have lapsed, from their standings and awards as known now. */
export async function rewriteLapses(ctx: Ctx, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)]
  await forWholeCountry(ctx, async (ctx) => {
    for (let start = 0; start < ids.length; start += batchSize)
      await rewrite(ctx, ids.slice(start, start + batchSize))
  })
}

/**
 * Works the lapses out for everybody where the law is not the one they were worked out by. For whom it comes out
 * otherwise, months were paid, or not paid, by the former: they are looked at again.
 */
export async function keepLapsesByLaw(ctx: Ctx): Promise<void> {
  if ((await markLapses(ctx, lawNow)) === 'same') return
  await forWholeCountry(ctx, async (ctx) => {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const ids = await listPeopleAwarded(ctx, after, batchSize)
      if (ids.length === 0) return
      await noteChanged(ctx, await rewrite(ctx, ids))
      after = ids.at(-1)!
    }
  })
}

const lawNow = fingerprint(law)

async function rewrite(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const awards = Map.groupBy(await listLapsing(ctx, personIds), ({ personId }) => personId)
  const stood = await listStood(ctx, [...awards.keys()])
  const lapses: Lapse[] = []
  for (const [personId, own] of awards)
    for (const [awardId, month] of lapsesOf(own, stood.get(personId) ?? []))
      lapses.push({ awardId, personId, month })
  return writeLapses(ctx, personIds, lapses)
}
