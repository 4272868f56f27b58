import { apportion } from './random.ts'
import type { DemoSize } from './state.ts'

/** The groups of the monthly allowance as the province counts them. */
export const groups = [
  'orphans',
  'elderlyAlone',
  'aged80',
  'disabled',
  'singleParents',
  'hiv',
  'care',
  'other',
] as const
export type Group = (typeof groups)[number]
export type Targets = Readonly<Record<Group, number>>

/** Lines of December 2022, to the line (decision 2239/QĐ-UBND of 2023). */
export const provinceTargets: Targets = {
  orphans: 167,
  elderlyAlone: 218,
  aged80: 21_262,
  disabled: 18_269,
  singleParents: 1530,
  hiv: 79,
  care: 1816,
  other: 94,
}

/** A slice of the province that still has somebody in every group. */
export const tinyTargets: Targets = {
  orphans: 9,
  elderlyAlone: 8,
  aged80: 70,
  disabled: 66,
  singleParents: 12,
  hiv: 6,
  care: 14,
  other: 5,
}

export function targetsOf(size: DemoSize): Targets {
  return size === 'tiny' || size === 'scattered' ? tinyTargets : provinceTargets
}

export function sumOf(targets: Targets): number {
  return groups.reduce((sum, group) => sum + targets[group], 0)
}

/** How the care lines divide: own household, taken in, orphans, elders in the community, and disabled parents. */
export function divideCare({ care }: Targets) {
  const [ownHousehold, takenIn, orphans, elders, parenting] = apportion(care, [1630, 34, 118, 10, 24])
  const few = (count: number | undefined) => Math.max(1, count ?? 0)
  const rest = {
    takenIn: few(takenIn),
    orphans: few(orphans),
    elders: few(elders),
    parenting: few(parenting),
  }
  const others = rest.takenIn + rest.orphans + rest.elders + rest.parenting
  return { ...rest, ownHousehold: care - others || few(ownHousehold) }
}

/** Shares nobody published, taken as they seem likely (a run may differ by two points). */
export const assumed = {
  female: { aged80: 67, disabled: 44, singleParents: 88, orphans: 48, elderlyAlone: 85 },
  severity: { severe: 77, exceptionally_severe: 23 },
  disability: { mobility: 38, hearing_speech: 10, sight: 11, mental: 21, intellectual: 13, other: 7 },
  disabledAge: { child: 9, adult: 52, elder: 39 },
  age80: { '80': 48, '85': 33, '90': 14, '95': 5 },
  identified: { personal_id: 90, legacy_id: 6, none: 4 },
  phone: 50,
  account: 35,
  collected: 30,
  /** Of those from 80, so that with the children and the cared-for the share above comes out. */
  collectedFrom80: 0.37,
  yearly: { deathFrom80: 0.095, move: 0.008 },
} as const

export function pairs<Key extends string>(shares: Readonly<Record<Key, number>>): (readonly [Key, number])[] {
  return Object.entries(shares) as [Key, number][] // The keys are those of the type.
}
