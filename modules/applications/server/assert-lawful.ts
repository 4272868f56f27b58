import { monthOf, type Month } from '#kernel/civil-date'
import {
  assertRefusalLasted,
  assertSuspensionGround,
  listOneOffsOf,
  type Benefit,
} from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { listEvents } from '../db/applications.ts'
import { whetherUncollected } from '../domain/collection.ts'
import type { DecisionDetail } from '../domain/decision-detail.ts'
import type { DecisionKind } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { assertGoesOn, assertLastMonth } from './assert-last-month.ts'
import type { Computed } from './compute-monthly.ts'
import { differenceIn, isRight } from './differing.ts'
import type { OpenFile } from './open-file.ts'
import { assertNotGivenInKind } from './given-before.ts'
import type { Replaced } from './replaced.ts'
import { appealUpheld, payeeDied } from './take-up-again.ts'
import { groundOf } from './uncollected.ts'

type Wish = {
  readonly personId: string
  readonly lastMonth?: Month | undefined
  readonly kind: DecisionKind
  readonly benefit: Benefit | null
  readonly reasons: readonly string[]
  readonly deviation?: string | undefined
}

type Drafted = {
  readonly computed: Computed
  readonly file: OpenFile
  /** What the decision takes the place of, where the file is decided anew. */
  readonly replaced?: Replaced | undefined
}

/** What the office puts before whoever signs has to be what the law gives, or say why it is not. */
export async function assertLawful(ctx: Ctx, wish: Wish, drafted: Drafted): Promise<void> {
  const { terms } = drafted.computed
  switch (wish.kind) {
    case 'support':
      return assertSupport(ctx, wish, drafted)
    case 'discharge':
      if (terms.detail?.kind === 'discharge' && terms.detail.ground === 'other' && wish.reasons.length === 0)
        throw problems('reason_needed', { kind: wish.kind })
      return
    case 'admit':
    case 'certify':
      return assertNoDifference(ctx, wish, drafted)
    case 'transfer':
      return
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      assertMonthly(wish, drafted)
      if (wish.kind === 'stop' && terms.lastMonth !== null) await assertGoesOn(ctx, wish, terms.lastMonth)
      await assertGround(ctx, wish, drafted)
      assertNoDifference(ctx, wish, drafted)
      return assertLastMonth(ctx, wish, drafted.computed.basis.diedOn !== null, terms.lastMonth)
  }
}

/** What is otherwise than the law, the register or the books have it says why. */
function assertNoDifference(ctx: Ctx, { kind, benefit, deviation }: Wish, { computed }: Drafted) {
  const difference = differenceIn(kind, { benefit, month: monthOf(ctx.today) }, computed)
  if (difference && !deviation)
    throw problems('deviation_needs_reason', {
      kind,
      difference,
      monthly: computed.terms.monthly,
      citation: computed.terms.place?.citation,
    })
}

/**
 * A suspension rests on a ground of the law: a remand on what the register knows of it, money nobody comes for on what the
 * books of payments know. Whoever refuses to be examined is stopped three months after being suspended for it.
 */
async function assertGround(ctx: Ctx, { kind, personId, benefit }: Wish, { computed, file }: Drafted) {
  if (benefit === null) return
  const answers = file.way.facts?.answers ?? {}
  if (kind === 'stop' && answers['stop_ground'] === 'refuses')
    await assertRefusalLasted(ctx, { personId, benefit, signedOn: ctx.today })
  if (kind !== 'suspend') return
  const ground = groundOf({ kind, file })
  if (!ground) throw problems('ground_needed', { question: 'suspension_ground' })
  await assertSuspensionGround(ctx, { personId, benefit, ground, signedOn: ctx.today })
  const { collecting } = computed.basis
  if (collecting && whetherUncollected(collecting, monthOf(ctx.today)) === 'cannot_be')
    throw problems('collected', { month: collecting.fetched })
}

function assertMonthly({ kind, benefit, reasons }: Wish, { computed: { terms, basis }, replaced }: Drafted) {
  const awarded = benefit !== null && basis.awarded.includes(benefit)
  const suspended = benefit !== null && (basis.suspended ?? []).includes(benefit)
  const hasRight = isRight(kind, terms)
  if (kind === 'grant' && awarded && !replaced?.awards.length)
    throw problems('award_needed', { benefit, awarded })
  if (kind === 'grant' && !hasRight)
    throw problems('no_right', {
      benefit,
      reasons: terms.reasons,
      ...(basis.diedOn && { diedOn: basis.diedOn }),
    })
  if ((kind === 'adjust' || kind === 'suspend') && !awarded)
    throw problems('award_needed', { benefit, awarded })
  if (kind === 'adjust' && terms.monthly === terms.before)
    throw problems('nothing_changes', { monthly: terms.monthly })
  if (kind === 'stop' && !awarded && !suspended) throw problems('award_needed', { benefit, awarded })
  if (kind === 'resume' && !suspended) throw problems('award_needed', { benefit, awarded: suspended })
  if (kind !== 'grant' && reasons.length === 0) throw problems('reason_needed', { kind })
}

/** A file taken up again because its payee died goes to somebody else: the dead are not named once more by themselves. */
async function assertAnotherPayee(
  ctx: Ctx,
  { file, detail, replaced }: Pick<Drafted, 'file' | 'replaced'> & { readonly detail: SupportDetail },
) {
  const { payee } = detail
  const last = (await listEvents(ctx, file.application.id)).findLast(
    ({ kind }) => kind === payeeDied || kind === appealUpheld,
  )
  if (last?.kind !== payeeDied || payee?.kind !== 'named') return
  const isSame = replaced?.oneOffs.some(
    (one) => one.payee !== null && one.payee.fullName === payee.fullName && one.payee.number === payee.number,
  )
  if (isSame) throw problems('payee_not_living')
}

type SupportDetail = Extract<DecisionDetail, { kind: 'support' }>

/** What is given once is a right of the event, goes to somebody, and is not given a second time. */
async function assertSupport(ctx: Ctx, wish: Wish, drafted: Drafted) {
  const { computed, file, replaced } = drafted
  const { given = [], detail } = computed.terms
  if (detail?.kind !== 'support') throw problems('detail_needed', { kind: 'support' })
  if (given.length === 0) throw problems('no_right', { reasons: computed.terms.reasons })
  if (!detail.payee) throw problems('payee_needed')
  assertNoDifference(ctx, wish, drafted)
  await assertNotGivenInKind(ctx, {
    personId: wish.personId,
    terms: computed.terms,
    applicationId: file.application.id,
    deviation: wish.deviation,
  })
  await assertAnotherPayee(ctx, { file, detail, replaced })
  const { personId } = file.application
  const before = (personId ? await listOneOffsOf(ctx, [personId]) : []).find(
    ({ id, state, event, eventOn, rule }) =>
      state !== 'cancelled' &&
      !replaced?.oneOffs.some((one) => one.id === id) &&
      event === detail.event['kind'] &&
      (event === 'death' || (eventOn === detail.event['on'] && given.some((one) => one.rule === rule))),
  )
  if (before) throw problems('given_before', { on: before.eventOn, amount: before.amount })
}
