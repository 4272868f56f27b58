import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { test, type World } from '#testing/world'
import { severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { getApplication } from '../db/applications.ts'
import { born, subject } from '../testing-door.ts'
import { wordsOf } from '../testing-decisions.ts'
import { fileOf, givenPerson, somebody, staffOf, tamSon } from '../testing.ts'
import { declarationOf } from './declaration.ts'
import { openFiles } from './open-file.ts'

const registered = 'Thôn Đông Thịnh'
const told = 'Thôn Tây Lạc'

describe('a file that names another village than the register', () => {
  test('is received and declared by what it says', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { id, receiptId } = await received(world, told)
    const receipt = await wordsOf(officer, receiptId!)
    expect(receipt).toContain(`${told}, Xã Tam Sơn`)
    expect(receipt).not.toContain(registered)
    const [file] = await openFiles(officer.ctx, [await getApplication(officer.ctx, id)])
    const declaration = JSON.stringify(await declarationOf(officer.ctx, file!))
    expect(declaration).toContain(`${told}, Xã Tam Sơn`)
    expect(declaration).not.toContain(registered)
  })

  test('shows the difference to officers, and to nobody else', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { id, code } = await received(world, told)
    const seen = await officer.call(api.getApplication, { id })
    expect(seen.registeredHome).toContain(`${registered}, Xã Tam Sơn`)
    const tracked = await somebody(world).call(api.trackApplication, { code, born })
    expect(JSON.stringify(tracked)).not.toContain(registered)
  })
})

test.for([
  ['the same village', registered],
  ['the same, written otherwise', 'thôn  đông thịnh'],
  ['no village', null],
] as const)('a file with %s as the register marks no difference', async ([, village], { world }) => {
  const { officer } = await staffOf(world)
  const { id } = await received(world, village)
  expect(await officer.call(api.getApplication, { id })).toMatchObject({ registeredHome: null })
})

test('a declaration without a village has the one of the register', async ({ world }) => {
  const { officer } = await staffOf(world)
  const { id } = await received(world, null)
  const [file] = await openFiles(officer.ctx, [await getApplication(officer.ctx, id)])
  expect(JSON.stringify(await declarationOf(officer.ctx, file!))).toContain(`${registered}, Xã Tam Sơn`)
})

async function received(world: World, village: string | null) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await sql`update people.person set home_village = ${registered} where id = ${personId}`.execute(
    world.ctx.db(),
  )
  return officer.call(
    api.submitApplication,
    fileOf(personId, { subject: { ...subject, village }, isComplete: true }),
  )
}
