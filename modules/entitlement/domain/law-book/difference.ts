import { canonical } from '../fingerprint.ts'
import type { Label, Source } from '../rule-set.ts'
import type { LawBook } from './book.ts'
import { chapters, type Provision, type Statement } from './provision.ts'
import { conditionChanges, type ConditionChange } from './stated.ts'

/** One thing that is not what it was, with the words of both versions and their sources. */
export type StatementChange =
  | { readonly kind: 'condition'; readonly changes: readonly ConditionChange[]; readonly band?: Label }
  | { readonly kind: 'statement'; readonly before?: Statement; readonly after?: Statement }

export type ProvisionChange = {
  readonly provision: Provision
  /** `cited`: the same rule, now in another article. */
  readonly kind: 'added' | 'ended' | 'changed' | 'cited'
  readonly before?: Source
  readonly after?: Source
  readonly changes: readonly StatementChange[]
}

/** What the law says otherwise on one day than on another; computed from the rules, never written. */
export type LawDifference = {
  readonly format: 'law-difference.v1'
  readonly before: Omit<LawBook, 'provisions'>
  readonly after: Omit<LawBook, 'provisions'>
  readonly changes: readonly ProvisionChange[]
}

export function differenceBetween(before: LawBook, after: LawBook): LawDifference {
  const was = new Map(before.provisions.map((provision) => [provision.id, provision]))
  const is = new Map(after.provisions.map((provision) => [provision.id, provision]))
  const ids = [...new Set([...is.keys(), ...was.keys()])]
  const place = ({ provision }: ProvisionChange) => chapters.indexOf(provision.chapter)
  return {
    format: 'law-difference.v1',
    before: head(before),
    after: head(after),
    // Within a chapter the order is that of the book.
    changes: ids
      .flatMap((id) => changeOf(was.get(id), is.get(id)) ?? [])
      .toSorted((one, other) => place(one) - place(other)),
  }
}

function head({ format, on, knownOn, regime }: LawBook): Omit<LawBook, 'provisions'> {
  return { format, on, knownOn, ...(regime && { regime }) }
}

/** How a rule changed; undefined where it says the same in the same place. */
export function changeOf(
  before: Provision | undefined,
  after: Provision | undefined,
): ProvisionChange | undefined {
  if (!before) return after && { provision: after, kind: 'added', after: after.cite, changes: [] }
  if (!after) return { provision: before, kind: 'ended', before: before.cite, changes: [] }
  const changes = statementChanges(before.statements, after.statements)
  if (changes.length === 0 && sources(before) === sources(after)) return undefined
  if (changes.length > 0)
    return { provision: after, kind: 'changed', before: before.cite, after: after.cite, changes }
  const [was, is] = movedFrom(before, after)
  return { provision: after, kind: 'cited', before: was, after: is, changes }
}

/** The first source of a rule that is another one now: its own, or that of something it says. */
function movedFrom(before: Provision, after: Provision): readonly [Source, Source] {
  const all = ({ cite, statements }: Provision) => [cite, ...statements.map((statement) => statement.cite)]
  const now = all(after)
  const place = all(before).findIndex((source, index) => canonical(source) !== canonical(now[index]))
  return [all(before)[place] ?? before.cite, now[place] ?? after.cite]
}

function sources({ cite, statements }: Provision): string {
  return canonical([cite, statements.map((statement) => statement.cite)])
}

function statementChanges(before: readonly Statement[], after: readonly Statement[]): StatementChange[] {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))]
  return keys.flatMap((key): StatementChange[] => {
    const was = before.find((statement) => statement.key === key)
    const is = after.find((statement) => statement.key === key)
    if (!was || !is) return [{ kind: 'statement', ...(was && { before: was }), ...(is && { after: is }) }]
    if (was.kind === 'who' && is.kind === 'who')
      return conditionChange(conditionChanges(was.condition, is.condition))
    // A band is named after its condition: where the name tells the change, the condition need not.
    if (was.kind === 'band' && is.kind === 'band' && was.when && is.when && saysTheSame(was, is))
      return conditionChange(conditionChanges(was.when, is.when), is.label)
    return saysTheSame(was, is) ? [] : [{ kind: 'statement', before: was, after: is }]
  })
}

function conditionChange(changes: readonly ConditionChange[], band?: Label): StatementChange[] {
  return changes.length > 0 ? [{ kind: 'condition', changes, ...(band && { band }) }] : []
}

/** Apart from where it stands, and since when: a coefficient is the same whatever it is multiplied by. */
function saysTheSame(one: Statement, other: Statement): boolean {
  return content(one) === content(other)
}

function content(statement: Statement): string {
  switch (statement.kind) {
    case 'band': {
      const { coefficient, label } = statement
      return canonical({ coefficient, label })
    }
    case 'gives': {
      const { gives, isFloor } = statement
      return canonical({ gives, isFloor })
    }
    case 'amount': {
      const { value, overtaken } = statement
      return canonical({ value, overtaken })
    }
    case 'who':
    case 'payee':
    case 'choice':
    case 'decided':
    case 'counted':
    case 'shrinks':
    case 'grows':
    case 'small_pension':
    case 'meritorious_overlap':
    case 'highest':
    case 'together':
    case 'together_with':
    case 'higher_of':
    case 'one_a_month':
    case 'added':
    case 'converts':
    case 'shut_out':
    case 'start':
    case 'start_of_age':
    case 'start_of_certificate':
    case 'adjust':
    case 'stop':
    case 'working_days': {
      return canonical({ ...statement, cite: undefined })
    }
  }
}
