import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { LineComponent } from '#modules/payroll/contract'
import type { Ctx, Event } from '#platform/server/context'
import { proposeRecovery, withdrawProposals } from '../db/recoveries.ts'
import { programmeOf } from '../domain/programme.ts'

const Merged = z.object({
  mergedId: z.uuid(),
  personName: z.string(),
  areaId: z.int(),
  months: z.array(z.object({ component: LineComponent, benefitMonth: Month, amount: Dong })),
})

/** Two records were one person («chi trùng»): what lists gave to the one that is gone is to be looked at. */
export async function proposeFromMerge(ctx: Ctx, event: Event) {
  const { mergedId: personId, personName, areaId, months } = Merged.parse(event)
  await proposeRecovery(
    ctx,
    { personId, personName, cause: 'paid_twice', areaId },
    months.map((month) => ({ ...month, programme: programmeOf[month.component] })),
  )
}

/** The records were two people after all: what nobody has decided yet is forgotten. */
export async function withdrawFromMerge(ctx: Ctx, event: Event) {
  await withdrawProposals(ctx, { personId: z.uuid().parse(event['mergedId']), cause: 'paid_twice' })
}
