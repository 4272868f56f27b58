import { areaIdsWithin } from '#modules/geography'
import type { World } from '#testing/world'
import { getPerson, registerPerson, type PersonId } from './contract.ts'

/** Communes of Phú Thọ since July 2025, and Như Thụy, which Tam Sơn had taken in by then. */
export const communes = { tamSon: 250708824, songLo: 250708848, thoTang: 250709112, nhuThuy: 8827 } as const

const officer = ['people.search', 'people.read', 'people.record']

/** A commune officer: what they may, and where. */
export async function officerOf(
  world: World,
  areaId: number,
  can: readonly string[] = officer,
): Promise<World> {
  return world.as({ can: [...can], areaId, areaIds: [...(await areaIdsWithin(world.ctx, areaId))] })
}

/** What the facts these tests record say they come from. */
export const source = 'Giấy tờ'

/** Whoever may record anything, anywhere. */
export const recorder = (world: World) =>
  world.as({ can: ['people.read', 'people.record', 'people.read_confidential'] })

/** The page of a person as the recorder sees it, at a day and by what was known on another. */
export const pageOf = (world: World, id: PersonId, view: { on?: string; known?: string } = {}) =>
  recorder(world).call(getPerson, { id, ...view })

type Input = Parameters<typeof inputOf>[0]

function inputOf(differing: {
  fullName?: string
  sex?: 'female' | 'male'
  born?: string
  bornPrecision?: 'day' | 'month' | 'year'
  phone?: string
  areaId?: number
  village?: string
  from?: string
  number?: string
  keptBecause?: string
  legacy?: string
  requestId?: string
}) {
  const {
    areaId = communes.tamSon,
    village = null,
    from,
    number,
    keptBecause,
    legacy,
    requestId,
    ...identity
  } = differing
  return {
    fullName: 'Nguyễn Thị Hòa',
    sex: 'female' as const,
    born: '1938-03-12',
    bornPrecision: 'day' as const,
    ...identity,
    home: { areaId, village, ...(from !== undefined && { from }) },
    identifiers: [
      ...(number === undefined
        ? []
        : [{ kind: 'personal_id' as const, number, ...(keptBecause && { keptBecause }) }]),
      ...(legacy === undefined ? [] : [{ kind: 'legacy_id' as const, number: legacy }]),
    ],
    source: 'Tờ khai',
    ...(requestId !== undefined && { requestId }),
  }
}

/** Registers a woman born in 1938 who lives in Tam Sơn, but for what differs. */
export async function register(world: World, differing: Input = {}): Promise<PersonId> {
  const { personId } = await world.as({ can: officer }).call(registerPerson, inputOf(differing))
  return personId
}
