import { addDays } from '#kernel/civil-date'
import { listAwards } from '#modules/entitlement'
import { askForReceiver, receiverOf } from '#modules/payments'
import { peopleOnPaper, summariesOf } from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { Preview } from '../contract.ts'
import type { Request } from '../db/requests.ts'
import type { Change } from '../domain/change.ts'
import { problems } from '../domain/problems.ts'
import { becomesOf, successionIn, type Succession } from '../domain/receiving.ts'

/** In whose hands the money is now, of whoever gets another guardian or carer, or loses a parent, and what becomes of that. */
export async function receivingOf(ctx: Ctx, personId: string, change: Change): Promise<Preview['receiving']> {
  const succession = successionIn(personId, change)
  if (!succession) return []
  return forWholeCountry(ctx, async (ctx) => {
    const hands = await handsOf(ctx, succession.wardId)
    const people = await summariesOf(
      ctx,
      hands.map(({ payeeId }) => payeeId),
    )
    return hands.map(({ benefit, payeeId, receiver }) => ({
      benefit,
      payee: {
        id: PersonId.parse(payeeId),
        fullName: people.get(payeeId)?.fullName ?? null,
        isSelf: payeeId === succession.wardId,
      },
      receiver: receiver?.fullName ?? null,
      becomes: becomesOf({ benefit, payeeId, receiver }, succession),
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
export async function askForSuccessor(ctx: Ctx, request: Request): Promise<void> {
  const { id, change, evidence, submittedBy, submittedName } = request
  const succession = successionIn(request.personId, change)
  if (!succession || submittedBy === null) return
  const { wardId } = succession
  const wishes = (await handsOf(ctx, wardId)).map((hands) => becomesOf(hands, succession))
  const isAsked = wishes.includes('asked')
  if (!isAsked && !wishes.includes('given_back')) return
  const document = [evidence?.document, evidence?.number].filter(Boolean).join(' ').slice(0, 200)
  const until = 'until' in change ? change.until : null
  await askForReceiver(ctx, {
    personId: wardId,
    receiver: isAsked
      ? { ...(await receiverFor(ctx, succession)), document, until: until && addDays(until, -1) }
      : null,
    evidence: document,
    requestId: id,
    askedBy: { id: submittedBy, name: submittedName ?? '' },
  })
}

async function receiverFor(ctx: Ctx, { role, successorId }: Succession) {
  const personId = successorId! // Only of somebody who follows is it asked.
  const successor = (await peopleOnPaper(ctx, [personId])).get(personId)
  if (!successor) throw problems('person_not_found', { personId })
  return { role, personId, fullName: successor.fullName, number: successor.number }
}
