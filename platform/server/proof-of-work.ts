import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { addSeconds, Instant } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { zeroBitsOf, type Challenge, type Proof } from '#platform/contract/proof-of-work'
import type { CountCall } from './callers.ts'
import type { Ctx } from './context.ts'
import { findSecret } from './secret.ts'

/** About a third of a second of an old phone. */
const leastBits = 15
/** Some twenty seconds of it: whoever shares the address of somebody who sends and sends still gets through. */
const mostBits = 21
/** A file with forty photographs, and whatever went wrong on the way. */
const usual = 60

/**
 * How hard the next riddle is for where it is asked from: the same as ever for as many as one needs, and twice as hard with
 * each doubling of them within an hour. Who wants to send a thousand forms soon waits minutes for each handful.
 */
export function bitsFor(asked: number): number {
  const doublings = Math.ceil(Math.log2(Math.max(asked, 1) / usual))
  return Math.min(mostBits, leastBits + Math.max(0, doublings))
}

/** Which riddle of this hour it is, for where it is asked from; the first where nobody counts. */
export async function countRiddle(countCall?: CountCall): Promise<number> {
  return (await countCall?.('riddles', '', { times: Infinity, seconds: 3600 })) ?? 1
}

const validFor = 20 * 60

let secret: Promise<string> | undefined

/** A riddle only this installation can have set; nothing is kept until it is answered. */
export async function setChallenge({ now }: Pick<Ctx, 'now'>, asked = 1): Promise<Challenge> {
  const bits = bitsFor(asked)
  const text = `${addSeconds(now, validFor)} ${bits} ${randomBytes(12).toString('base64url')}`
  return { challenge: `${text} ${await signatureOf(text)}`, bits }
}

/** Takes the answer to a riddle, once. */
export async function spendProof(ctx: Ctx, proof: Proof) {
  const { challenge } = proof
  const expiresAt = await checkProof(proof)
  if (expiresAt < ctx.now) throw new Problem('proof_expired', 422)
  const { rows } =
    await sql`insert into platform.spent_proof (challenge, expires_at) values (${challenge}, ${expiresAt})
    on conflict do nothing returning challenge`.execute(ctx.db())
  if (rows.length === 0) throw new Problem('proof_spent', 409)
}

/** Whether it is an answer to a riddle of ours, and until when. */
async function checkProof(proof: Proof): Promise<Instant> {
  const { challenge } = proof
  const cut = challenge.lastIndexOf(' ')
  const [text, signature] = [challenge.slice(0, cut), challenge.slice(cut + 1)]
  const [expires, asked] = text.split(' ')
  if (!isSame(signature, await signatureOf(text))) throw new Problem('proof_wrong', 422)
  const expiresAt = Instant.parse(expires) // Signed by us, so it is one.
  if (zeroBitsOf(proof) < Number(asked)) throw new Problem('proof_wrong', 422)
  return expiresAt
}

async function signatureOf(text: string): Promise<string> {
  secret ??= findSecret()
  return createHmac('sha256', `proof of work ${await secret}`)
    .update(text)
    .digest('base64url')
}

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}
