import { describe, expect } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { fileOf, staffOf } from '../testing.ts'
import { propose, sign, take } from '../testing-decisions.ts'
import {
  there,
  headId,
  keeperOf,
  givenSecond,
  unsaid,
  admitted,
  givenFacility,
  givenRecipient,
  givenFile,
  matchFor,
} from '../testing-facilities.ts'

test('a facility is found on the portal once its head says so, with the places that are free', async ({
  world,
}) => {
  const { head } = await givenFacility(world, { places: 2 })
  const anybody = world.as({ areaId: 0, can: [] })
  expect(await anybody.call(api.listPublicFacilities, {})).toEqual([])
  await head.call(api.recordFacility, {
    name: 'Trung tâm Bảo trợ xã hội tỉnh Phú Thọ',
    abbreviation: 'TTBTXH',
    places: 2,
    ...unsaid,
    serves: 'người khuyết tật đặc biệt nặng không nơi nương tựa',
    phone: '0210 384 6000',
    isListed: true,
    requestId: crypto.randomUUID(),
  })
  const [found] = await anybody.call(api.listPublicFacilities, {})
  expect(found).toMatchObject({ freePlaces: 2, phone: '0210 384 6000', address: null })
  expect(Object.keys(found!).toSorted()).toEqual([
    'address',
    'commune',
    'freePlaces',
    'name',
    'phone',
    'serves',
  ])
})

describe('the register of facilities', () => {
  test('is told everything each time: a facility recorded once more in part would lose the rest', async ({
    world,
  }) => {
    const { head } = await givenFacility(world, { places: 3 })
    const part = { name: 'Trung tâm', abbreviation: 'TTBTXH', places: 2, requestId: crypto.randomUUID() }
    await expect(head.call(api.recordFacility, part as never)).rejects.toThrow('invalid_input')
    const [kept] = (await head.call(api.listFacilities, {})).facilities
    expect(kept).toMatchObject({ places: 3, superior: 'Sở Y tế tỉnh Phú Thọ' })
  })

  test('is kept by the province: recorded for a head, renamed with its residents, closed once nobody lives there', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world, { places: 3 })
    const keeper = await keeperOf(world)
    const told = {
      name: 'Trung tâm Công tác xã hội',
      abbreviation: 'TTCTXH',
      ...unsaid,
      kind: 'social_work',
      isPublic: true,
    } as const
    const register = (differing: object) =>
      keeper.call(api.registerFacility, {
        ...told,
        places: null,
        headId,
        requestId: crypto.randomUUID(),
        ...differing,
      })
    // The one who heads it stays its head; whoever heads none, or another, is not taken.
    await expect(register({})).rejects.toThrow('applications.facility_head_taken')
    await expect(register({ headId: crypto.randomUUID() })).rejects.toThrow(
      'applications.facility_head_unknown',
    )
    await expect(register({ id: facilityId, kind: 'small', places: 12 })).rejects.toThrow(
      'applications.facility_too_large',
    )
    await admitted({ officer, head, staff, facilityId }, await givenRecipient(world))
    await register({ id: facilityId, places: 1 })
    const [facility] = (await officer.call(api.listFacilities, {})).facilities
    expect(facility).toMatchObject({ ...told, residents: 1, places: 1, head: { name: 'Lê Thị Hồng Gấm' } })
    await expect(admitted({ officer, head, staff, facilityId }, await givenRecipient(world))).rejects.toThrow(
      'applications.facility_full',
    )
    const close = (closedOn: string | null) =>
      keeper.call(api.closeFacility, {
        id: facilityId,
        closedOn: closedOn && civilDate(closedOn),
        requestId: crypto.randomUUID(),
      })
    await expect(close('2026-11-23')).rejects.toThrow('applications.facility_lived_in')
  })

  test('is changed by nobody of another province, and a closed one takes nobody in', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world)
    const keeper = await keeperOf(world)
    const close = (who: World, closedOn: string | null) =>
      who.call(api.closeFacility, {
        id: facilityId,
        closedOn: closedOn && civilDate(closedOn),
        requestId: crypto.randomUUID(),
      })
    const stranger = world.as({ areaId: 1, areaIds: [1], can: ['applications.keep_facilities'] })
    await expect(close(stranger, '2026-11-23')).rejects.toThrow('applications.facility_not_found')
    await expect(close(keeper, '2026-12-31')).rejects.toThrow('applications.facility_closed_ahead')
    await expect(close(keeper, '1990-01-01')).rejects.toThrow('applications.facility_closed_before')
    await close(keeper, '2026-11-23')
    const personId = await givenRecipient(world)
    await expect(admitted({ officer, head, staff, facilityId }, personId)).rejects.toThrow(
      'applications.facility_closed',
    )
    await close(keeper, null)
    await admitted({ officer, head, staff, facilityId }, personId)
  })

  test('says which of two in one commune has a file: the other head neither signs nor lets go', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const first = await givenFacility(world)
    const second = await givenSecond(world)
    const { head, staff, facilityId } = first
    const voluntary = await givenFile(officer, await givenRecipient(world), 'voluntary')
    await take(officer, voluntary, 'accept_contract', { facilityId: second.facilityId })
    const asked = { action: 'refuse', kind: 'refuse', reasons: ['Hết chỗ.'] } as const
    const { proposalId } = await propose(staff, voluntary, asked)
    await expect(sign(head, proposalId)).rejects.toThrow('applications.not_competent')
    expect((await sign(second.head, proposalId)).number).toBe('01/TB-NBT')

    const personId = await givenRecipient(world)
    await admitted({ officer, head, staff, facilityId }, personId)
    const { id } = await staff.call(
      api.submitApplication,
      fileOf(null, {
        procedure: 'facility_discharge',
        areaId: there,
        asked: {},
        papers: [],
        isComplete: true,
      }),
    )
    await matchFor(world, id, personId)
    const leaves = await propose(staff, id, {
      action: 'propose',
      kind: 'discharge',
      detail: { kind: 'discharge', on: civilDate('2026-12-10'), ground: 'asked_for' },
    })
    await staff.call(api.showDraftPaper, { id: leaves.proposalId })
    await expect(sign(second.head, leaves.proposalId)).rejects.toThrow('applications.not_competent')
    await sign(head, leaves.proposalId)
  })
})
