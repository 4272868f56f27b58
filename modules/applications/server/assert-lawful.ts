import type { Month } from '#kernel/civil-date'
import { assertSuspensionGround, listOneOffsOf, type Benefit } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import type { DecisionKind } from '../domain/procedure.ts'
import type { Terms } from '../domain/proposal.ts'
import { suspensionGroundOf } from '../domain/effects.ts'
import { problems } from '../domain/problems.ts'
import { assertLastMonth } from './assert-last-month.ts'
import type { Computed } from './compute-monthly.ts'
import type { OpenFile } from './open-file.ts'

type Wish = {
  readonly personId: string
  readonly lastMonth?: Month | undefined
  readonly kind: DecisionKind
  readonly benefit: Benefit | null
  readonly reasons: readonly string[]
  readonly deviation?: string | undefined
}

type Drafted = { readonly computed: Computed; readonly file: OpenFile }

/** Whether the law gives what is asked for. */
export function isRight(kind: DecisionKind, { lines, given = [], benefits = [] }: Terms): boolean {
  switch (kind) {
    case 'support':
      return given.length > 0
    case 'transfer':
      return benefits.length > 0
    case 'certify':
    case 'admit':
    case 'discharge':
      return true
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      return lines.length > 0
  }
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
    case 'transfer':
    case 'certify':
    case 'admit':
      return
    case 'grant':
    case 'adjust':
    case 'suspend':
    case 'resume':
    case 'stop':
    case 'convert':
    case 'refuse':
      assertMonthly(wish, drafted.computed)
      await assertGround(ctx, wish, drafted.file)
      return assertLastMonth(ctx, wish, drafted.computed.basis.diedOn !== null, terms.lastMonth)
  }
}

/** A suspension rests on a ground of the law, and a remand on what the register knows of it, from the draft on. */
async function assertGround(ctx: Ctx, { kind, personId, benefit }: Wish, { way }: OpenFile) {
  if (kind !== 'suspend' || benefit === null) return
  const ground = suspensionGroundOf[way.facts?.answers?.['suspension_ground'] ?? '']
  if (!ground) throw problems('ground_needed', { question: 'suspension_ground' })
  await assertSuspensionGround(ctx, { personId, benefit, ground, signedOn: ctx.today })
}

function assertMonthly({ kind, benefit, reasons, deviation }: Wish, { terms, basis }: Computed) {
  const awarded = benefit !== null && basis.awarded.includes(benefit)
  const suspended = benefit !== null && (basis.suspended ?? []).includes(benefit)
  const hasRight = isRight(kind, terms)
  if (kind === 'grant' && awarded) throw problems('award_needed', { benefit, awarded })
  if (kind === 'grant' && !hasRight) throw problems('no_right', { benefit, reasons: terms.reasons })
  if ((kind === 'adjust' || kind === 'suspend') && !awarded)
    throw problems('award_needed', { benefit, awarded })
  if (kind === 'stop' && !awarded && !suspended) throw problems('award_needed', { benefit, awarded })
  if (kind === 'resume' && !suspended) throw problems('award_needed', { benefit, awarded: suspended })
  if (kind !== 'grant' && reasons.length === 0) throw problems('reason_needed', { kind })
  if (kind === 'refuse' && hasRight && !awarded && !deviation)
    throw problems('deviation_needs_reason', { kind, monthly: terms.monthly })
}

/** What is given once is a right of the event, goes to somebody, and is not given a second time. */
async function assertSupport(ctx: Ctx, { deviation }: Wish, { computed, file }: Drafted) {
  const { given = [], detail, once } = computed.terms
  if (detail?.kind !== 'support') throw problems('detail_needed', { kind: 'support' })
  if (given.length === 0) throw problems('no_right', { reasons: [] })
  if (!detail.payee) throw problems('payee_needed')
  const lawful = (computed.basis.rights ?? []).reduce((sum, { amount }) => sum + (amount ?? 0), 0)
  if (once !== lawful && !deviation)
    throw problems('deviation_needs_reason', { kind: 'support', monthly: lawful })
  const { personId } = file.application
  const before = (personId ? await listOneOffsOf(ctx, [personId]) : []).find(
    ({ state, event, eventOn, rule }) =>
      state !== 'cancelled' &&
      event === detail.event['kind'] &&
      (event === 'death' || (eventOn === detail.event['on'] && given.some((one) => one.rule === rule))),
  )
  if (before) throw problems('given_before', { on: before.eventOn, amount: before.amount })
}
