import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from } from 'pg-copy-streams'
import type { Month } from '#kernel/civil-date'
import { idMap, type IdMap } from './id-map.ts'
import { idOf, lineColumns } from './line-writer.ts'

/**
 * Takes lines in by COPY as they come. The first list of a month goes into a table of its own, which nobody else can see
 * and row-level security does not yet close to COPY; its keys are made when it is full, and then it becomes the month’s
 * part of `payroll.line`. Where the month has a part already, lines go through a table of this transaction’s own.
 */
export async function copyLines(sink: Client, { month }: { month: Month }, pieces: AsyncIterable<Buffer>) {
  const { rows } = await sink.query<{ part: string | null }>('select payroll.begin_month($1) as part', [
    month,
  ])
  const { part } = rows[0]! // A function has a result.
  if (part !== null) {
    await pipeline(
      pieces,
      sink.query(from(`copy ${part} (${lineColumns}) from stdin (format binary, freeze)`)),
    )
    await sink.query('select payroll.join_month($1)', [month])
    return
  }
  await sink.query('create temporary table drawn (like payroll.line) on commit drop')
  await pipeline(pieces, sink.query(from(`copy drawn (${lineColumns}) from stdin (format binary)`)))
  await sink.query(`insert into payroll.line (${lineColumns}) select ${lineColumns} from drawn`)
  await sink.query('drop table drawn')
}

/** The pay point of everybody who has one. */
export async function readPayPoints(source: Client): Promise<IdMap> {
  const { rows } = await source.query<[string, number]>({
    text: 'select person_id, pay_point_id from payroll.channel where pay_point_id is not null',
    rowMode: 'array',
  })
  const payPoints = idMap(rows.length)
  for (const [id, payPoint] of rows) payPoints.set(idOf(id), 0, payPoint)
  return payPoints
}
