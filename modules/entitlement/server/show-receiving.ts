import { monthOf, type Month } from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { ReceivingView } from '../contract.ts'
import { listAwards, type Award } from '../db/awards.ts'
import { listOutlooks, type Outlook } from '../db/outlook.ts'
import { setOf } from '../db/person-months.ts'
import { dueIn, engine, type Component } from '../domain/index.ts'
import { standingsIn } from '../domain/stood.ts'

/**
 * What each of these people receives this month, for the rows of a list; whom the asker may not see is left out. It is read
 * from what a list of payment is read from, for a page of people is asked about with every search.
 */
export async function showReceiving(
  ctx: Ctx,
  { personIds }: { personIds: readonly string[] },
): Promise<ReceivingView[]> {
  const seen = [...(await summariesOf(ctx, personIds)).keys()]
  const month = monthOf(ctx.today)
  const open = Map.groupBy(
    (await listAwards(ctx, seen)).filter(({ during }) => contains(during, ctx.today)),
    ({ personId }) => personId,
  )
  const outlooks = await listOutlooks(ctx, [...open.keys()])
  const due = new Map(
    outlooks.map((outlook) => [
      outlook.personId,
      componentsDue(ctx, month, outlook, open.get(outlook.personId)!),
    ]),
  )
  return seen.map((personId) => {
    const components = due.get(personId) ?? []
    const suspensions = (open.get(personId) ?? []).flatMap((award) => suspendedIn(award, month) ?? [])
    return {
      personId,
      components,
      suspendedFrom: components.length === 0 ? (suspensions.toSorted()[0] ?? null) : null,
    }
  })
}

function componentsDue(
  { today }: Ctx,
  month: Month,
  { standings, awards }: Outlook,
  open: readonly Award[],
): Component[] {
  const lapsed = new Set(
    awards
      .filter(({ through, lapsedFrom }) => (through ?? month) >= month && (lapsedFrom ?? '9999-12') <= month)
      .map(({ benefit }) => benefit),
  )
  const paying = open.filter((award) => !suspendedIn(award, month) && !lapsed.has(award.benefit))
  const due = dueIn({
    month,
    knownOn: today,
    awarded: setOf(paying.map(({ benefit }) => benefit)),
    ...standingsIn(standings, month, engine.lawIn(month, today)?.turn?.day),
  })
  return [...new Set(due.flatMap(({ component, amount }) => (amount > 0 ? [component] : [])))]
}

/** Since when a decision suspends an award, where it does in a month. */
function suspendedIn({ suspendedFrom }: Award, month: Month): Month | undefined {
  const from = suspendedFrom && monthOf(suspendedFrom)
  return from && from <= month ? from : undefined
}
