import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import {
  listListedAwards,
  summariseLists,
  type ListedAward,
  type ListOfUnit,
} from '../../db/listed-awards.ts'
import { benefitOf, dueIn } from '../../domain/index.ts'
import type { ListedState } from '../../domain/listed-state.ts'
import { outsideLaw } from '../../domain/known-law.ts'
import { problems } from '../../domain/problems.ts'
import type { AwardListView, ListedAwardView } from '../../listed-contract.ts'
import { owedTo, type AskArrears } from './arrears.ts'
import { withComing, type Coming } from './coming.ts'
import { lawOfListed } from './lawful.ts'

/** Lists by unit, with how many of their awards wait. */
export async function showLists(
  ctx: Ctx,
  asked: { importId?: string | undefined; isWaiting?: boolean | undefined },
): Promise<AwardListView[]> {
  const { importId, isWaiting = false } = asked
  const lists = await withComing(
    ctx,
    await summariseLists(ctx, { ...(importId && { importId }), isWaiting }),
    importId,
  )
  return listViews(
    ctx,
    lists.filter(({ proposed, coming }) => !isWaiting || proposed + coming > 0),
  )
}

/** One list: its rows by page, each with what the law gives, beside what the list says. */
export async function showList(
  ctx: Ctx,
  {
    state,
    page,
    size,
    ...list
  }: ListOfUnit & { state?: ListedState | undefined; page: number; size: number },
  askArrears: AskArrears,
) {
  const summaries = await withComing(ctx, await summariseLists(ctx, list), list.importId)
  const [view] = await listViews(
    ctx,
    summaries.filter(({ areaId }) => areaId === list.areaId),
  )
  if (!view) throw problems('award_list_not_found', { ...list })
  const rows = await listListedAwards(ctx, { ...list, state, page, size })
  return { list: view, rows: await rowViews(ctx, rows, askArrears) }
}

async function listViews(ctx: Ctx, lists: readonly Coming[]): Promise<AwardListView[]> {
  const names = await areaNames(
    ctx,
    lists.map(({ areaId }) => areaId),
  )
  return lists.map(({ areaId, ...list }) => ({
    ...list,
    area: { id: areaId, name: names.get(areaId) ?? '' },
  }))
}

async function rowViews(
  ctx: Ctx,
  rows: readonly ListedAward[],
  askArrears: AskArrears,
): Promise<ListedAwardView[]> {
  const people = await summariesOf(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const lawful = await lawfulOf(ctx, rows)
  const owed = await owedTo(ctx, rows, askArrears)
  return rows.map((row) => {
    const { id, rowNumber, personId, benefit, decisionNumber, signedOn, signerTitle, monthly, state } = row
    const person = people.get(personId)
    return {
      id,
      benefit,
      decisionNumber,
      signedOn,
      signerTitle,
      monthly,
      state,
      row: rowNumber,
      person: person
        ? {
            id: personId,
            fullName: person.fullName,
            born: person.born,
            bornPrecision: person.bornPrecision,
            diedOn: person.diedOn,
          }
        : null,
      from: row.firstMonth,
      paidThrough: row.paidThrough,
      owed: owed.get(id) ?? null,
      byLaw: lawful.get(id)?.byLaw ?? null,
      lapsedIn: lawful.get(id)?.lapsedIn ?? null,
      decided: row.decidedAt && { name: row.decidedName ?? '', at: row.decidedAt },
      reason: row.reason,
    }
  })
}

/** What the law would give each of the benefit this month, were it awarded; later where it begins later. */
async function lawfulOf(ctx: Ctx, rows: readonly ListedAward[]): Promise<Map<string, Lawful>> {
  const present = monthOf(ctx.today)
  const monthOfRow = ({ firstMonth }: ListedAward): Month[] => {
    const month = firstMonth > present ? firstMonth : present
    return month <= addMonths(present, 12) && !outsideLaw(month) ? [month] : []
  }
  const says = await lawOfListed(
    ctx,
    rows.map((row) => ({
      ...row,
      person: null,
      facts: [],
      from: row.firstMonth,
      months: monthOfRow(row),
    })),
  )
  return new Map(
    rows.flatMap(({ id, benefit }, index) => {
      const { lapsedIn, months } = says[index]! // One for each.
      const [month] = months
      if (!month) return []
      const due = dueIn(month).filter(({ component }) => benefitOf[component] === benefit)
      return [[id, { byLaw: dong(due.reduce((sum, { amount }) => sum + amount, 0)), lapsedIn }] as const]
    }),
  )
}

type Lawful = { readonly byLaw: Dong; readonly lapsedIn: Month | null }
