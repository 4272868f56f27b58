import type { Client } from 'pg'
import { addMonths, type Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'
import type { Line } from '../domain/line.ts'
import { problems } from '../domain/problems.ts'
import type { Dimension } from './tables.ts'

type Sum = { lines: number; amount: number }

/** What the engine itself adds up while it draws lines; the database counts apart from it. */
export type Sums = {
  readonly all: Sum
  /** The lines that are alike in every dimension. */
  readonly like: Map<string, Sum>
}

export const noSums = (): Sums => ({ all: { lines: 0, amount: 0 }, like: new Map() })

/** How lines are grouped and named in each dimension, in SQL: the same keys as `addLine` makes. */
const dimensions: Readonly<
  Record<Exclude<Dimension, 'before'>, { readonly by: string; readonly key: string }>
> = {
  all: { by: '', key: `''` },
  component: { by: 'component', key: 'component' },
  rule: { by: 'component, rule', key: `component || ' ' || rule` },
  area: { by: 'area_id', key: 'area_id::text' },
  kind: { by: 'kind', key: 'kind' },
  pay_point: { by: 'pay_point_id', key: `coalesce(pay_point_id::text, '')` },
}

export function addLine(sums: Sums, line: Line, payPoint: number | undefined) {
  const { component, kind, areaId, amount, due } = line
  sums.all.lines += 1
  sums.all.amount += amount
  const key = `${component}\t${due.rule}\t${areaId}\t${kind}\t${payPoint ?? ''}`
  const sum = sums.like.get(key)
  if (sum) {
    sum.lines += 1
    sum.amount += amount
  } else sums.like.set(key, { lines: 1, amount })
}

/** Counts the stored lines of a run by the database alone. */
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
     select $1::uuid, ${named('name')}, ${named('key')}, count(distinct person_id), count(*), sum(amount)
     from payroll.line where month = $2 and run_id = $1
     group by grouping sets (${sets.join(', ')}) having count(*) > 0`,
    [runId, month],
  )
}

function byDimension({ like }: Sums): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>()
  for (const [key, { lines, amount }] of like) {
    const [component, rule, areaId, kind, payPoint] = key.split('\t')
    for (const name of [
      'all\t',
      `component\t${component}`,
      `rule\t${component} ${rule}`,
      `area\t${areaId}`,
      `kind\t${kind}`,
      `pay_point\t${payPoint}`,
    ]) {
      const sum = found.get(name) ?? { lines: 0, amount: 0 }
      sum.lines += lines
      sum.amount += amount
      found.set(name, sum)
    }
  }
  return found
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
  const drawn = byDimension(sums)
  for (const key of new Set([...counted.keys(), ...drawn.keys()])) {
    const [count, sum] = [counted.get(key), drawn.get(key)]
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

/** Counts the month before in the territory of the run, through the units as they are now. */
export async function countMonthBefore(
  sink: Client,
  { runId, month }: { runId: PaymentRunId; month: Month },
) {
  await sink.query(
    `insert into payroll.control_total (run_id, dimension, key, people, lines, amount)
     select $1, 'before', coalesce(kind, ''), count(distinct person_id), sum(lines), sum(amount)
     from (
       select person_id, kind, count(*) as lines, sum(amount) as amount
       from payroll.line join unit_now on unit_now.from_id = line.area_id
       where month = $2 group by person_id, kind
     ) as person
     group by grouping sets ((kind), ()) having count(*) > 0`,
    [runId, addMonths(month, -1)],
  )
}
