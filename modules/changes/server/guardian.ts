import { addDays, addYears } from '#kernel/civil-date'
import { listAwards } from '#modules/entitlement'
import { askForReceiver, receiverOf } from '#modules/payments'
import {
  endRelation,
  peopleOnPaper,
  recordRelation,
  summariesOf,
  tiesNow,
  type PersonSummary,
} from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { Preview } from '../contract.ts'
import type { Request } from '../db/requests.ts'
import type { ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { becomesOf } from '../domain/receiving.ts'
import { differs, personOf } from './describe-field.ts'
import { written } from './messages.vi.ts'

type Guardian = ChangeOf<'guardian'>

/** Who is guardian and who will be; several at once are told together. */
export async function describeGuardian(
  ctx: Ctx,
  personId: string,
  { guardianId }: Guardian,
): Promise<Difference[]> {
  const ties = await guardiansOf(ctx, personId)
  const people = await summariesOf(
    ctx,
    ties.map((tie) => tie.personId),
  )
  const before = ties.map((tie) => nameOf(people.get(tie.personId))).toSorted()
  const after = guardianId === null ? null : nameOf(await personOf(ctx, guardianId))
  return [differs('guardian', before.join('; ') || null, after)]
}

/** With the year of birth, for the next guardian may have the name of the last. */
const nameOf = (person: PersonSummary | undefined) =>
  person ? `${person.fullName} (${person.born.slice(0, 4)})` : written.outOfSight

/** One guardian follows another: what bound the former ones ends with the day. */
export async function recordGuardian(
  ctx: Ctx,
  personId: PersonId,
  { guardianId, from, until }: Guardian,
  source: string,
) {
  if (guardianId !== null) await assertAble(ctx, personId, { guardianId, from })
  for (const { relationId } of await guardiansOf(ctx, personId))
    await endRelation(ctx, { personId, relationId, until: from, source })
  if (guardianId === null) return
  await recordRelation(ctx, {
    personId: PersonId.parse(guardianId),
    otherId: personId,
    kind: 'guardian_of',
    detail: {},
    from,
    until,
    source,
  })
}

async function assertAble(
  ctx: Ctx,
  personId: string,
  { guardianId, from }: Pick<Guardian, 'from'> & { guardianId: string },
) {
  const guardian = await personOf(ctx, guardianId)
  const isOfAge = addYears(guardian.born, 18) <= from
  // Whoever has a guardian is none, so nobody goes round in a circle.
  const isWard = (await guardiansOf(ctx, guardianId)).length > 0
  if (guardianId === personId || guardian.diedOn !== null || !isOfAge || isWard)
    throw problems('guardian_not_able', { guardianId })
}

const guardiansOf = async (ctx: Ctx, personId: string) =>
  (await tiesNow(ctx, [personId], ['guardian_of'])).filter(({ otherId }) => otherId === personId)

/** Whose hands the money of the person is in now, and what becomes of it with another guardian. */
export async function receivingOf(
  ctx: Ctx,
  personId: string,
  change: Guardian,
): Promise<Preview['receiving']> {
  return forWholeCountry(ctx, async (ctx) => {
    const hands = await handsOf(ctx, personId)
    const people = await summariesOf(
      ctx,
      hands.map(({ payeeId }) => payeeId),
    )
    return hands.map(({ benefit, payeeId, receiver }) => ({
      benefit,
      payee: {
        id: PersonId.parse(payeeId),
        fullName: people.get(payeeId)?.fullName ?? null,
        isSelf: payeeId === personId,
      },
      receiver: receiver?.fullName ?? null,
      becomes: becomesOf({ personId, payeeId, receiver }, change),
    }))
  })
}

async function handsOf(ctx: Ctx, personId: string) {
  const receiver = await receiverOf(ctx, personId)
  return (await listAwards(ctx, [personId]))
    .filter(({ during }) => during.until === null || during.until > ctx.today)
    .map(({ benefit, payeeId }) => ({
      benefit,
      payeeId,
      receiver: payeeId === personId ? receiver : null,
    }))
}

/** With the change, the way of the money is asked for too: somebody else decides that, as of every way to be paid. */
export async function askForGuardian(ctx: Ctx, request: Request, change: Guardian) {
  const { id, personId, evidence, submittedBy, submittedName } = request
  const wishes = (await handsOf(ctx, personId)).map((hands) => becomesOf({ personId, ...hands }, change))
  const isAsked = wishes.includes('asked')
  if (submittedBy === null || (!isAsked && !wishes.includes('given_back'))) return
  const document = [evidence?.document, evidence?.number].filter(Boolean).join(' ').slice(0, 200)
  await askForReceiver(ctx, {
    personId,
    receiver: isAsked ? await receiverFor(ctx, change, document) : null,
    evidence: document,
    requestId: id,
    askedBy: { id: submittedBy, name: submittedName ?? '' },
  })
}

async function receiverFor(ctx: Ctx, { guardianId, until }: Guardian, document: string) {
  const guardian = (await peopleOnPaper(ctx, [guardianId!])).get(guardianId!) // Only of a guardian is it asked.
  if (!guardian) throw problems('person_not_found', { personId: guardianId })
  const { fullName, number } = guardian
  const last = until === null ? null : addDays(until, -1)
  return { role: 'guardian', personId: guardianId, fullName, number, document, until: last } as const
}
