import { loadHistories } from '#modules/people'
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
import { fingerprint } from '../domain/fingerprint.ts'
import { law } from '../law/index.ts'
import { isForCare, lapsesOfHistory } from './lapses-of-history.ts'
import { forWholeCountry } from '#platform/server/whole-country'

const batchSize = 2000

/**
 * Makes it true again which awards of these people have lapsed, from their standings and awards as known now; returns for
 * whom it was otherwise.
 */
export async function rewriteLapses(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(personIds)]
  return forWholeCountry(ctx, async (ctx) => {
    const differing: string[] = []
    for (let start = 0; start < ids.length; start += batchSize)
      differing.push(...(await rewrite(ctx, ids.slice(start, start + batchSize))))
    return differing
  })
}

/** Whether lapses, and shares of couples, were last worked out by another law than this one; by this one from now on. */
export async function isByOtherLaw(ctx: Ctx): Promise<boolean> {
  return (await markLapses(ctx, lawNow)) === 'other'
}

/**
 * Works the lapses out for everybody. For whom it comes out otherwise, months were paid, or not paid, by the former law:
 * they are looked at again.
 */
export async function rewriteEveryLapse(ctx: Ctx): Promise<void> {
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

/** Under this law, with carers who care no more, shares that are drawn by right, children supported until 16, and what was never converted. */
const lawNow = `${fingerprint(law)} carers shares-by-month until-16 never-converted`

async function rewrite(ctx: Ctx, personIds: readonly string[]): Promise<string[]> {
  const current = await listLapsing(ctx, personIds)
  const awards = Map.groupBy(current, ({ personId }) => personId)
  const stood = await listStood(ctx, [...awards.keys()])
  const cared = [...awards].flatMap(([personId, own]) => (own.some(isForCare) ? [personId] : []))
  const histories = new Map((await loadHistories(ctx, cared)).map((history) => [history.personId, history]))
  const lapses: Lapse[] = []
  for (const [personId, own] of awards)
    for (const [awardId, month] of lapsesOfHistory(
      own,
      stood.get(personId) ?? [],
      histories.get(personId) ?? { relations: [] },
    ))
      lapses.push({ awardId, personId, month })
  return writeLapses(ctx, { personIds, judged: current.map(({ id }) => id) }, lapses)
}
