import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import type { Month } from '#kernel/civil-date'
import type { PaymentRunId } from '../contract.ts'
import type { Line } from '../domain/line.ts'
import { addLine, noSums, type Sums } from './control-totals.ts'

const columns = `person_id, component, benefit_month, kind, amount, units, coefficient, standard, rule, rule_set,
  award_id, payee_id, area_id, pay_point_id`

/**
 * Takes lines in by COPY as they come, and says what they add up to. A table under row-level security takes no COPY,
 * so they go through one of this transaction’s own: `drawn`, which holds the lines of this run until its end.
 */
export async function copyLines(
  source: Client,
  sink: Client,
  { runId, month }: { runId: PaymentRunId; month: Month },
  batches: AsyncIterable<readonly Line[]>,
): Promise<Sums> {
  const payPoints = await readPayPoints(source)
  await sink.query(`create temporary table drawn (
    person_id uuid, component text, benefit_month text, kind text, amount bigint, units smallint, coefficient smallint,
    standard integer, rule text, rule_set text, award_id uuid, payee_id uuid, area_id integer, pay_point_id integer
  ) on commit drop`)
  const sums = noSums()
  await pipeline(
    async function* () {
      for await (const lines of batches) {
        let text = ''
        for (const line of lines) {
          const payPoint = payPoints.get(line.payeeId)
          addLine(sums, line, payPoint)
          text += rowOf(line, payPoint)
        }
        if (text !== '') yield text
      }
    },
    sink.query(from(`copy drawn (${columns}) from stdin`)),
  )
  await sink.query(
    `insert into payroll.line (month, run_id, ${columns}) select $1, $2, ${columns} from drawn`,
    [month, runId],
  )
  return sums
}

/** None of these values holds a tab, a line end or a backslash: ids, months, numbers and names the law module gives. */
function rowOf(
  { personId, component, benefitMonth, kind, amount, due, awardId, payeeId, areaId }: Line,
  payPoint: number | undefined,
) {
  const { units, coefficient, standard, rule, ruleSet } = due
  return `${personId}\t${component}\t${benefitMonth}\t${kind}\t${amount}\t${units}\t${coefficient}\t${standard}\t${rule}\t${ruleSet}\t${awardId}\t${payeeId}\t${areaId}\t${payPoint ?? '\\N'}\n`
}

async function readPayPoints(source: Client): Promise<ReadonlyMap<string, number>> {
  const { rows } = await source.query<[string, number]>({
    text: 'select person_id, pay_point_id from payroll.channel where pay_point_id is not null',
    rowMode: 'array',
  })
  return new Map(rows)
}
