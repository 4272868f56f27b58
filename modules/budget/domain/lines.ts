import { components, law, type Component, type Kernel } from '#modules/entitlement'

/** A line of the estimate («chỉ tiêu»): what money is for, and the group of the law that gives it. */
export type Line = { readonly component: Component; readonly group: string }

/** The lines there are, by number, in the order they were first met. */
export type Lines = {
  readonly all: readonly Line[]
  readonly indexOf: (line: Line) => number
  /** Finds the line of a component by the number a rule has in a kernel. */
  readonly ofKernel: (kernel: Kernel) => LineFinder
}

export type LineFinder = (component: Component, rule: number) => number

/** More than all groups of every regime, each for the one component it pays. */
export const mostLines = 96

export function openLines(): Lines {
  const all: Line[] = []
  const known = new Map<string, number>()
  const indexOf = ({ component, group }: Line) => {
    const key = `${component} ${group}`
    const place = known.get(key)
    if (place !== undefined) return place
    if (all.length === mostLines) throw new RangeError(`There are more than ${mostLines} lines`)
    known.set(key, all.length)
    return all.push({ component, group }) - 1
  }
  return {
    all,
    indexOf,
    ofKernel: ({ ml, rules }) => {
      const groups = new Map(
        [...ml.group.values()].flatMap(({ id, bands }) => bands.map((band) => [band.id, id] as const)),
      )
      const found = new Map(components.map((component) => [component, new Int16Array(rules.length).fill(-1)]))
      return (component, rule) => {
        const places = found.get(component)!
        if (places[rule]! < 0) places[rule] = indexOf({ component, group: groups.get(rules[rule]!)! })
        return places[rule]!
      }
    },
  }
}

/** The group a rule belongs to, in whatever regime it stands. */
export const groupOfRule: ReadonlyMap<string, string> = new Map(
  law.regimes.flatMap(({ rules }) =>
    rules.groups.flatMap(({ id, bands }) => bands.map((band) => [band.id, id] as const)),
  ),
)
