import type { Client } from 'pg'
import { addMonths, type Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import type { Dimension } from './tables.ts'

type Sum = { readonly lines: number; readonly amount: number }

/** What the engine itself adds up while it draws lines; the database counts apart from it. */
export type Sums = {
  readonly all: Sum
  /** By dimension and key. */
  readonly by: ReadonlyMap<string, Sum>
}

/** What lines are counted by. */
type Counted = {
  readonly component: string
  readonly rule: string
  readonly kind: string
  readonly areaId: number | undefined
  readonly payPoint: number | undefined
}

/** How lines are grouped and named in each dimension: as the database does it, and as the engine. */
export const dimensions: Readonly<
  Record<
    Exclude<Dimension, 'before'>,
    { readonly by: string; readonly key: string; readonly keyOf: (line: Counted) => string }
  >
> = {
  all: { by: '', key: `''`, keyOf: () => '' },
  component: { by: 'component', key: 'component', keyOf: ({ component }) => component },
  rule: {
    by: 'component, rule',
    key: `component || ' ' || rule`,
    keyOf: ({ component, rule }) => `${component} ${rule}`,
  },
  area: { by: 'area_id', key: 'area_id::text', keyOf: ({ areaId }) => String(areaId) },
  kind: { by: 'kind', key: 'kind', keyOf: ({ kind }) => kind },
  pay_point: {
    by: 'pay_point_id',
    key: `coalesce(pay_point_id::text, '')`,
    keyOf: ({ payPoint }) => String(payPoint ?? ''),
  },
}

/**
 * Counts the stored lines of a run by the database alone. Nearly everybody has a single line, and so is another person
 * wherever it is counted; only whoever has several must be told apart, dimension by dimension.
 */
export async function countTotals(sink: Client, { runId, month }: { runId: PaymentRunId; month: Month }) {
  const sets = Object.values(dimensions).map(({ by }) => `(${by})`)
  const columns = 'component, rule, area_id, kind, pay_point_id'
  // Which columns a row is not grouped by, a bit for each, says which of the sets it is of.
  const named = (what: 'name' | 'key') =>
    `case grouping(${columns}) ${Object.entries(dimensions)
      .map(
        ([name, { by, key }]) =>
          `when ${bitsWithout(columns, by)} then ${what === 'name' ? `'${name}'` : key}`,
      )
      .join(' ')} end`
  await sink.query(
    `insert into payroll.control_total (run_id, dimension, key, people, lines, amount)
     with line as (
       select ${columns}, amount, case when count(*) over (partition by person_id) > 1 then person_id end as repeated
       from payroll.line where month = $2 and run_id = $1
     ), cell as (
       select ${columns}, repeated, count(*) as lines, sum(amount) as amount from line group by ${columns}, repeated
     )
     select $1::uuid, ${named('name')}, ${named('key')},
       count(distinct repeated) + coalesce(sum(lines) filter (where repeated is null), 0), sum(lines), sum(amount)
     from cell group by grouping sets (${sets.join(', ')}) having count(*) > 0`,
    [runId, month],
  )
}

function bitsWithout(columns: string, by: string): number {
  const grouped = by.split(', ')
  return columns.split(', ').reduce((bits, column) => bits * 2 + (grouped.includes(column) ? 0 : 1), 0)
}

/** Refuses a run whose stored lines are not, to the đồng and in every dimension, what the engine drew. */
export async function assertSameSums(sink: Client, { runId }: { runId: PaymentRunId }, sums: Sums) {
  const { rows } = await sink.query<{ dimension: string; key: string; lines: number; amount: string }>(
    `select dimension, key, lines, amount from payroll.control_total where run_id = $1 and dimension <> 'before'`,
    [runId],
  )
  const counted = new Map(rows.map((row) => [`${row.dimension}\t${row.key}`, row]))
  for (const key of new Set([...counted.keys(), ...sums.by.keys()])) {
    const [count, sum] = [counted.get(key), sums.by.get(key)]
    if (count && sum && count.lines === sum.lines && Number(count.amount) === sum.amount) continue
    const [dimension, name] = key.split('\t')
    throw problems('totals_differ', {
      dimension,
      key: name,
      engine: sum ?? null,
      database: count ? { lines: count.lines, amount: Number(count.amount) } : null,
    })
  }
}

type CountedBefore = {
  readonly key: string
  readonly people: string
  readonly lines: string
  readonly amount: string
}

/** Counts the month before in the territory of the run, through the units as they are now. */
export async function countMonthBefore(
  client: Client,
  { month, units }: { month: Month; units: ReadonlyMap<number, number> },
): Promise<CountedBefore[]> {
  // Nearly everybody has a single line, as in `countTotals`.
  const { rows } = await client.query<CountedBefore>(
    `with line as (
       select kind, amount, case when count(*) over (partition by person_id) > 1 then person_id end as repeated
       from payroll.line where month = $1 and area_id = any($2::integer[])
     ), cell as (
       select kind, repeated, count(*) as lines, sum(amount) as amount from line group by kind, repeated
     )
     select coalesce(kind, '') as key, count(distinct repeated) + coalesce(sum(lines) filter (where repeated is null), 0) as people,
       sum(lines) as lines, sum(amount) as amount
     from cell group by grouping sets ((kind), ()) having count(*) > 0`,
    [addMonths(month, -1), [...units.keys()]],
  )
  return rows
}

export async function insertMonthBefore(
  sink: Client,
  { runId }: { runId: PaymentRunId },
  counted: readonly CountedBefore[],
) {
  await sink.query(
    `insert into payroll.control_total (run_id, dimension, key, people, lines, amount)
     select $1, 'before', key, people, lines, amount
     from json_to_recordset($2::json) as counted (key text, people integer, lines integer, amount bigint)`,
    [runId, JSON.stringify(counted)],
  )
}
