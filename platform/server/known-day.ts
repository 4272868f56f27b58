import type { CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import type { Ctx } from './context.ts'
import { sayDayAhead } from './input-words.ts'

/** What will be known on a day to come nobody can say: refused as a wrong input is, by the name of the field. */
export function assertKnownDay(ctx: Ctx, known: CivilDate | undefined): void {
  if (known === undefined || known <= ctx.today) return
  throw new Problem('invalid_input', 422, {
    issues: [{ path: ['known'], message: sayDayAhead(ctx.today) }],
  })
}
