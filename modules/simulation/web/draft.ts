import type { CivilDate, Month } from '#kernel/civil-date'
import { Scenario, type ChangeKind, type LawToChange, type NewGroup } from '../contract.ts'

/** A change while it is typed: every field of every kind, empty until it is filled in. */
export type DraftChange = {
  readonly key: number
  readonly kind: ChangeKind
  readonly value: number | null
  readonly rule: string | null
  readonly group: string | null
  readonly whose: 'person' | 'child'
  readonly from: number | null
  readonly to: number | string | null
} & Omit<NewGroup, 'kind' | 'coefficient'>

/** A scenario while it is typed; nothing of it is lost, whatever is refused. */
export type Draft = {
  readonly month: Month | null
  readonly knownOn: CivilDate | undefined
  readonly areaId: string | null
  readonly from: Month | null
  readonly takeUp: number | null
  readonly changes: readonly DraftChange[]
}

const emptyChange: Omit<DraftChange, 'key' | 'kind'> = {
  value: null,
  rule: null,
  group: null,
  whose: 'person',
  from: null,
  to: null,
  name: '',
  fromAge: null,
  belowAge: null,
  poverty: 'any',
  disability: [],
  inDifficultArea: false,
  withoutPension: false,
}

let keys = 0

export function newChange(kind: ChangeKind, law: LawToChange | undefined): DraftChange {
  const change = { ...emptyChange, key: ++keys, kind }
  // What there is one of need not be chosen.
  return kind === 'small_pension' && law?.smallPension
    ? { ...change, to: law.smallPension.mode === 'full' ? 'difference' : 'full' }
    : change
}

export function draftOf(scenario: Scenario): Draft {
  return {
    month: scenario.month,
    knownOn: scenario.knownOn,
    areaId: String(scenario.areaId),
    from: scenario.from,
    takeUp: scenario.takeUp,
    changes: scenario.changes.map((change) => ({
      ...emptyChange,
      ...change,
      ...(change.kind === 'new_group' && { value: change.coefficient }),
      key: ++keys,
    })),
  }
}

export type FieldErrors = ReadonlyMap<string, string>

/** The scenario a draft says, or the fields that are not filled in yet. */
export function readDraft(draft: Draft): { scenario: Scenario } | { missing: readonly string[] } {
  const parsed = Scenario.safeParse({
    ...draft,
    areaId: draft.areaId === null ? null : Number(draft.areaId),
    changes: draft.changes.map(({ key: _key, ...change }) =>
      change.kind === 'new_group' ? { ...change, coefficient: change.value } : change,
    ),
  })
  if (parsed.success) return { scenario: parsed.data }
  return { missing: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] }
}
