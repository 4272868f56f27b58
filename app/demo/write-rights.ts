import type { Client } from 'pg'
import { withChance } from '#kernel/chance'
import type { Instant } from '#kernel/civil-date'
import { closeAwards, grantAwards, noteChanged } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { copyIn } from './copy.ts'
import { lookAt } from './look-at.ts'
import { chanceFrom } from './random.ts'
import type { Closing, Decision, Grant, Ids, Register } from './register.ts'
import { inTime, type Stretch } from './in-time.ts'

/** How a piece of work gets a transaction with the clock of that time. */
export type At = <Result>(work: (ctx: Ctx) => Promise<Result>) => Promise<Result>

type Step = { readonly grant: Grant } | { readonly closing: Closing }

const atOnce = 4000
/** So often is a growing table looked at; by then the planner knows what kind of table it is. */
const looksAtFirst = 3

/** What the offices decided, in the order of time; at one moment closings come first: a move stops in one place before it begins in the other. */
export function decisionsOf({ closings, grants, conversions }: Register, ends: readonly Instant[]) {
  const steps: Step[] = [...closings.map((closing) => ({ closing })), ...grants.map((grant) => ({ grant }))]
  // Stable, so that those of one moment stay in this order.
  steps.sort((one, other) => compare(recordedAt(one), recordedAt(other)))
  return {
    steps: inTime(steps, recordedAt, ends),
    conversions: inTime(conversions, (row) => row.recordedAt, ends),
  }
}
type Decisions = ReturnType<typeof decisionsOf>

/** Opens and closes awards in the order in which the offices decided, many at once where they concern different people. */
export async function writeRights(
  {
    at,
    owner,
    ids: { textOf },
    isLong,
  }: { readonly at: At; readonly owner: Client; readonly ids: Ids; readonly isLong: boolean },
  decisions: Decisions,
  stretch: Stretch,
) {
  const write = writerOf(textOf)
  const steps = decisions.steps(stretch)
  // Each decision would note it of its people; noted before, two hands do not wait for each other where somebody has two.
  await at((ctx) =>
    noteChanged(
      ctx,
      [...new Set(steps.map(personOf))].map(({ id }) => textOf(id)),
    ),
  )
  for (const [place, layer] of layersOf(steps).entries()) {
    const grants = layer.flatMap((step) => ('grant' in step ? [step.grant] : []))
    const closings = layer.flatMap((step) => ('closing' in step ? [step.closing] : []))
    const words = [stretch.through, place]
    // A table that has just grown from nothing is searched as if it were still empty, until it is looked at.
    await withEach(
      [...words, 'grants'],
      inPieces(grants, ({ opened }) => opened),
      (some) => at((ctx) => grantAwards(ctx, some.map(write.grant))),
      async () => isLong && lookAt(owner, 'entitlement.award', { roughly: true }),
    )
    await withEach(
      [...words, 'closings'],
      inPieces(closings, ({ decision }) => decision),
      (some) => at((ctx) => closeAwards(ctx, some.map(write.closing))),
    )
  }
}

/**
 * Three pieces at a time: the database works on two while the law is thought through for the other. What is new in a piece
 * gets ids of its own words, so it does not matter which of them is done first.
 */
async function withEach<Piece>(
  words: readonly (string | number)[],
  pieces: Iterable<Piece>,
  work: (piece: Piece) => Promise<unknown>,
  after: () => Promise<unknown> = () => Promise.resolve(),
) {
  const waiting = Iterator.from(pieces).map((piece, index) => ({ piece, index }))
  const hand = async () => {
    for (const { piece, index } of waiting) {
      await withChance(chanceFrom(...words, index), () => work(piece))
      if (index < looksAtFirst) await after()
    }
  }
  await Promise.all([hand(), hand(), hand()])
}

/** The lists by which communes moved everybody to a new decree: decisions that open and close nothing. */
export async function writeConversions(
  { owner, ids: { textOf } }: { readonly owner: Client; readonly ids: Ids },
  decisions: Decisions,
  stretch: Stretch,
) {
  const rows = decisions.conversions(stretch)
  const basis = { ruleSet: '', rules: [], citations: ['khoản 3 Điều 32, 335/2026/NĐ-CP'] }
  await copyIn(
    owner,
    'entitlement.decision',
    'id, kind, number, signed_on, signer_title, area_id, effective, reason, legal_basis, source, recorded_at',
    rows.map(({ decision, recordedAt: at }) => [
      textOf(decision.id),
      decision.kind,
      decision.number,
      decision.signedOn,
      decision.signerTitle,
      decision.areaId,
      decision.effective,
      decision.reason,
      basis,
      'office',
      at,
    ]),
  )
}

/** Puts awards and closings into the words of the module that decides, with ids written out. */
function writerOf(textOf: Ids['textOf']) {
  const made = new Map<Decision, ReturnType<typeof makeDecision>>()
  const makeDecision = ({ id, number, signedOn, signerTitle, areaId, reason }: Decision) => ({
    id: textOf(id),
    number,
    signedOn,
    signerTitle,
    areaId,
    reason,
    source: 'office',
  })
  // One object for each decision, because one object on several rows is one decision about a list.
  const decisionOf = (decision: Decision) => {
    const before = made.get(decision)
    if (before) return before
    const fresh = makeDecision(decision)
    made.set(decision, fresh)
    return fresh
  }
  return {
    grant: ({ id, person, benefit, payee, from, opened, recordedAt: at }: Grant) => ({
      awardId: textOf(id),
      personId: textOf(person.id),
      benefit,
      payeeId: textOf(payee.id),
      from,
      decision: decisionOf(opened),
      recordedAt: at,
    }),
    closing: ({ person, benefit, lastMonth, decision, reason, recordedAt: at }: Closing) => ({
      personId: textOf(person.id),
      benefit,
      lastMonth,
      reason,
      decision: decisionOf(decision),
      recordedAt: at,
    }),
  }
}

/** Steps that may be taken together: of one person and benefit, each opening or closing comes after the one before. */
function layersOf(steps: readonly Step[]): Step[][] {
  const layers: Step[][] = []
  const depth = new Map<string, { layer: number; isGrant: boolean }>()
  for (const step of steps) {
    const isGrant = 'grant' in step
    const { person, benefit } = isGrant ? step.grant : step.closing
    const key = `${person.id} ${benefit}`
    const before = depth.get(key)
    // Openings lie in even layers and closings in odd ones, so that each layer is one bulk command.
    let layer = before === undefined ? 0 : before.layer + 1
    if (layer % 2 !== (isGrant ? 0 : 1)) layer++
    depth.set(key, { layer, isGrant })
    ;(layers[layer] ??= []).push(step)
  }
  return Array.from(layers, (layer) => layer ?? [])
}

/** Pieces of bounded size that never part the rows of one decision. */
function* inPieces<Row>(rows: readonly Row[], decisionIn: (row: Row) => Decision): Generator<Row[]> {
  const groups = Map.groupBy(rows, decisionIn).values()
  let piece: Row[] = []
  for (const group of groups) {
    piece.push(...group)
    if (piece.length < atOnce) continue
    yield piece
    piece = []
  }
  if (piece.length > 0) yield piece
}

function recordedAt(step: Step) {
  return 'grant' in step ? step.grant.recordedAt : step.closing.recordedAt
}

function personOf(step: Step) {
  return 'grant' in step ? step.grant.person : step.closing.person
}

function compare(one: string, other: string) {
  return one < other ? -1 : one > other ? 1 : 0
}
