import type { CivilDate } from '#kernel/civil-date'
import { canonical } from '../fingerprint.ts'
import type { Law } from '../law-in-force.ts'
import { lawBookOn, turningDays, type RegimeOnDay } from './book.ts'
import { changeOf, type ProvisionChange } from './difference.ts'
import type { Provision } from './provision.ts'

/** A rule as it stood from a day on, and what that day changed in it. */
export type RuleVersion = {
  readonly from: CivilDate
  /** The first day it no longer stood so; undefined while it does. */
  readonly until?: CivilDate
  readonly regime: Pick<RegimeOnDay, 'id' | 'label' | 'cite' | 'inForce' | 'isRetroactive'>
  readonly provision: Provision
  readonly isFirst: boolean
  /** It comes to other amounts than the version before, because what it is multiplied by changed. */
  readonly isRepriced: boolean
  readonly change?: ProvisionChange
}

/** Every version of a rule as known on a day, oldest first; none where no law ever knew it. */
export function historyOf(law: Law, id: string, knownOn: CivilDate): RuleVersion[] {
  const versions: RuleVersion[] = []
  for (const day of turningDays(law, knownOn)) {
    const book = lawBookOn(law, day, knownOn)
    const provision = book.provisions.find((one) => one.id === id)
    const before = versions.at(-1)
    if (before && !before.until && (!provision || !isSame(before.provision, provision)))
      versions[versions.length - 1] = { ...before, until: day }
    if (!provision || !book.regime || (before && isSame(before.provision, provision) && !before.until))
      continue
    const isRepriced = before !== undefined && amounts(before.provision) !== amounts(provision)
    const change = before && changeOf(before.provision, provision)
    versions.push({
      from: day,
      regime: book.regime,
      provision,
      isFirst: !before,
      isRepriced,
      ...(change && { change }),
    })
  }
  return versions
}

/** How a rule stands on a day. */
export function standingOn(versions: readonly RuleVersion[], on: CivilDate) {
  const current = versions.findLast(({ from }) => from <= on)
  if (!current) return { state: 'not_yet', version: versions[0] } as const
  const isOver = current.until !== undefined && current.until <= on
  return { state: isOver ? 'ended' : 'in_force', version: current } as const
}

function amounts({ statements }: Provision): string {
  return canonical(
    statements.map((one) =>
      one.kind === 'band' || one.kind === 'gives' ? one.amounts : one.kind === 'amount' ? one.value : null,
    ),
  )
}

function isSame(one: Provision, other: Provision): boolean {
  return canonical(one) === canonical(other)
}
