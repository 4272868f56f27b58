import type { z } from 'zod'
import { addDays, beginningOf, instant } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { searchAudit } from '../contract.ts'
import { findEntries } from '../db/entries.ts'
import { problems } from '../domain/problems.ts'

type Input = z.output<NonNullable<(typeof searchAudit)['~orpc']['inputSchema']>>

const pageSize = 100
const longestUnfiltered = 31

/** Looks into the trail; about everybody at once only for as long as a person can read. */
export async function search(ctx: Ctx, { from, through, before, ...about }: Input) {
  if (through < from) throw problems('period_reversed')
  const isFiltered = about.userId !== undefined || about.personId !== undefined
  if (!isFiltered && addDays(from, longestUnfiltered) <= through)
    throw problems('period_too_long', { days: longestUnfiltered })
  const sought = { ...about, before, from: beginningOf(from), until: beginningOf(addDays(through, 1)) }
  const found = await findEntries(ctx, sought, pageSize + 1)
  const entries = found.slice(0, pageSize).map((entry) => ({ ...entry, at: instant(entry.at) }))
  return { entries, hasMore: found.length > pageSize }
}
