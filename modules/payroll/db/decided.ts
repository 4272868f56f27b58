import type { Client } from 'pg'
import { to } from 'pg-copy-streams'
import type { Month } from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import type { LineComponent, PaymentRunId } from '../contract.ts'

/** What all living lists gave a person for a month, by `person month`. */
export type Decided = ReadonlyMap<string, ReadonlyMap<LineComponent, Dong>>

/**
 * Adds up what was decided for these months in any list but this run’s, wherever it was decided. For months before the
 * opening only the lists since then count: what was given before is not in lines.
 */
export async function readDecided(
  client: Client,
  { runId, opening }: { runId: PaymentRunId; opening: { month: Month } },
  months: readonly Month[],
  personIds?: readonly string[],
): Promise<Decided> {
  const decided = new Map<string, Map<LineComponent, Dong>>()
  if (months.length === 0) return decided
  const earliest = months.toSorted()[0]!
  // COPY takes no parameters; ids and months cannot carry anything else into the text.
  const people = personIds ? `and person_id in (${personIds.map((id) => `'${id}'`).join(',')})` : ''
  const stream = client.query(
    to(`copy (
      select person_id || ' ' || benefit_month, component, sum(amount) from payroll.line
      where month >= '${earliest}' and month >= '${opening.month}'
        and benefit_month in (${months.map((month) => `'${month}'`).join(',')})
        and run_id <> '${runId}' ${people}
      group by person_id, benefit_month, component
    ) to stdout`),
  )
  stream.setEncoding('utf8')
  let rest = ''
  for await (const text of stream as AsyncIterable<string>) {
    const rows = (rest + text).split('\n')
    rest = rows.pop() ?? ''
    for (const row of rows) {
      const [key, component, amount] = row.split('\t') as [string, LineComponent, string]
      const sums = decided.get(key) ?? new Map<LineComponent, Dong>()
      sums.set(component, dong(Number(amount)))
      decided.set(key, sums)
    }
  }
  return decided
}
