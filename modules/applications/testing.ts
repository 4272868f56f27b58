import type { z } from 'zod'
import type { World } from '#testing/world'
import { areaIdsWithin } from '#modules/geography'
import { tryAnswers, type Challenge, type Proof } from '#platform/contract/proof-of-work'
import { anonymous } from '#platform/server/context'
import { getChallenge, SubmitApplication } from './contract.ts'

export { givenPerson } from '../entitlement/testing.ts'
export { awardsOf, dueOf, propose, sign, take } from './testing-decisions.ts'

/** Xã Tam Sơn as it has been since July 2025. */
export const tamSon = 250708824

const officerId = '0197f000-0000-7000-8000-0000000000a1'
const chairId = '0197f000-0000-7000-8000-0000000000a2'

/** The officer who handles files in a commune, and the chair who signs there. */
export async function staffOf(world: World, areaId = tamSon): Promise<{ officer: World; chair: World }> {
  const areaIds = [...(await areaIdsWithin(world.ctx, areaId))]
  const reading = ['applications.read', 'people.read', 'people.read_confidential']
  return {
    officer: world.as({
      userId: officerId,
      name: 'Nguyễn Thị Lan',
      areaId,
      areaIds,
      can: [...reading, 'applications.handle', 'people.record'],
    }),
    chair: world.as({
      userId: chairId,
      name: 'Trần Văn Thành',
      areaId,
      areaIds,
      can: [...reading, 'applications.sign', 'applications.answer_feedback'],
    }),
  }
}

/** A file for a monthly allowance at the counter of Tam Sơn, but for what differs. */
export function fileOf(
  personId: string | null,
  differing: Partial<SubmitApplicationInput> = {},
): SubmitApplication {
  return SubmitApplication.parse({
    procedure: 'monthly_allowance',
    channel: 'counter',
    areaId: tamSon,
    personId,
    subject: { fullName: 'Phùng Thị Mận', sex: 'female', born: '1984-05-10' },
    asked: { standing: { disability: 'severe' } },
    papers: [
      { kind: 'disability_certificate', state: 'provided' },
      { kind: 'identity', state: 'provided' },
    ],
    requestId: crypto.randomUUID(),
    ...differing,
  })
}

type SubmitApplicationInput = z.input<typeof SubmitApplication>

/** Somebody at home, who has not signed in. */
export function somebody(world: World): World {
  return world.as({ ...anonymous })
}

/** The answer to a riddle, as a page of the portal finds it. */
export async function proofFor(world: World): Promise<Proof> {
  return answerTo(await somebody(world).call(getChallenge, {}))
}

export function answerTo(challenge: Challenge): Proof {
  for (let from = 0; ; from += 10_000) {
    const proof = tryAnswers(challenge, { from, count: 10_000 })
    if (proof) return proof
  }
}
