import { personKeys } from '../name.ts'
import { codes, areas } from './codes.ts'
import type { Column, Comparison } from './column.ts'
import type { FieldRule, MatchRules, RuleFinding } from './configuration.ts'
import { dates } from './dates.ts'
import { namesInParts } from './names-in-parts.ts'
import { numbers } from './numbers.ts'
import { texts } from './texts.ts'
import { vietnameseNames } from './vietnamese-names.ts'

type Field = { readonly name: string; readonly rule: FieldRule; readonly column: Column; values: Int32Array }

/** A comparison among those of all fields; `name` is «field.comparison», or the field where it has only one. */
export type TableComparison = Comparison & {
  readonly name: string
  readonly field: number
  readonly inField: number
}

export type Table = ReturnType<typeof openTable>

/** Records as columns of numbers. A record is compared with another without touching any text. */
export function openTable({ fields: rules }: Pick<MatchRules, 'fields'>) {
  const fields: Field[] = Object.entries(rules).map(([name, rule]) => ({
    name,
    rule,
    column: openColumn(rule),
    values: new Int32Array(1024),
  }))
  const comparisons: TableComparison[] = fields.flatMap(({ name, column }, field) =>
    column.comparisons.map((comparison, inField) => ({
      ...comparison,
      name: column.comparisons.length === 1 ? name : `${name}.${comparison.name}`,
      field,
      inField,
    })),
  )
  const starts = fields.map((_, index) => comparisons.findIndex(({ field }) => field === index))
  let size = 0

  return {
    fields: fields as readonly Readonly<Field>[],
    comparisons: comparisons as readonly TableComparison[],
    size: () => size,
    /** Adds a record and says its place; a text is asked for by the name of its column. */
    add: (textOf: (column: string) => string): number => {
      for (const field of fields) {
        if (size === field.values.length) {
          const grown = new Int32Array(size * 2)
          grown.set(field.values)
          field.values = grown
        }
        field.values[size] = field.column.intern(columnsOf(field.rule, textOf))
      }
      return size++
    },
    /** Takes the record added last away again. */
    forgetLast: () => {
      if (size === 0) throw new Error('There is no record')
      size--
    },
    compare: (one: number, other: number, into: Int8Array) => {
      for (let index = 0; index < fields.length; index++) {
        const { column, values } = fields[index]!
        column.compare(values[one]!, values[other]!, into, starts[index]!)
      }
    },
    textOf: (record: number, comparison: number): string => {
      const { field, inField } = comparisons[comparison]!
      const { column, values } = fields[field]!
      const value = values[record]!
      return value === 0 ? '' : column.textOf(value, inField)
    },
  }
}

function openColumn(rule: FieldRule): Column {
  switch (rule.kind) {
    case 'vietnamese_name':
      return vietnameseNames()
    case 'name_in_parts':
      return namesInParts()
    case 'date':
      return dates(rule.order)
    case 'number':
      return numbers(rule.lengths)
    case 'code':
      return codes()
    case 'area':
      return areas(rule)
    case 'text':
      return texts()
  }
}

/** The columns of a file a field is made of. */
export function columnNames(rule: FieldRule): readonly string[] {
  if (rule.kind === 'name_in_parts') return [rule.given, rule.surname]
  return typeof rule.column === 'string' ? [rule.column] : rule.column
}

function columnsOf(rule: FieldRule, textOf: (column: string) => string): string[] {
  const all = columnNames(rule).map(textOf)
  if (rule.kind === 'vietnamese_name' && rule.unlike !== undefined)
    return personKeys(textOf(rule.unlike)).plainKey === personKeys(all[0]!).plainKey ? [''] : all
  return rule.kind === 'text' ? [all.filter(Boolean).join(' ')] : all
}

/** What the rules name that no field has. */
export function checkRules({
  fields,
  blocking,
  together,
}: Pick<MatchRules, 'fields' | 'blocking' | 'together'>): RuleFinding[] {
  const names = Object.keys(fields)
  const comparisons = openTable({ fields }).comparisons.map(({ name }) => name)
  const within = Object.values(fields).flatMap((rule) => ('within' in rule ? (rule.within ?? []) : []))
  const lines = [...blocking.flat(), ...within].flatMap((part): RuleFinding[] => {
    const [name = '', wanted] = part.split('.')
    const rule = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!rule) return [{ code: 'unknown_field', part, known: names }]
    const { parts } = openColumn(rule)
    const isKnown = wanted === undefined || parts.includes(wanted)
    return isKnown ? [] : [{ code: 'unknown_part', part, known: parts.map((one) => `${name}.${one}`) }]
  })
  const groups = together.flatMap((group): RuleFinding[] => [
    ...group.fields.flatMap((part): RuleFinding[] =>
      names.includes(part) ? [] : [{ code: 'unknown_field', part, known: names }],
    ),
    ...group.unless.flatMap((part): RuleFinding[] =>
      comparisons.includes(part) ? [] : [{ code: 'unknown_comparison', part, known: comparisons }],
    ),
  ])
  return [...lines, ...groups]
}
