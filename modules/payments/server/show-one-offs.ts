import { dong } from '#kernel/dong'
import { listOneOffsOf, nameOfSupport } from '#modules/entitlement'
import { areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import type { EnvelopeId, OneOffDue, OneOffView } from '../contract.ts'
import { listLatestTries } from '../db/one-offs.ts'
import { payableIn } from './prepare-one-offs.ts'
import { masked } from './show-envelopes.ts'

/** What waits to be put into envelopes; why it is given is for those who may read rights. */
export async function listOneOffsDue(ctx: Ctx, { areaId }: { areaId: number }) {
  const payable = await payableIn(ctx, areaId)
  const names = await areaNames(ctx, new Set(payable.map(({ oneOff }) => oneOff.areaId)))
  const people = await summariesOf(
    ctx,
    payable.map(({ oneOff }) => oneOff.personId),
  )
  const mayKnowWhy = ctx.actor.permissions.has('entitlement.read')
  const rows = payable.map(({ oneOff, payeeName, channel, way, held }): OneOffDue => ({
    id: oneOff.id,
    person: { id: oneOff.personId, name: people.get(oneOff.personId)?.fullName ?? '' },
    isHousehold: oneOff.isHousehold,
    area: { id: oneOff.areaId, name: names.get(oneOff.areaId) ?? '' },
    right: mayKnowWhy ? nameOfSupport(oneOff.rule) : null,
    amount: oneOff.amount,
    decision: { number: oneOff.decisionNumber, signedOn: oneOff.signedOn },
    payee: { name: payeeName, isInRegister: oneOff.payeeId !== null },
    channel,
    bank: way && 'bank' in way.by ? way.by.bank : null,
    account: masked(way && 'account' in way.by ? way.by.account : null),
    held,
  }))
  return { rows, amount: dong(rows.reduce((sum, { amount }) => sum + amount, 0)) }
}

export async function listOneOffsOfPerson(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<OneOffView[]> {
  const rows = await listOneOffsOf(ctx, [personId])
  const payees = await forWholeCountry(ctx, (ctx) =>
    summariesOf(
      ctx,
      rows.flatMap(({ payeeId }) => payeeId ?? []),
    ),
  )
  const tries = await listLatestTries(
    ctx,
    rows.map(({ id }) => id),
  )
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  return rows.toReversed().map((row) => {
    const latest = tries.get(row.id)
    return {
      id: row.id,
      right: nameOfSupport(row.rule),
      citation: row.citation,
      eventOn: row.eventOn,
      isHousehold: row.isHousehold,
      amount: row.amount,
      decision: { number: row.decisionNumber, signedOn: row.signedOn },
      area: { id: row.areaId, name: names.get(row.areaId) ?? '' },
      payee: {
        name: payees.get(row.payeeId ?? '')?.fullName ?? row.payee?.fullName ?? '',
        isInRegister: row.payeeId !== null,
      },
      state: row.state,
      latest: latest
        ? {
            envelope: { id: latest.envelopeId as EnvelopeId, code: latest.envelopeCode }, // Named by its id.
            state: latest.state,
            channel: latest.channel,
            reason: latest.reason,
            endedOn: latest.endedOn,
          }
        : null,
    }
  })
}
