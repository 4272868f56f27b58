import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { dueDay, explainClock } from '../domain/clock.ts'
import { editionOn } from '../domain/edition.ts'
import { handbookLine, handbookPage } from '../domain/handbook/handbook.ts'
import type { Edition, ProcedureId } from '../domain/procedure.ts'
import { procedures } from '../domain/procedures/index.ts'
import type { HandbookPageView, HandbookView } from '../handbook-contract.ts'
import { calendarFor } from './open-file.ts'

type On = { readonly on?: CivilDate | undefined }

/** The procedures of a day; there are none before the law they stand in. */
export function showHandbook(ctx: Ctx, { on = ctx.today }: On): Promise<HandbookView> {
  return Promise.resolve({
    on,
    procedures: procedures.flatMap((procedure) => {
      const page = handbookPage(procedure, on)
      return page ? [handbookLine(page)] : []
    }),
  })
}

/** One of them, and as an example how the days of a file that is complete on that day are counted. */
export async function showHandbookPage(
  ctx: Ctx,
  { id, on = ctx.today }: On & { readonly id: ProcedureId },
): Promise<HandbookPageView> {
  const procedure = procedures.find((one) => one.id === id)
  const edition = procedure && editionOn(procedure, on)
  if (!edition) return { on, page: null, counted: null }
  return { on, page: handbookPage(procedure, on) ?? null, counted: await countedFrom(ctx, edition, on) }
}

async function countedFrom(
  ctx: Ctx,
  { total }: Edition,
  on: CivilDate,
): Promise<HandbookPageView['counted']> {
  if (!('length' in total)) return null
  const calendar = await calendarFor(ctx)
  const course = { clock: total, startedAt: on }
  return { dueOn: dueDay(calendar, course, on), days: explainClock(calendar, course, on) }
}
