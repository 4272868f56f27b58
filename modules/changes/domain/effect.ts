import { addMonths, type Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'

/** What somebody’s months come to, before a change and after it. */
export type Effect = {
  readonly personId: string
  readonly component: string
  readonly from: Month
  /** The last month of the stretch; null where it is the last month looked at. */
  readonly through: Month | null
  readonly before: Dong
  readonly after: Dong
  /** Whether a decision stands behind it, or it would be given were it asked for. */
  readonly isAwarded: boolean
}

/** What is due of each component of each person, by month. */
export type Dues = ReadonlyMap<string, number>

export const keyOf = (personId: string, component: string, month: Month) =>
  `${personId} ${component} ${month}`

/** The stretches of months in which a person is given otherwise than before: «từ tháng …: 810.000 → 1.080.000 đ». */
export function effectsOf(
  { before, after }: { readonly before: Dues; readonly after: Dues },
  { months, isAwarded }: { readonly months: readonly Month[]; readonly isAwarded: boolean },
): Effect[] {
  const subjects = new Set(
    [...before.keys(), ...after.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))),
  )
  const last = months.at(-1)
  return [...subjects].toSorted().flatMap((subject) => {
    const [personId, component] = subject.split(' ') as [string, string] // As keyOf puts them together.
    const effects: Effect[] = []
    for (const month of months) {
      const amounts = {
        before: dong(before.get(`${subject} ${month}`) ?? 0),
        after: dong(after.get(`${subject} ${month}`) ?? 0),
      }
      if (amounts.before === amounts.after) continue
      const running = effects.at(-1)
      if (
        running?.through &&
        addMonths(running.through, 1) === month &&
        running.before === amounts.before &&
        running.after === amounts.after
      )
        effects[effects.length - 1] = { ...running, through: month }
      else effects.push({ personId, component, from: month, through: month, ...amounts, isAwarded })
    }
    return effects.map((effect) => (effect.through === last ? { ...effect, through: null } : effect))
  })
}
