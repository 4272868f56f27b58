import type { OpenData } from '../pages/open.ts'
import type { Around } from './around.ts'

/** The last approved month as anybody may read it; units by name, in the order of the alphabet. */
export async function openData({
  t,
  places,
  totals,
}: Pick<Around, 't' | 'places' | 'totals'>): Promise<OpenData | undefined> {
  const found = await totals()
  if (!found) return undefined
  const names = new Map(places.filter(({ now }) => now === undefined).map(({ id, name }) => [id, name]))
  const kinds = t.open.components
  return {
    month: found.month,
    kinds: [...found.components].map(([component, sum]) => ({ name: kinds[component], ...sum })),
    areas: [...found.areas]
      .flatMap(([id, sum]) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ name, ...sum }]
      })
      .toSorted((one, other) => one.name.localeCompare(other.name, 'vi')),
  }
}
