import { civilDate, type CivilDate } from '#kernel/civil-date'
import {
  areaIdOf,
  bareName,
  countryId,
  foldName,
  kindOf,
  twoLevelsFrom,
  type Area,
  type AreaChange,
} from './area.ts'
import { provinceMergers, provinceMergersAct } from './provinces-2025.ts'
import { vinhPhucMergers, vinhPhucStatusChanges, vinhPhucTwoLevelsAct } from './vinh-phuc-communes.ts'

/** A unit as the list of October 2022 has it. */
export type ListedUnit = { readonly code: string; readonly name: string; readonly parentCode: string }

export type ListedWard = { readonly code: string; readonly name: string; readonly provinceCode: string }

/** A commune of before July 2025 and what it became; without a code it had vanished before the list was made. */
export type Mapping = {
  readonly oldCode: string | null
  readonly oldName: string
  readonly oldDistrict: string
  readonly oldProvince: string
  readonly newCode: string
  readonly newName: string
  readonly newProvince: string
}

export type Lists = {
  readonly old: {
    readonly provinces: readonly ListedUnit[]
    readonly districts: readonly ListedUnit[]
    readonly communes: readonly ListedUnit[]
  }
  readonly current: {
    readonly provinces: readonly ListedUnit[]
    readonly wards: readonly ListedWard[]
    readonly mappings: readonly Mapping[]
  }
}

export type Register = { readonly areas: readonly Area[]; readonly changes: readonly AreaChange[] }

/** When the many mergers between the two lists are taken to have happened, where no resolution is known to us. */
const earlyMergers = civilDate('2025-01-01')
const hueCity = civilDate('2025-01-01')

/** Joins the lists into units with periods, and what became of each. */
export function composeRegister(lists: Lists): Register {
  const provinces = composeProvinces(lists)
  const districts = lists.old.districts.map((district) =>
    unit(2, district, provinces.oldId(district.parentCode), { from: null, until: twoLevelsFrom }),
  )
  const wards = lists.current.wards.map((ward) =>
    unit(3, ward, provinces.currentId(ward.provinceCode), { from: twoLevelsFrom, until: null }),
  )
  const communes = composeCommunes(lists, wards, provinces.names)
  return {
    areas: [country, ...provinces.areas, ...districts, ...communes.areas, ...wards],
    changes: [...provinces.changes, ...communes.changes],
  }
}

const country: Area = {
  id: countryId,
  code: 'VN',
  name: 'Việt Nam',
  kind: 'quốc gia',
  level: 0,
  parentId: null,
  during: { from: null, until: null },
}

function composeProvinces({ old, current }: Lists) {
  const successor = new Map(
    Object.entries(provinceMergers).flatMap(([code, former]) => former.map((one) => [one, code] as const)),
  )
  const now = new Map(current.provinces.map((province) => [province.code, province]))
  const areas: Area[] = []
  const changes: AreaChange[] = []
  const currentIds = new Map<string, number>()
  for (const province of old.provinces) {
    const merged = successor.has(province.code)
    const renamed = !merged && foldName(now.get(province.code)!.name) !== foldName(province.name)
    const until = merged ? twoLevelsFrom : renamed ? hueCity : null
    areas.push(unit(1, province, countryId, { from: null, until }))
    if (!merged) currentIds.set(province.code, areaIdOf(1, province.code, renamed ? hueCity : null))
    if (!renamed) continue
    const city = unit(1, now.get(province.code)!, countryId, { from: hueCity, until: null })
    areas.push(city)
    changes.push(change(areaIdOf(1, province.code, null), city.id, 'rename', hueCity, '175/2024/QH15'))
  }
  for (const [code, former] of Object.entries(provinceMergers)) {
    const merged = unit(1, now.get(code)!, countryId, { from: twoLevelsFrom, until: null })
    areas.push(merged)
    currentIds.set(code, merged.id)
    for (const one of former)
      changes.push(change(areaIdOf(1, one, null), merged.id, 'merge', twoLevelsFrom, provinceMergersAct))
  }
  const names = new Map(old.provinces.map((province) => [province.code, province.name]))
  return {
    areas,
    changes,
    names,
    oldId: (code: string) => areaIdOf(1, code, null),
    currentId: (code: string) => currentIds.get(code)!,
  }
}

/** The communes of before July 2025, in one row or several, and what became of them. */
function composeCommunes(
  { old, current }: Lists,
  wards: readonly Area[],
  provinceNames: Map<string, string>,
) {
  const findWard = wardFinder(current, wards)
  const districts = new Map(old.districts.map((district) => [district.code, district]))
  const districtOf = districtFinder(old, provinceNames)
  const mapped = new Map(
    current.mappings.flatMap((row) => (row.oldCode ? [[row.oldCode, row] as const] : [])),
  )
  const vanishedRows = Map.groupBy(
    current.mappings.filter((row) => !row.oldCode),
    (row) => nameKey(row.oldProvince, row.oldDistrict, row.oldName),
  )
  const areas: Area[] = []
  const changes: AreaChange[] = []
  /** The last row of each code before July 2025. */
  const last = new Map<string, { area: Area; ward: Area; renamedFrom: string | null }>()

  for (const commune of old.communes) {
    const row = mapped.get(commune.code)
    if (!row) continue
    const parentId = areaIdOf(2, commune.parentCode, null)
    const ward = findWard(row)
    const isRenamed = foldName(commune.name) !== foldName(row.oldName)
    const since = isRenamed ? changedOn(commune.code) : null
    const before = unit(3, commune, parentId, { from: null, until: since ?? twoLevelsFrom })
    areas.push(before)
    let area = before
    if (since) {
      area = unit(3, { code: commune.code, name: row.oldName }, parentId, {
        from: since,
        until: twoLevelsFrom,
      })
      areas.push(area)
      changes.push(change(before.id, area.id, 'rename', since, actOf(commune.code)))
    }
    last.set(commune.code, { area, ward, renamedFrom: isRenamed ? commune.name : null })
  }
  for (const row of mapped.values()) {
    if (last.has(row.oldCode!)) continue
    const parentId = areaIdOf(2, districtOf(row.oldProvince, row.oldDistrict), null)
    const area = unit(3, { code: row.oldCode!, name: row.oldName }, parentId, {
      from: earlyMergers,
      until: twoLevelsFrom,
    })
    areas.push(area)
    last.set(row.oldCode!, { area, ward: findWard(row), renamedFrom: null })
  }
  for (const { area, ward } of last.values())
    changes.push(change(area.id, ward.id, 'merge', twoLevelsFrom, twoLevelsActOf(ward)))

  const known = new Map<string, (typeof vinhPhucMergers.into)[number]>(
    vinhPhucMergers.into.map((merger) => [merger.from, merger]),
  )
  const listed = old.communes.toSorted((a, b) => a.code.localeCompare(b.code))
  for (const commune of listed) {
    if (mapped.has(commune.code)) continue
    const area = unit(3, commune, areaIdOf(2, commune.parentCode, null), { from: null, until: earlyMergers })
    areas.push(area)
    const merger = known.get(commune.code)
    if (merger) {
      const into = last.get(merger.to)!.area.id
      changes.push({
        ...change(area.id, into, 'merge', earlyMergers, vinhPhucMergers.act),
        certain: merger.certain,
      })
      continue
    }
    const district = districts.get(commune.parentCode)!
    const rows = vanishedRows.get(
      nameKey(provinceNames.get(district.parentCode)!, district.name, commune.name),
    )
    const ward = rows && onlyOne(rows.map(findWard))
    const neighbours = listed.flatMap((one) =>
      one.parentCode === commune.parentCode ? (last.get(one.code) ?? []) : [],
    )
    if (!ward) {
      changes.push({
        ...change(area.id, nearestByCode(commune.code, neighbours).id, 'merge', twoLevelsFrom, null),
        certain: false,
      })
      continue
    }
    // A unit that changed its name while a neighbour vanished into the same later commune is what both became.
    const renamed = neighbours.filter((one) => one.ward === ward && one.renamedFrom !== null)
    const into = renamed.length === 1 ? renamed[0]!.area : undefined
    changes.push(change(area.id, into?.id ?? ward.id, 'merge', into ? earlyMergers : twoLevelsFrom, null))
  }
  const merged = new Set(
    Map.groupBy(changes, (one) => one.toId)
      .entries()
      .filter(([, all]) => all.length > 1)
      .map(([id]) => id),
  )
  return {
    areas,
    changes: changes.map((one): AreaChange => ({ ...one, kind: merged.has(one.toId) ? 'merge' : 'rename' })),
  }
}

/**
 * The commune of July 2025 that a row of the mapping means. Its code is often the result of a look-up by name that went
 * wrong, so the name within the province decides, and the code only between communes of one name.
 */
function wardFinder(current: Lists['current'], wards: readonly Area[]) {
  const provinces = new Map(current.provinces.map((province) => [bareName(province.name), province.code]))
  const provinceOf = new Map(current.wards.map((ward) => [ward.code, ward.provinceCode]))
  const named = Map.groupBy(wards, (ward) => `${provinceOf.get(ward.code)!}|${foldName(ward.name)}`)
  return (row: Mapping): Area => {
    const candidates = named.get(`${provinces.get(bareName(row.newProvince))}|${foldName(row.newName)}`) ?? []
    const ward = candidates.find(({ code }) => code === row.newCode) ?? candidates[0]
    if (!ward) throw new Error(`No commune ${row.newName} in ${row.newProvince}`)
    return ward
  }
}

function districtFinder(old: Lists['old'], provinceNames: Map<string, string>) {
  const codes = new Map(
    old.districts.map((district) => [
      `${bareName(provinceNames.get(district.parentCode)!)}|${bareName(district.name)}`,
      district.code,
    ]),
  )
  return (province: string, district: string): string => {
    const code = codes.get(`${bareName(province)}|${bareName(district)}`)
    if (!code) throw new Error(`No district ${district} in ${province}`)
    return code
  }
}

/** Codes run from neighbour to neighbour: where no list says what became of a commune, its neighbour’s is a guess. */
function nearestByCode(code: string, neighbours: readonly { area: Area; ward: Area }[]): Area {
  const distance = (one: { area: Area }) => Math.abs(Number(one.area.code) - Number(code))
  const nearest = neighbours.toSorted((a, b) => distance(a) - distance(b))[0]
  if (!nearest) throw new Error(`The district of ${code} has no commune left`)
  return nearest.ward
}

function onlyOne(wards: readonly Area[]): Area | undefined {
  return new Set(wards).size === 1 ? wards[0] : undefined
}

function nameKey(province: string, district: string, commune: string): string {
  return [bareName(province), bareName(district), foldName(commune)].join('|')
}

const statusChanges: ReadonlySet<string> = new Set(vinhPhucStatusChanges.codes)
const vinhPhucTargets: ReadonlySet<string> = new Set(vinhPhucMergers.into.map(({ to }) => to))

function changedOn(code: string): CivilDate {
  return statusChanges.has(code) ? civilDate(vinhPhucStatusChanges.effective) : earlyMergers
}

function actOf(code: string): string | null {
  if (statusChanges.has(code)) return vinhPhucStatusChanges.act
  return vinhPhucTargets.has(code) ? vinhPhucMergers.act : null
}

function twoLevelsActOf(ward: Area): string | null {
  return ward.parentId === areaIdOf(1, '25', twoLevelsFrom) ? vinhPhucTwoLevelsAct : null
}

function unit(
  level: 1 | 2 | 3,
  { code, name }: { code: string; name: string },
  parentId: number,
  during: Area['during'],
): Area {
  const tidy = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  return {
    id: areaIdOf(level, code, during.from),
    code,
    name: tidy,
    kind: kindOf(tidy),
    level,
    parentId,
    during,
  }
}

function change(
  fromId: number,
  toId: number,
  kind: AreaChange['kind'],
  effective: CivilDate,
  act: string | null,
): AreaChange {
  return { fromId, toId, kind, effective, share: 1, certain: true, act }
}
