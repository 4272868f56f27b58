import type { CivilDate } from '#kernel/civil-date'
import { isValidOn, type Area } from '../area.ts'
import type { ReformStep } from './reform-step.ts'

/** The units as they would be after the steps written into it so far. */
export type LandBook = ReturnType<typeof openLandBook>

/** Opens a copy of the units that later steps of one file can be tried on. */
export function openLandBook(areas: Iterable<Area>) {
  const byId = new Map<number, Area>()
  const byCode = new Map<string, number[]>()
  const put = (area: Area) => {
    if (!byId.has(area.id)) byCode.set(area.code, [...(byCode.get(area.code) ?? []), area.id])
    byId.set(area.id, area)
  }
  for (const area of areas) put(area)

  const named = (code: string) => (byCode.get(code) ?? []).map((id) => byId.get(id)!)
  return {
    get: (id: number) => byId.get(id),
    named,
    livingOn: (code: string, day: CivilDate) => named(code).find((area) => isValidOn(area, day)),
    /** The province a unit lies in. */
    provinceOf(area: Area): Area | undefined {
      let at: Area | undefined = area
      while (at && at.level > 1) at = at.parentId === null ? undefined : byId.get(at.parentId)
      return at
    },
    write({ closes, opens, on }: Pick<ReformStep, 'closes' | 'opens' | 'on'>) {
      for (const id of closes) {
        const area = byId.get(id)!
        put({ ...area, during: { ...area.during, until: on } })
      }
      for (const area of opens) put(area)
    },
  }
}
