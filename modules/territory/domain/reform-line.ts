import { z } from 'zod'
import { ReformFinding, ReformRow } from '#modules/geography/contract'

/** A line of a file as it was written, as it was read, and what was found in it. */
export const ReformLine = z.object({
  row: z.int(),
  cells: z.record(z.string(), z.string()),
  parsed: ReformRow.nullable(),
  findings: z.array(ReformFinding),
})
export type ReformLine = z.infer<typeof ReformLine>

export function isRefused({ findings }: Pick<ReformLine, 'findings'>): boolean {
  return findings.some(({ level }) => level === 'refused')
}
