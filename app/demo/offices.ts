import { type CivilDate, type Month } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import type { Places } from './places.ts'
import type { Decision } from './register.ts'

/** The offices that sign: districts until June 2025, communes after, each counting its decisions by year. */
export function openOffices(places: Places, newId: () => number) {
  const counts = new Map<string, number>()
  const firstNumber = (areaId: number) => 11 + ((areaId * 37) % 53)
  return {
    decide(given: {
      readonly kind: Decision['kind']
      readonly homeAreaId: number
      readonly signedOn: CivilDate
      readonly effective: Month
      readonly reason: string
    }): Decision {
      const { kind, homeAreaId, signedOn, effective, reason } = given
      const commune = places.unitOn(homeAreaId, signedOn)
      const office = signedOn < '2025-07-01' ? places.districtOf(commune.id) : commune
      const key = `${office.id}/${signedOn.slice(0, 4)}`
      const count = counts.get(key) ?? firstNumber(office.id)
      counts.set(key, count + 1)
      return {
        id: newId(),
        kind,
        number: `${count}/QĐ-UBND`,
        signedOn,
        signerTitle: `Chủ tịch UBND ${lowerFirst(office.name)}`,
        areaId: office.id,
        effective,
        reason,
      }
    },
  }
}
export type Offices = ReturnType<typeof openOffices>
