import type { Ctx } from '#platform/server/context'
import type { ImportId } from '../import-contract.ts'
import { getImportForUpdate } from '../db/imports.ts'
import type { ImportTables } from '../db/import-tables.ts'
import { verdictOf } from '../domain/import/findings.ts'
import { problems } from '../domain/problems.ts'

const code = 'person_likely_same'

type Decided = {
  readonly id: ImportId
  readonly row: number
  /** Who the row is; null says that it is somebody else than the one found. */
  readonly personId: string | null
}

/** Says whether the person of a row is the one the register has; the row is then taken in as theirs, or as a new one. */
export async function decideRow(ctx: Ctx, { id, row, personId }: Decided) {
  await getImportForUpdate(ctx, id, ['checked', 'applied'])
  const db = ctx.db<ImportTables>()
  const found = await db
    .selectFrom('people.importRow')
    .select(['findings', 'accepted', 'appliedAt'])
    .where('importId', '=', id)
    .where('rowNumber', '=', row)
    .forUpdate()
    .executeTakeFirst()
  const finding = found?.findings.find((one) => one.code === code)
  // Only who was found, and may be seen, can be chosen.
  if (!found || !finding || found.appliedAt !== null) throw problems('import_row_not_open', { row })
  if (personId !== null && finding.details['personId'] !== personId)
    throw problems('import_row_not_open', { row })
  const accepted = [...new Set([...found.accepted, code])]
  const verdict = verdictOf(found.findings, accepted)
  await db
    .updateTable('people.importRow')
    .set({ accepted, verdict, personId })
    .where('importId', '=', id)
    .where('rowNumber', '=', row)
    .execute()
  ctx.audit({
    action: 'people.import_row_found_to_be',
    subject: id,
    ...(personId !== null && { personId }),
    details: { row, isSame: personId !== null },
  })
  return { verdict }
}
