import {
  areaAt,
  areaIdsWithin,
  areaNames,
  areaPaths,
  bareName,
  foldName,
  getArea,
  type Area,
} from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { CommuneAnswer } from '../domain/import/commune-cell.ts'

export type CommuneFinder = {
  /** The commune of today that the whole list is for; null where it is for more than one. */
  readonly areaId: number | null
  readonly find: (text: string) => CommuneAnswer
  /** Every unit there has been on the land of the list, for the search of namesakes. */
  readonly areaIds: readonly number[]
  /** What a unit is today. */
  readonly today: (areaId: number) => number
}

/**
 * Finds communes by code, new name or old name, within the unit the list is for. Names of former communes lead to what
 * they are today; «Tam Sơn, huyện Sông Lô» says which of two.
 */
export async function communeFinder(ctx: Ctx, areaId: number): Promise<CommuneFinder> {
  const areaIds = await areaIdsWithin(ctx, areaId)
  const communes = (await Promise.all(areaIds.map((id) => getArea(ctx, id)))).filter(
    ({ level }) => level === 3,
  )
  const ids = communes.map(({ id }) => id)
  const became = await areaAt(ctx, areaIds, ctx.today)
  const names = await areaNames(ctx, became.values())
  const paths = await areaPaths(ctx, ids)
  const whole = await getArea(ctx, areaId)
  const byText = index(communes)
  const everywhere = new Set(
    (await Promise.all((await areaIdsWithin(ctx, 0)).map((id) => getArea(ctx, id))))
      .filter(({ level }) => level === 3)
      .flatMap(textsOf),
  )

  function find(text: string): CommuneAnswer {
    const [first = '', ...rest] = text.split(/[,;–-]/)
    const known =
      byText.get(foldName(text)) ?? byText.get(foldName(first)) ?? byText.get(bareName(`${first} `))
    if (!known) return { problem: everywhere.has(foldName(first)) ? 'commune_outside' : 'commune_unknown' }
    const place = bareName(rest[0] ?? '')
    const fitting = place ? known.filter(({ id }) => foldName(paths.get(id)!).includes(place)) : known
    const todays = new Set((fitting.length > 0 ? fitting : known).map(({ id }) => became.get(id)!))
    if (todays.size > 1) return { problem: 'commune_ambiguous' }
    const [today] = todays
    const isCurrent = known.some(({ id }) => id === today)
    return { areaId: today!, ...(isCurrent ? {} : { renamedTo: names.get(today!) }) }
  }
  return {
    areaId: whole.level === 3 ? (became.get(areaId) ?? areaId) : null,
    find,
    areaIds,
    today: (id) => became.get(id) ?? id,
  }
}

function textsOf(area: Area): string[] {
  return [foldName(area.name), bareName(area.name), foldName(area.code)]
}

function index(communes: readonly Area[]): Map<string, Area[]> {
  const byText = new Map<string, Area[]>()
  for (const commune of communes)
    for (const text of new Set(textsOf(commune))) byText.set(text, [...(byText.get(text) ?? []), commune])
  return byText
}
