import { sql } from 'kysely'
import { expect } from 'vitest'
import { test, type World } from '#testing/world'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { awardsOf, propose, sign } from '../testing-decisions.ts'
import { applicationsSubscribers } from './follow-merge.ts'

test('a draft written for a record that was merged is signed for the one that was kept, and goes back where they are two again', async ({
  world,
}) => {
  const { officer, chair } = await staffOf(world)
  const [keptId, mergedId] = [
    await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] }),
    await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] }),
  ]
  const { id } = await officer.call(api.submitApplication, fileOf(mergedId, { isComplete: true }))
  const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'grant' })
  const hear = (event: 'merged' | 'parted') =>
    applicationsSubscribers[
      event === 'merged' ? 'applications.follow_merge' : 'applications.follow_parting'
    ]!.run(world.ctx, { type: `duplicates.${event}`, eventId: 1, keptId, mergedId })
  const about = async () => (await officer.call(api.getApplication, { id })).personId

  await hear('merged')
  expect(await about()).toBe(keptId)
  await hear('parted')
  expect(await about()).toBe(mergedId)
  await hear('parted') // Told twice, nothing happens twice.
  expect(await about()).toBe(mergedId)

  await hear('merged')
  await markMerged(world, { keptId, mergedId })
  const { documentId } = await sign(chair, proposalId)
  expect(await awardsOf(world, mergedId)).toEqual([])
  expect(await awardsOf(world, keptId)).toMatchObject([{ benefit: 'monthly_allowance', closeReason: null }])
  const { rows } = await sql`select person_id from applications.document where id = ${documentId}`.execute(
    world.ctx.db(),
  )
  expect(rows).toEqual([{ personId: keptId }])
  expect((await officer.call(api.getApplication, { id })).events.map(({ kind }) => kind)).toContain(
    'person_merged',
  )
})

/** The register as a merge leaves it: the record leads to the one that was kept. */
async function markMerged({ ctx }: World, { keptId, mergedId }: { keptId: string; mergedId: string }) {
  await sql`update people.person set merged_into = ${keptId} where id = ${mergedId}`.execute(ctx.db())
}
