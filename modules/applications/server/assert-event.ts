import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { ProcedureId } from '../domain/procedure.ts'
import { problems } from '../domain/problems.ts'
import { contradicted } from '../domain/support-of-procedure.ts'

/** What is supported has happened: nobody is helped for the day after tomorrow, by a slip of a digit least of all. */
export function assertHappened({ today }: Pick<Ctx, 'today'>, on: CivilDate) {
  if (on > today) throw problems('event_in_future', { on })
}

/** What the answers of a file tell already is told once: the papers and the office it goes to follow from them. */
export function assertAgrees(procedure: ProcedureId, said: Parameters<typeof contradicted>[1]) {
  const fact = contradicted(procedure, said)
  if (fact !== undefined) throw problems('event_contradicts', { fact })
}
