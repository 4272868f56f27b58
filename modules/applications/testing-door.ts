import { randomUUID } from 'node:crypto'
import type { World } from '#testing/world'
import * as api from './contract.ts'
import { proofFor, somebody, tamSon } from './testing.ts'

/** Whoever applies from home in tests, with the birth date her file is tracked by. */
export const subject = { fullName: 'Phùng Thị Mận', sex: 'female', born: '1984-05-10' } as const
export const { born } = subject

/** A file sent from home to Tam Sơn, but for what differs. */
export async function submitted(world: World, differing: object = {}) {
  return somebody(world).call(api.submitOnline, {
    procedure: 'monthly_allowance',
    areaId: tamSon,
    subject,
    asked: { standing: { disability: 'severe' } },
    proof: await proofFor(world),
    requestId: randomUUID(),
    ...differing,
  })
}

/** What is sent to keep a picture of a paper. */
export async function photograph(world: World) {
  const file = new File([onePixel], 'giấy tờ.png', { type: 'image/png' })
  return { file, proof: await proofFor(world), requestId: randomUUID() }
}

/** What is sent to keep a draft, as a new one or over the one of a code. */
export async function draft(world: World, content: Record<string, unknown>, code: string | null = null) {
  return { code, content, proof: await proofFor(world), requestId: randomUUID() }
}

/** A picture of one pixel, as a phone might send it. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
