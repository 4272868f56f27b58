import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { listHolders, benefits } from '#modules/entitlement'
import { peopleToVerify, recordIdentifiers, type ToVerify } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { insertVerifications } from '../db/verifications.ts'
import { problems } from '../domain/problems.ts'
import { longestWait, mostTries, rests } from '../domain/retry.ts'
import type { Trouble } from '../domain/trouble.ts'
import type { PopulationRegister, Verified } from './adapters/adapter.ts'
import { getRegister } from './adapters/connected.ts'
import { asTheRegister } from './as-the-register.ts'
import { written } from './messages.vi.ts'

export const verifyKind = 'population.verify'

const Wish = z.object({
  /** One person; left out, everybody who receives something and was not compared yet. */
  personId: z.uuid().optional(),
})

export type Compared = {
  readonly compared: number
  readonly match: number
  readonly mismatch: number
  readonly notFound: number
  readonly trouble: Trouble | null
}

/** Compares people with the population register («xác thực»): who agrees is marked, of others it is kept what differs. */
export function verify(job: Job): Promise<Compared> {
  return verifyWith(getRegister(), job)
}

export async function verifyWith(register: PopulationRegister, job: Job): Promise<Compared> {
  const { personId } = Wish.parse(job.input)
  const ids = personId === undefined ? await job.request(recipients) : [personId]
  const waiting = await job.request((ctx) => peopleToVerify(ctx, ids, { isAgain: personId !== undefined }))
  if (personId !== undefined && waiting.length === 0) throw problems('no_personal_id')
  const counts = { match: 0, mismatch: 0, not_found: 0 }
  for (let done = 0; done < waiting.length; done += register.most.verified) {
    const some = waiting.slice(done, done + register.most.verified)
    const answers = await askPatiently(register, some, { job, isOne: personId !== undefined })
    if ('trouble' in answers) return { ...said(counts), trouble: answers.trouble }
    await job.request((ctx) => keep(ctx, some, answers))
    for (const { outcome } of answers) counts[outcome]++
    await job.progress(done + some.length, waiting.length)
  }
  return { ...said(counts), trouble: null }
}

const said = ({ match, mismatch, not_found: notFound }: Record<Verified['outcome'], number>) => ({
  compared: match + mismatch + notFound,
  match,
  mismatch,
  notFound,
})

async function recipients(ctx: Ctx): Promise<string[]> {
  const ids = new Set<string>()
  for (const benefit of benefits) for (const id of await listHolders(ctx, benefit)) ids.add(id)
  return [...ids]
}

/** Whoever waits at a page hears of trouble at once; a long list waits as long as it is asked to. */
async function askPatiently(
  register: PopulationRegister,
  people: readonly ToVerify[],
  { job, isOne }: { readonly job: Job; readonly isOne: boolean },
): Promise<readonly Verified[] | { readonly trouble: Trouble }> {
  for (let tries = 1; ; tries++) {
    const answer = await register.verify(
      people.map(({ personId, ...one }) => ({ ...one, reference: personId })),
    )
    if (answer.kind === 'verified') return answer.answers
    const { trouble, seconds = rests(tries) } = answer
    if (isOne) throw problems('not_reachable', { trouble })
    if (tries === mostTries || seconds > longestWait) return { trouble }
    await sleep(seconds * 1000, undefined, { signal: job.signal })
  }
}

/** Only answers about whom was asked count. */
async function keep(ctx: Ctx, people: readonly ToVerify[], answers: readonly Verified[]) {
  const asked = new Map(people.map((one) => [one.personId, one]))
  const about = answers.filter(({ reference }) => asked.has(reference))
  await recordIdentifiers(
    asTheRegister(ctx),
    about.flatMap(({ reference, outcome }) =>
      outcome === 'match'
        ? [
            {
              personId: reference,
              kind: 'personal_id' as const,
              number: asked.get(reference)!.personalId,
              verifiedOn: ctx.today,
              source: written.verified,
            },
          ]
        : [],
    ),
  )
  await insertVerifications(
    ctx,
    about.map(({ reference, outcome, differs }) => ({ personId: reference, outcome, differs })),
  )
}

/** Has somebody compared soon. */
export function askToVerify(ctx: Ctx, personId?: string): Promise<{ jobId: string }> {
  getRegister()
  return enqueue(ctx, { kind: verifyKind, input: { personId }, once: personId ?? 'recipients' })
}
