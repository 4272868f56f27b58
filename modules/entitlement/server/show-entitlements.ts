import {
  addMonths,
  instant,
  month,
  monthOf,
  monthsThrough,
  type CivilDate,
  type Instant,
  type Month,
} from '#kernel/civil-date'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { assertKnownDay } from '#platform/server/known-day'
import type { AwardView, DecisionView, Entitlements } from '../contract.ts'
import { listAwards, type Award, type DecisionRow } from '../db/awards.ts'
import { listDecisionsAbout, listDecisionsByIds } from '../db/decisions.ts'
import { listWaitingOf } from '../db/listed-awards.ts'
import { isUnnamedRule } from '../domain/discretion.ts'
import { assertLawKnown, benefitOf, type PersonMonth } from '../domain/index.ts'
import { outsideLaw } from '../domain/known-law.ts'
import { assertVisible } from './person.ts'
import { replayPersonMonths } from './replay.ts'
import { pendingIn, spellsOf, type Spell } from './spells.ts'

/** The months shown begin with the law this system pays by; what was before is on paper. */
const firstMonth = month('2021-01')
const monthsAhead = 12

/** The awards of a person, what they come to, and what will change, as known at the end of a day. */
export async function showEntitlements(
  ctx: Ctx,
  {
    personId,
    on = ctx.today,
    known,
  }: { personId: string; on?: CivilDate | undefined; known?: CivilDate | undefined },
): Promise<Entitlements> {
  assertLawKnown(on)
  assertKnownDay(ctx, known)
  await assertVisible(ctx, personId)
  const knownAt = momentOf(ctx, known)
  const awards = await listAwards(ctx, [personId], knownAt)
  const present = monthOf(on)
  const past = await replayPersonMonths(
    ctx,
    [personId],
    monthsThrough(firstMonth, present),
    knownAt,
    'granted',
  )
  const ahead = await replayPersonMonths(
    ctx,
    [personId],
    monthsThrough(present, addMonths(present, monthsAhead)).filter((month) => !outsideLaw(month)),
    knownAt,
    'granted',
  )
  const decisions = await decisionViews(ctx, await decisionsOf(ctx, awards))
  return {
    on,
    known: known ?? ctx.today,
    awards: await awardViews(ctx, awards, decisions, past.at(-1)?.lapsed),
    waiting: known === undefined || known >= ctx.today ? await waitingOf(ctx, personId) : [],
    spells: spellsOf(past).map((spell) => spellView(ctx, spell, present)),
    pending: pendingIn(ahead),
  }
}

async function waitingOf(ctx: Ctx, personId: string): Promise<Entitlements['waiting']> {
  const waiting = await listWaitingOf(ctx, personId)
  return waiting.map(({ importId, areaId, benefit, firstMonth, decisionNumber, signedOn }) => ({
    importId,
    area: { id: areaId },
    benefit,
    from: firstMonth,
    decisionNumber,
    signedOn,
  }))
}

/** Every decision about a person, the newest first. */
export async function showDecisions(ctx: Ctx, { personId }: { personId: string }) {
  await assertVisible(ctx, personId)
  const rows = await listDecisionsAbout(ctx, personId)
  const views = await decisionViews(ctx, rows)
  return rows.map((row) => ({ ...views.get(row.id)!, benefits: row.benefits }))
}

/** The end of a day in Vietnam, or this moment. */
export function momentOf(ctx: Ctx, day: CivilDate | undefined): Instant {
  if (day === undefined || day >= ctx.today) return ctx.now
  return instant(`${day}T23:59:59.999999+07:00`)
}

function decisionsOf(ctx: Ctx, awards: readonly Award[]): Promise<DecisionRow[]> {
  const ids = awards.flatMap(({ openedBy, closedBy, suspendedBy }) =>
    [openedBy, closedBy, suspendedBy].filter((id) => id !== null),
  )
  return listDecisionsByIds(ctx, [...new Set(ids)])
}

async function decisionViews(ctx: Ctx, rows: readonly DecisionRow[]): Promise<Map<string, DecisionView>> {
  const names = await areaNames(
    ctx,
    rows.map(({ areaId }) => areaId),
  )
  return new Map(
    rows.map((row) => {
      const { id, kind, number, signedOn, signerTitle, areaId, effective, reason, source, recordedAt } = row
      const { ruleSet, rules, citations } = row.legalBasis
      const isOpen = mayReadConfidential(ctx)
      return [
        id,
        {
          id,
          kind,
          number,
          signedOn,
          signerTitle,
          effective,
          // Written freely, it may say anything.
          reason: isOpen ? reason : '',
          source,
          recordedAt,
          ruleSet,
          area: { id: areaId, name: names.get(areaId) ?? '' },
          // The article of one ground would tell of a remand, so those of no suspension are named.
          citations: isOpen || !(kind === 'suspend' || rules.some(isUnnamedRule)) ? [...citations] : null,
        },
      ]
    }),
  )
}

async function awardViews(
  ctx: Ctx,
  awards: readonly Award[],
  decisions: ReadonlyMap<string, DecisionView>,
  lapsed: PersonMonth['lapsed'],
): Promise<AwardView[]> {
  const payees = await summariesOf(
    ctx,
    awards.map(({ payeeId }) => payeeId),
  )
  const names = await areaNames(
    ctx,
    awards.map(({ areaId }) => areaId),
  )
  const isOpen = mayReadConfidential(ctx)
  return awards.map(
    ({ id, benefit, payeeId, areaId, during, closeReason, openedBy, closedBy, ...award }) => ({
      id,
      benefit,
      payee: { id: payeeId, fullName: payees.get(payeeId)?.fullName ?? null },
      area: { id: areaId, name: names.get(areaId) ?? '' },
      from: monthOf(during.from!), // An award has a first month.
      paidFrom: award.paidFrom && monthOf(award.paidFrom),
      through: during.until && addMonths(monthOf(during.until), -1),
      closeReason: closeReason === 'sentence' && !isOpen ? 'ineligible' : closeReason,
      lapsedIn: (!during.until && lapsed?.get(benefit)) || null,
      suspension: award.suspendedFrom && {
        from: monthOf(award.suspendedFrom),
        ground: award.suspendReason === 'detained' && !isOpen ? null : award.suspendReason,
        by: decisions.get(award.suspendedBy!)!, // Suspended by a decision, which was read with the awards.
      },
      openedBy: decisions.get(openedBy)!, // Read with the awards.
      closedBy: closedBy ? decisions.get(closedBy)! : null,
    }),
  )
}

function spellView(ctx: Ctx, spell: Spell, present: Month) {
  const { component, rule, from, through, coefficient, units, standard, amount } = spell
  const isOpen = mayReadConfidential(ctx) || !isUnnamedRule(rule)
  return {
    component,
    from,
    units,
    standard,
    amount,
    benefit: benefitOf[component],
    rule: isOpen ? rule : null,
    through: through === present ? null : through,
    coefficientTenths: coefficient,
  }
}

export function mayReadConfidential({ actor }: Ctx): boolean {
  return actor.permissions.has('people.read_confidential')
}
