import type { Month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { Ctx } from '#platform/server/context'
import {
  listListedAwards,
  summariseLists,
  type ListedAward,
  type ListOfUnit,
} from '../../db/listed-awards.ts'
import { problems } from '../../domain/problems.ts'
import type { Owed } from '../../listed-contract.ts'

/** An award that waits, as far as it says what months it would be paid for. */
export type WaitingForMoney = Pick<ListedAward, 'personId' | 'benefit' | 'areaId' | 'paidThrough'> & {
  readonly from: Month
}

/** Asks what the next run would make good of earlier months to each; whoever draws up runs is above this module, and lends it. */
export type AskArrears = (
  ctx: Ctx,
  awards: readonly WaitingForMoney[],
) => Promise<readonly (readonly { readonly month: Month; readonly amount: number }[])[]>

/** What confirming all that wait would bring as arrears. */
export async function showArrears(
  ctx: Ctx,
  list: ListOfUnit,
  askArrears: AskArrears,
): Promise<{ people: number; owed: Owed | null }> {
  if ((await summariseLists(ctx, list)).length === 0) throw problems('award_list_not_found', { ...list })
  const owed: Owed[] = []
  for (let page = 1; ; page++) {
    const rows = await listListedAwards(ctx, { ...list, state: 'proposed', page, size: askedAtOnce })
    owed.push(...(await owedTo(ctx, rows, askArrears)).values())
    if (rows.length < askedAtOnce) break
  }
  return { people: owed.length, owed: sumOfOwed(owed) }
}

/** Between them others are answered, too. */
const askedAtOnce = 250

/** By row, what confirming it would bring; rows that bring nothing are left out. */
export async function owedTo(
  ctx: Ctx,
  rows: readonly ListedAward[],
  askArrears: AskArrears,
): Promise<ReadonlyMap<string, Owed>> {
  const open = rows.filter(({ state }) => state === 'proposed' || state === 'sent_back')
  if (open.length === 0) return new Map()
  const months = await askArrears(
    ctx,
    open.map(({ firstMonth: from, ...row }) => ({ ...row, from })),
  )
  return new Map(
    open.flatMap(({ id }, index) => {
      const own = months[index]! // One for each.
      const owed = sumOfOwed(
        own.map(({ month, amount }) => ({ amount: dong(amount), from: month, through: month })),
      )
      return owed ? [[id, owed] as const] : []
    }),
  )
}

function sumOfOwed(owed: readonly Owed[]): Owed | null {
  const months = owed.flatMap(({ from, through }) => [from, through]).toSorted()
  const [from, through] = [months[0], months.at(-1)]
  if (!from || !through) return null
  return { from, through, amount: dong(owed.reduce((sum, { amount }) => sum + amount, 0)) }
}
