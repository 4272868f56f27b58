import { sql } from 'kysely'
import { month, type Instant } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import { saveScenario, takeSnapshot, type Scenario } from '#modules/simulation'
import type { Actor } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { jobByHand } from '#platform/server/job-by-hand'
import { at } from './pay-months.ts'

/** Decision 2239 of 2023: the province means to raise its own standard (TGT-000-70). Reckoned on the register of that month. */
const name = 'Nâng mức chuẩn trợ giúp xã hội của Vĩnh Phúc từ 447.000 lên 500.000 đồng'
const proposal = (formerProvince: number): Scenario => ({
  month: month('2023-10'),
  areaId: formerProvince,
  from: month('2024-01'),
  takeUp: 100,
  changes: [{ kind: 'standard', value: dong(500_000) }],
})

/** Has the specialist of the province reckon, save and share the proposal the sources speak of. */
export async function saveProposal(
  { db, programUrl }: { readonly db: Database; readonly programUrl: string },
  {
    specialist,
    formerProvince,
    moment,
    newId,
  }: {
    readonly specialist: Actor
    readonly formerProvince: number
    readonly moment: Instant
    readonly newId: () => string
  },
) {
  const asSpecialist = at(db, moment, specialist)
  const scenario = proposal(formerProvince)
  await takeSnapshot(
    jobByHand({
      id: newId(),
      input: { month: scenario.month },
      actor: specialist,
      programUrl,
      request: asSpecialist,
    }),
  )
  await asSpecialist(async (ctx) => {
    const { id } = await saveScenario(ctx, { name, scenario, isShared: true, requestId: newId() })
    // Two demonstrations are to be alike to the id.
    await sql`update simulation.scenario set id = ${newId()} where id = ${id}`.execute(ctx.db())
  })
}
