import { describe, expect } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin, getArea } from '#modules/geography'
import { createUser } from '#modules/identity'
import { test, type World } from '#testing/world'
import { decided, givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { act, awardsOf, dueOf, propose, sign, take, wordsOf } from '../testing-decisions.ts'

/** The facility stands in another commune than its residents come from. */
const there = 250709112

describe('an admission', () => {
  test('is decided by the head of the facility: nursed from then on, and the community ends', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const { head, facilityId } = await givenFacility(world)
    const personId = await givenRecipient(world)
    const id = await givenFile(officer, personId)
    const detail = { kind: 'admit', facilityId, group: 'A', from: civilDate('2026-11-25') } as const
    const draft = { action: 'propose', kind: 'admit', detail } as const
    // Severely disabled, and not exceptionally so: no fact opens a place, so it is said why, and read by itself.
    await expect(propose(officer, id, draft)).rejects.toThrow('deviation_needs_reason')
    expect(await officer.call(api.previewDecision, { id, kind: 'admit', detail })).toMatchObject({
      isRight: false,
      difference: 'no_place',
    })
    const deviation = 'Sống một mình, không tự chăm sóc được.'
    const { proposalId } = await propose(officer, id, { ...draft, deviation })
    expect(await officer.call(api.getApplication, { id })).toMatchObject({
      step: { id: 'decide' },
      otherArea: { id: tamSon, hasFile: true },
      proposal: { terms: { monthly: 2_160_000, before: 810_000 } },
    })
    await expect(sign(chair, proposalId)).rejects.toThrow(/proposal_not_found|not_competent/)
    const { number, documentId } = await sign(head, proposalId)
    expect(number).toBe('01/QĐ-TTBTXH')
    expect(await wordsOf(world, documentId)).toContain('Trung tâm Bảo trợ xã hội tỉnh Phú Thọ')
    expect(await awardsOf(world, personId)).toMatchObject([
      { benefit: 'facility_care', during: '[2026-11-01,)' },
      { benefit: 'monthly_allowance', during: '[2022-03-01,2026-12-01)' },
    ])
    // C20: the month of the admission still pays at home, the next the nursing, and none of them both.
    expect(await dueOf(world, personId, '2026-11')).toEqual({ allowance: 810_000 })
    expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
    await leavesAgain(world, { head, personId, facilityId })
  })

  test('waits while every place is taken, but for whoever is in danger', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world, { places: 1 })
    const admit = async (group: 'B' | 'D') => {
      const personId = await givenRecipient(world)
      const id = await givenFile(officer, personId, 'voluntary')
      await take(officer, id, 'accept_contract', { otherAreaId: there })
      const detail = { kind: 'admit', facilityId, group, from: civilDate('2026-11-23') } as const
      return propose(staff, id, { action: 'sign', kind: 'admit', detail })
    }
    const [first, second] = [await admit('D'), await admit('D')]
    await sign(head, first.proposalId)
    expect((await officer.call(api.listFacilities, {})).facilities).toMatchObject([
      { places: 1, residents: 1 },
    ])
    await expect(sign(head, second.proposalId)).rejects.toThrow('applications.facility_full')
    await expect(admit('D')).rejects.toThrow('applications.facility_full')
    await sign(head, (await admit('B')).proposalId)
  })

  test('at one’s own cost opens nothing and ends no allowance', async ({ world }) => {
    const { officer } = await staffOf(world)
    const { head, staff, facilityId } = await givenFacility(world)
    const personId = await givenRecipient(world)
    const id = await givenFile(officer, personId, 'voluntary')
    await take(officer, id, 'accept_contract', { otherAreaId: there })
    const { proposalId } = await propose(staff, id, {
      action: 'sign',
      kind: 'admit',
      detail: { kind: 'admit', facilityId, group: 'D', from: civilDate('2026-11-25') },
    })
    await sign(head, proposalId)
    expect(await awardsOf(world, personId)).toMatchObject([
      { benefit: 'monthly_allowance', during: '[2022-03-01,)' },
    ])
    expect(await dueOf(world, personId, '2026-12')).toEqual({ allowance: 810_000 })
  })

  test('because of danger comes first and the file after, three months at most; then one stays by a decision', async ({
    world,
  }) => {
    const { head, staff, facilityId } = await givenFacility(world)
    const personId = await givenPerson(world.ctx, { areaId: there, born: '1990-01-01' })
    const { id } = await staff.call(api.submitApplication, fileOfDanger(personId))
    const first = await propose(staff, id, {
      action: 'admit',
      kind: 'admit',
      detail: { kind: 'admit', facilityId, group: 'B', from: civilDate('2026-11-23') },
    })
    await sign(head, first.proposalId)
    expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
    expect(await dueOf(world, personId, '2027-03')).toEqual({})
    await take(staff, id, 'file_complete')
    const stays = await propose(staff, id, {
      action: 'stay_on',
      kind: 'admit',
      reasons: ['Chưa có nơi về.'],
      detail: { kind: 'admit', facilityId, group: 'C', from: civilDate('2026-12-01') },
    })
    await sign(head, stays.proposalId)
    expect(await dueOf(world, personId, '2027-03')).toEqual({ nursing: 2_160_000 })
  })
})

describe('a step of the head of a facility', () => {
  test('is taken by the head, not by the staff nor by the chair of the commune', async ({ world }) => {
    const { head, staff } = await givenFacility(world)
    const personId = await givenPerson(world.ctx, { areaId: there, born: '1990-01-01' })
    const { id, version, dueOn } = await staff.call(api.submitApplication, {
      ...fileOfDanger(personId),
      isComplete: true,
    })
    // Complete only with the admission itself: it is there, and waits for it.
    expect({ version, dueOn }).toEqual({ version: 1, dueOn: null })
    const { chair } = await staffOf(world, there)
    const decline = { ...act(id, 1, 'decline'), reason: 'Đã có người thân đón về.' }
    await expect(staff.call(api.takeAction, decline)).rejects.toThrow('not_competent')
    await expect(chair.call(api.takeSignersAction, decline)).rejects.toThrow('not_competent')
    const { actions } = await staff.call(api.getApplication, { id })
    expect(actions.map(({ id, needs }) => [id, needs])).toEqual([
      ['admit', 'sign'],
      ['decline', 'sign'],
    ])
    await head.call(api.takeSignersAction, decline)
    expect(await staff.call(api.getApplication, { id })).toMatchObject({ outcome: 'not_received' })
  })
})

/** Whoever leaves is nursed through the month, and the file for home is there the same day. */
async function leavesAgain(
  world: World,
  { head, personId, facilityId }: { head: World; personId: string; facilityId: string },
) {
  expect(facilityId).toBeTruthy()
  const { staff } = await givenFacility(world)
  const { id } = await staff.call(
    api.submitApplication,
    fileOf(null, { procedure: 'facility_discharge', areaId: there, asked: {}, papers: [], isComplete: true }),
  )
  // The file is about whoever lives there: the facility has the file, and with it sight of the person.
  await matchFor(world, id, personId)
  const { proposalId } = await propose(staff, id, {
    action: 'propose',
    kind: 'discharge',
    reasons: ['Có người nhận chăm sóc.'],
    detail: { kind: 'discharge', on: civilDate('2026-12-10'), ground: 'asked_for' },
  })
  const { documentId } = await sign(head, proposalId)
  expect(await wordsOf(world, documentId)).toContain('đến hết tháng 12 năm 2026')
  expect(await dueOf(world, personId, '2026-12')).toEqual({ nursing: 2_160_000 })
  expect(await awardsOf(world, personId)).toContainEqual(
    expect.objectContaining({ benefit: 'facility_care', during: '[2026-11-01,2027-01-01)' }),
  )
  const { officer, chair } = await staffOf(world)
  const { rows } = await officer.call(api.listApplications, { procedure: 'monthly_allowance' })
  expect(rows).toMatchObject([{ personId, step: { id: 'intake' } }])
  expect(chair).toBeTruthy()
}

async function matchFor(world: World, id: string, personId: string) {
  const country = world.as({
    areaId: 0,
    areaIds: [],
    can: ['applications.read', 'applications.handle', 'people.read_confidential'],
  })
  const { version } = await country.call(api.getApplication, { id: id as api.ApplicationId })
  await country.call(api.matchPerson, {
    id: id as api.ApplicationId,
    version,
    personId,
    requestId: crypto.randomUUID(),
  })
}

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

const headId = '0197f000-0000-7000-8000-0000000000b1'

/** The specialist of the province, whose register it is; the head has an account, so that they can be named. */
async function keeperOf(world: World): Promise<World> {
  await createUser(world.ctx, {
    id: headId,
    name: 'Lê Thị Hồng Gấm',
    username: 'gam',
    password: 'mật khẩu dài để thử',
    role: 'facility_head',
    areaId: there,
  })
  const areaId = (await getArea(world.ctx, there)).parentId! // A commune lies in a province.
  const areaIds = [...(await areaIdsWithin(world.ctx, areaId))]
  return world.as({ areaId, areaIds, can: ['applications.read', 'applications.keep_facilities'] })
}

/** Another house in the very commune, with a head of its own. */
async function givenSecond(world: World) {
  const areaIds = [...(await areaIdsWithin(world.ctx, there))]
  const head = world.as({
    userId: '0197f000-0000-7000-8000-0000000000b3',
    name: 'Đỗ Văn Lâm',
    areaId: there,
    areaIds,
    can: [
      'applications.read',
      'people.read_confidential',
      'applications.sign',
      'applications.sign_for_facility',
    ],
  })
  const { id } = await head.call(api.recordFacility, {
    name: 'Nhà bảo trợ Tam Dương',
    abbreviation: 'NBT',
    places: null,
    ...unsaid,
    requestId: crypto.randomUUID(),
  })
  return { head, facilityId: id }
}

/** What a letterhead need not say, and is told all the same: nothing is lost by being left out. */
const unsaid = {
  superior: null,
  headTitle: 'Giám đốc',
  kind: null,
  isPublic: null,
  serves: null,
  address: null,
  phone: null,
  isListed: false,
}

type Facility = { readonly head: World; readonly staff: World; readonly facilityId: string }

/** Takes somebody in at the State’s cost, by the decision of the head. */
async function admitted({ officer, head, facilityId }: Facility & { officer: World }, personId: string) {
  const id = await givenFile(officer, personId)
  const { proposalId } = await propose(officer, id, {
    action: 'propose',
    kind: 'admit',
    detail: { kind: 'admit', facilityId, group: 'A', from: civilDate('2026-11-23') },
    deviation: 'Sống một mình, không tự chăm sóc được.',
  })
  await sign(head, proposalId)
}

async function givenFacility(world: World, { places = null }: { places?: number | null } = {}) {
  const areaIds = [...(await areaIdsWithin(world.ctx, there))]
  const reading = ['applications.read', 'people.read_confidential']
  const as = (userId: string, name: string, can: string[]) =>
    world.as({ userId, name, areaId: there, areaIds, can: [...reading, ...can] })
  const head = as(headId, 'Lê Thị Hồng Gấm', ['applications.sign', 'applications.sign_for_facility'])
  const staff = as('0197f000-0000-7000-8000-0000000000b2', 'Vũ Văn Nam', ['applications.handle'])
  const { id } = await head.call(api.recordFacility, {
    name: 'Trung tâm Bảo trợ xã hội tỉnh Phú Thọ',
    abbreviation: 'TTBTXH',
    places,
    ...unsaid,
    superior: 'Sở Y tế tỉnh Phú Thọ',
    requestId: crypto.randomUUID(),
  })
  return { head, staff, facilityId: id }
}

function fileOfDanger(personId: string) {
  return fileOf(personId, {
    procedure: 'emergency_admission',
    areaId: there,
    subject: { fullName: 'Phùng Thị Mận', sex: 'female', born: '1990-01-01' as never },
    asked: {},
    papers: [{ kind: 'admission_record', state: 'provided' }],
  })
}

async function givenRecipient(world: World): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(world.ctx, [
    {
      personId,
      benefit: 'monthly_allowance',
      from: month('2022-03'),
      decision: decided(tamSon, { source: 'test' }),
    },
  ])
  return personId
}

async function givenFile(officer: World, personId: string, admission = 'state'): Promise<api.ApplicationId> {
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      procedure: 'facility_admission',
      asked: { answers: { admission }, standing: { disability: 'severe' } },
      papers: [
        { kind: admission === 'state' ? 'disability_certificate' : 'identity_copy', state: 'provided' },
      ],
      isComplete: admission === 'state',
    }),
  )
  return id
}
