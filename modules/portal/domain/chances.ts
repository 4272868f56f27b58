import { benefits, type Benefit, type Group } from '#modules/entitlement/engine'
import type { Known } from './known.ts'
import type { Fact } from './question.ts'
import { allOf, anyOf, countedAs, lacking, truthOf, type Truth } from './truth.ts'

/** What is known of a group of the law: whether somebody is in it, and between which sums it then lies. */
export type Chance = {
  readonly group: Group
  readonly truth: Truth
  readonly least: number
  readonly most: number
  /** What decides whether, and how much. */
  readonly open: ReadonlySet<Fact>
}

/** What is known of a benefit: its chances that are not gone, and what its money still depends on. */
export type BenefitChance = {
  readonly truth: Truth
  readonly least: number
  readonly most: number
  readonly open: ReadonlySet<Fact>
  readonly groups: readonly Chance[]
  /** Whether nothing excludes somebody from the benefit, whatever their group. */
  readonly allowed: Truth
}

const nothing: BenefitChance = {
  truth: false,
  least: 0,
  most: 0,
  open: new Set(),
  groups: [],
  allowed: false,
}

/** Every benefit as far as the answers go; of two that exclude each other the one that cannot win asks for nothing more. */
export function chancesOf(known: Known): ReadonlyMap<Benefit, BenefitChance> {
  const chances = new Map(benefits.map((benefit) => [benefit, chanceOf(known, benefit)]))
  const { higherOf } = known.ml.regime.rules.combination
  if (!higherOf) return chances
  const [one, other] = higherOf.benefits
  const [first, second] = [chances.get(one)!, chances.get(other)!]
  const silent = (chance: BenefitChance) => ({ ...chance, open: new Set<Fact>() })
  if (first.truth === true && first.least >= second.most) chances.set(other, silent(second))
  else if (second.truth === true && second.least > first.most) chances.set(one, silent(first))
  return chances
}

function chanceOf(known: Known, benefit: Benefit): BenefitChance {
  const { ml } = known
  const excluded = anyOf((ml.exclusionsOf.get(benefit) ?? []).map(({ when }) => truthOf(when, known)))
  if (excluded === true) return nothing
  const all = (ml.groupsOf.get(benefit) ?? []).map((group) => chanceOfGroup(known, group))
  const possible = all.filter(({ truth }) => truth !== false)
  if (possible.length === 0) return nothing
  const open = new Set<Fact>(typeof excluded === 'boolean' ? [] : excluded)
  for (const chance of possible)
    if (!possible.some((other) => outdoes(known, other, chance)))
      for (const name of chance.open) open.add(name)
  const sure = possible.filter(({ truth }) => truth === true)
  const isSure = excluded === false
  const allowed = isSure || excluded
  return {
    truth: allOf([allowed, anyOf(possible.map(({ truth }) => truth))]),
    allowed,
    least: isSure ? Math.max(0, ...sure.map(({ least }) => least)) : 0,
    most: possible.reduce((sum, { most }) => sum + most, 0),
    open,
    groups: possible,
  }
}

/** Another group is certain and gives at least as much, so that this one would change nothing. */
function outdoes({ ml }: Known, other: Chance, chance: Chance): boolean {
  const { together } = ml.regime.rules.combination
  const addsUp = (one: Chance, beside: Chance) =>
    one.group.id === together.group && together.with.includes(beside.group.id)
  return (
    other !== chance &&
    other.truth === true &&
    other.least >= chance.most &&
    !addsUp(other, chance) &&
    chance.group.id !== together.group
  )
}

function chanceOfGroup(known: Known, group: Group): Chance {
  const truth = truthOf(group.when, known)
  const open = new Set<Fact>(typeof truth === 'boolean' ? [] : truth)
  if (truth === false) return { group, truth, least: 0, most: 0, open }
  const { bands, open: ofBands } = bandsOf(known, group)
  for (const name of ofBands) open.add(name)
  const units = unitsOf(known, group)
  if (units === undefined) open.add(countedAs(group.per!))
  const base = known.ml.base(group.base, territoryOf(known)) / 10
  return {
    group,
    truth,
    least: base * Math.min(...bands.map(({ coefficient }) => coefficient)) * (units ?? 1),
    most: base * Math.max(...bands.map(({ coefficient }) => coefficient)) * (units ?? 20),
    open,
  }
}

/** The bands that may still be the first to hold. */
function bandsOf(known: Known, { bands }: Group) {
  const possible: Group['bands'][number][] = []
  const open = new Set<Fact>()
  for (const band of bands) {
    const truth = band.when ? truthOf(band.when, known) : true
    if (truth === false) continue
    possible.push(band)
    if (truth === true) break
    for (const name of truth) open.add(name)
  }
  return { bands: possible, open }
}

function unitsOf({ facts }: Known, { per }: Group): number | undefined {
  if (!per) return 1
  const found = facts.get(countedAs(per))
  return typeof found === 'number' ? found : undefined
}

/** Where nobody has said where they live, the money of the centre, which is due everywhere. */
export function territoryOf({ facts }: Known): string {
  const told = facts.get('territory')
  return typeof told === 'string' ? told : 'central'
}

/**
 * What `receives` means: of somebody alive what the law gives, of somebody dead what had been decided. Whether a file that
 * waited would have been granted is in that file, so that nobody who mourns is asked about it.
 */
export function receipts(known: Known, chances: ReadonlyMap<Benefit, BenefitChance>, isDead: boolean) {
  return {
    receives: (benefit: Benefit): Truth => {
      if (!isDead) return chances.get(benefit)!.truth
      const told = known.facts.get(`received.${benefit}`)
      if (typeof told === 'boolean') return told
      return benefit === 'facility_care' ? false : lacking(`received.${benefit}`)
    },
    entitledTo: (benefit: Benefit): Truth => (isDead ? true : chances.get(benefit)!.truth),
  }
}
