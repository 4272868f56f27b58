import { addMonths, civilDate, monthOf, type CivilDate, type Month } from '#kernel/civil-date'

type Drawn = { readonly month: Month; readonly state: string }

/** From this day on the list of the next month is work to be done. */
const firstDay = '15'
/** It goes to the payer before the 25th of the month before. */
const lastDay = '25'

/**
 * The lists («danh sách chi trả») nobody has drawn: of this month, once payment has begun, and of the next from the
 * middle of this one; until when each is due. One that was given up is not there.
 */
export function listsToDraw(
  runs: readonly Drawn[],
  today: CivilDate,
): readonly { readonly month: Month; readonly due: CivilDate }[] {
  const month = monthOf(today)
  const drawn = new Set(runs.filter(({ state }) => state !== 'cancelled').map((run) => run.month))
  const hasBegun = [...drawn].some((one) => one < month)
  return [...(hasBegun ? [month] : []), ...(today.slice(8) >= firstDay ? [addMonths(month, 1)] : [])]
    .filter((one) => !drawn.has(one))
    .map((one) => ({ month: one, due: civilDate(`${addMonths(one, -1)}-${lastDay}`) }))
}
