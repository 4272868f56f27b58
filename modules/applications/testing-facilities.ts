import { civilDate, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { areaIdsWithin, getArea } from '#modules/geography'
import { createUser } from '#modules/identity'
import type { World } from '#testing/world'
import { decided, givenPerson, severe } from '../entitlement/testing.ts'
import * as api from './contract.ts'
import { fileOf, tamSon } from './testing.ts'
import { propose, sign } from './testing-decisions.ts'

/** The facility stands in another commune than its residents come from. */
export const there = 250709112

export const headId = '0197f000-0000-7000-8000-0000000000b1'

/** The specialist of the province, whose register it is; the head has an account, so that they can be named. */
export async function keeperOf(world: World): Promise<World> {
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
export async function givenSecond(world: World) {
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
export const unsaid = {
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
export async function admitted(
  { officer, head, facilityId }: Facility & { officer: World },
  personId: string,
) {
  const id = await givenFile(officer, personId)
  const { proposalId } = await propose(officer, id, {
    action: 'propose',
    kind: 'admit',
    detail: { kind: 'admit', facilityId, group: 'A', from: civilDate('2026-11-23') },
    deviation: 'Sống một mình, không tự chăm sóc được.',
  })
  await sign(head, proposalId)
}

export async function givenFacility(world: World, { places = null }: { places?: number | null } = {}) {
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

export function fileOfDanger(personId: string) {
  return fileOf(personId, {
    procedure: 'emergency_admission',
    areaId: there,
    subject: { fullName: 'Phùng Thị Mận', sex: 'female', born: '1990-01-01' as never },
    asked: {},
    papers: [{ kind: 'admission_record', state: 'provided' }],
  })
}

export async function givenRecipient(world: World): Promise<string> {
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

export async function givenFile(
  officer: World,
  personId: string,
  admission = 'state',
): Promise<api.ApplicationId> {
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

/** Says whom a file is about that two units have a part in. */
export async function matchFor(world: World, id: string, personId: string) {
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
