import { fewest } from './discretion.ts'

export type Bucket = { readonly from: number; readonly to: number; readonly people: number }

const most = 12

/**
 * How many people get how much more or less: each amount by itself while there are few, else steps of round amounts. No
 * step reaches from less to more, and none tells of fewer people than may be told of: it stands with its neighbour.
 */
export function bucketsOf(differences: ReadonlyMap<number, number>): Bucket[] {
  const steps = stepsOf(differences)
  return [...withoutFew(steps.filter(({ to }) => to < 0)), ...withoutFew(steps.filter(({ to }) => to >= 0))]
}

function withoutFew(steps: readonly Bucket[]): Bucket[] {
  const told: Bucket[] = []
  for (const step of steps) {
    const last = told.at(-1)
    const isTogether = last && (last.people < fewest || step.people < fewest)
    if (isTogether)
      told[told.length - 1] = { from: last.from, to: step.to, people: last.people + step.people }
    else told.push(step)
  }
  return told.filter(({ people }) => people >= fewest)
}

function stepsOf(differences: ReadonlyMap<number, number>): Bucket[] {
  const sorted = [...differences].toSorted(([one], [other]) => one - other)
  if (sorted.length <= most) return sorted.map(([amount, people]) => ({ from: amount, to: amount, people }))
  const reach = sorted.at(-1)![0] - sorted[0]![0]
  const step = roundStep(reach / (most - 2))
  const buckets = new Map<number, Bucket>()
  for (const [amount, people] of sorted) {
    const from = amount > 0 ? Math.floor((amount - 1) / step) * step + 1 : Math.floor(amount / step) * step
    const known = buckets.get(from)?.people ?? 0
    buckets.set(from, { from, to: from + step - 1, people: known + people })
  }
  return [...buckets.values()]
}

/** 1, 2 or 5 and zeros, at least as large. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= least)!
}
