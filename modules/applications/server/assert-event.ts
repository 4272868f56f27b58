import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { problems } from '../domain/problems.ts'

/** What is supported has happened: nobody is helped for the day after tomorrow, by a slip of a digit least of all. */
export function assertHappened({ today }: Pick<Ctx, 'today'>, on: CivilDate) {
  if (on > today) throw problems('event_in_future', { on })
}
