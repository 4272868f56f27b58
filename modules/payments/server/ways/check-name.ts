import { z } from 'zod'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import type { JobId } from '#platform/contract/jobs'
import { summariesOf } from '#modules/people'
import { getWayRequest, getWayRequestForUpdate, listUnreached, setNameCheck } from '../../db/way-requests.ts'
import { problems } from '../../domain/problems.ts'
import { providerFor } from '../../domain/provider.ts'
import { compareNames } from '../../domain/way-rules.ts'
import type { Way } from '../../domain/way.ts'
import { openProviders } from '../open-providers.ts'
import { askBank, type BankAnswer } from './ask-bank.ts'

const Input = z.object({ id: z.uuid() })

/** Asks the bank whose account it is, outside any transaction, and writes down what it said. */
export async function checkName(job: Job): Promise<{ said: BankAnswer['said'] } | null> {
  const { id } = Input.parse(job.input)
  const asked = await job.request(async (ctx) => {
    const { state, after, areaId } = await getWayRequest(ctx, id)
    const { by } = after
    if (state !== 'asked' || (by.channel !== 'account' && by.channel !== 'wallet')) return undefined
    return { account: by, provider: providerFor(await openProviders(ctx), by.channel, areaId) }
  })
  if (!asked) return null
  const { account, provider } = asked
  const answer: BankAnswer = provider
    ? await askBank(provider.delivery, account, job.signal)
    : { said: 'nothing' }
  await job.request((ctx) => note(ctx, id, answer, provider?.id ?? null))
  return { said: answer.said }
}

async function note(ctx: Ctx, id: string, answer: BankAnswer, checkedBy: string | null) {
  const request = await getWayRequestForUpdate(ctx, id)
  switch (answer.said) {
    case 'nothing':
      return setNameCheck(ctx, id, { nameCheck: 'unreachable', checkedBy })
    case 'unknown':
      return setNameCheck(ctx, id, { nameCheck: 'unknown', checkedBy })
    case 'holder': {
      const payee = (await summariesOf(ctx, [request.personId])).get(request.personId)
      const expected = expectedName(request.after, payee?.fullName ?? '')
      const nameCheck = answer.isClosed ? 'closed' : compareNames(answer.holder, expected)
      return setNameCheck(ctx, id, { nameCheck, nameFound: answer.holder, checkedBy })
    }
  }
}

/** In whose name the account has to be: the receiver’s where it is theirs, otherwise the payee’s. */
export function expectedName({ by, receiver }: Way, payeeName: string): string {
  const isReceivers = (by.channel === 'account' || by.channel === 'wallet') && by.isReceivers
  return isReceivers ? (receiver?.fullName ?? '') : payeeName
}

/** Asks once more, at a person’s wish. */
export async function recheckName(ctx: Ctx, { id }: { id: string }) {
  const { state, after } = await getWayRequestForUpdate(ctx, id)
  if (state !== 'asked' || !('account' in after.by)) throw problems('way_request_settled', { id, state })
  await setNameCheck(ctx, id, { nameCheck: 'waiting' })
  const { jobId } = await enqueue(ctx, { kind: 'payments.check_name', input: { id }, once: id })
  return { jobId: jobId as JobId } // Just asked for.
}

/** Asks every hour for those whose bank did not answer. */
export async function askBanksAgain(ctx: Ctx) {
  for (const id of await listUnreached(ctx))
    await enqueue(ctx, { kind: 'payments.check_name', input: { id }, once: id })
}
