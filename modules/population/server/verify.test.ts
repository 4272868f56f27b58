import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { listComparisons } from '../db/verifications.ts'
import { signedJson } from './adapters/signed-json.ts'
import {
  besideARegistry,
  givenResident,
  job,
  known,
  own,
  registry,
  run,
} from './beside-a-registry.testing.ts'
import { verifyWith } from './verify.ts'

besideARegistry()

test('who agrees with the population register is marked as verified; of others it is kept what differs', async () => {
  const isVerified = false
  const [one, other, third] = [
    await givenResident({ isVerified }),
    await givenResident({ isVerified }),
    await givenResident({ isVerified }),
  ]
  for (const { number, born } of [
    { number: one.number, born: '1980-05-10' },
    { number: other.number, born: '1981-05-10' },
  ])
    await registry.happen({
      kind: 'birth',
      personalId: number,
      on: born,
      identity: { fullName: 'Nguyễn Thị Hòa', sex: 'female', born },
      residence: { area: '08824' },
    })
  for (const { personId } of [one, other, third])
    await verifyWith(signedJson(registry.wire), { ...job(), input: { personId } } as never)
  expect(await known(one.number)).toMatchObject({ verifiedOn: '2026-11-23' })
  expect(await known(other.number)).toMatchObject({ verifiedOn: null })
  const { rows } = await own.request((ctx) =>
    sql`select outcome, differs from population.verification where person_id = any(${[other.personId, third.personId]}::uuid[])
      order by outcome`.execute(ctx.db()),
  )
  expect(rows).toEqual([
    { outcome: 'mismatch', differs: ['born'] },
    { outcome: 'not_found', differs: [] },
  ])
  // Asked once more, the first answer stays to be read, with who asked.
  await verifyWith(signedJson(registry.wire), { ...job(), input: { personId: other.personId } } as never)
  const history = await own.request((ctx) => listComparisons(ctx, other.personId))
  expect(history).toMatchObject([
    { outcome: 'mismatch', differs: ['born'], askedName: 'An Sinh' },
    { outcome: 'mismatch', differs: ['born'], askedName: 'An Sinh' },
  ])
  await run()
})
