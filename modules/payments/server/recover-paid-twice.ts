import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { LineComponent } from '#modules/payroll/contract'
import { listNotSentOf } from '#modules/payroll'
import type { Ctx, Event } from '#platform/server/context'
import { listCalledBackMonths } from '../db/recalls.ts'
import { proposeRecovery } from '../db/recoveries.ts'
import { programmeOf } from '../domain/programme.ts'
import { unsettled } from './messages.vi.ts'
import { stopMerged } from './recall.ts'
import { restoreDue } from './restore-due.ts'
import { unsettle } from './unsettle.ts'

const Merged = z.object({
  mergedId: z.uuid(),
  personName: z.string(),
  areaId: z.int(),
  months: z.array(z.object({ component: LineComponent, benefitMonth: Month, amount: Dong })),
})

/** Two records were one person («chi trùng»): what is not paid yet goes to nobody, and what was is to be looked at. */
export async function proposeFromMerge(ctx: Ctx, event: Event) {
  const { mergedId: personId, personName, areaId, months } = Merged.parse(event)
  await stopMerged(ctx, { personId })
  const unpaid = new Set(
    [...(await listCalledBackMonths(ctx, personId)), ...(await listNotSentOf(ctx, personId))].map(
      ({ component, benefitMonth }) => `${component} ${benefitMonth}`,
    ),
  )
  const paid = months.filter(({ component, benefitMonth }) => !unpaid.has(`${component} ${benefitMonth}`))
  if (paid.length === 0) return
  await proposeRecovery(
    ctx,
    { personId, personName, cause: 'paid_twice', areaId },
    paid.map((month) => ({ ...month, programme: programmeOf[month.component] })),
  )
}

/** The records were two people after all, and neither was paid twice. */
export async function withdrawFromMerge(ctx: Ctx, event: Event) {
  const personId = z.uuid().parse(event['mergedId'])
  await restoreDue(ctx, { personId, cause: 'decision' })
  await unsettle(ctx, { personId, cause: 'paid_twice' }, unsettled.twoPeople)
}
