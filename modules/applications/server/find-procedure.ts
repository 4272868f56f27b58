import type { CivilDate } from '#kernel/civil-date'
import { editionOfFile } from '../domain/edition.ts'
import type { Edition, Procedure } from '../domain/procedure.ts'
import { procedures } from '../domain/procedures/index.ts'
import { problems } from '../domain/problems.ts'

const byId: ReadonlyMap<string, Procedure> = new Map(procedures.map((one) => [one.id, one]))

export function getProcedure(id: string): Procedure {
  const procedure = byId.get(id)
  if (!procedure) throw problems('procedure_not_found', { procedure: id })
  return procedure
}

/** The edition a file follows, by the days it came and was complete (TRN-02). */
export function getEdition(
  procedure: Procedure,
  days: { readonly receivedOn: CivilDate; readonly completeOn: CivilDate | null },
): Edition {
  const found = editionOfFile(procedure, days)
  if (!found) throw problems('not_received_then', { procedure: procedure.id, ...days })
  return found.edition
}

/** The edition a file was given, by the day it is in force from. */
export function editionKept(procedure: Procedure, from: string): Edition {
  const edition = procedure.editions.find((one) => one.from === from)
  if (!edition) throw new RangeError(`The procedure ${procedure.id} has no edition of ${from}`)
  return edition
}
