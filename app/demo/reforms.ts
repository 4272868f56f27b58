import { sql } from 'kysely'
import { withChance } from '#kernel/chance'
import { civilDate, type Instant, instant } from '#kernel/civil-date'
import { reformOf, renewRegister, takeBackReform } from '#modules/geography'
import { applyNow, keepReform, orderStep, readLine, showReform } from '#modules/territory'
import type { Actor } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { idsFrom } from './register.ts'
import type { At } from './write-rights.ts'

type Acting = {
  readonly owner: Database
  readonly at: (moment: Instant, actor?: Actor) => At
}

/** The resolutions of the demonstration’s province: what they are called, and when they came into force. */
const files = [
  { fileName: 'nghi-quyet-1287-nq-ubtvqh15.csv', on: civilDate('2025-01-01') },
  { fileName: 'nghi-quyet-1676-nq-ubtvqh15.csv', on: civilDate('2025-07-01') },
] as const

/**
 * Sets the communes of the province back to those of 2022, and gives the way through the reforms of 2025: each is sent as a
 * file, tried and applied on its day, as an administrator does.
 */
export async function beforeReforms(
  { owner, at }: Acting,
  { landId, seed }: { readonly landId: number; readonly seed: number },
) {
  // Ids of their own, so that those of everybody’s life stay what they were.
  const ids = idsFrom(seed + files.length)
  const chance = { id: () => ids.textOf(ids.next()), below: () => 0 }
  const known = await reformOf(owner, { landId, since: files[0].on })
  await takeBackReform(owner, known)
  await withChance(chance, () => at(instant('2021-10-01T02:00:00Z'))((ctx) => renewRegister(ctx)))
  return {
    liveThrough: (administrator: Actor) =>
      withChance(chance, async () => {
        for (const { fileName, on } of files) {
          const lines = known.rows
            .filter((row) => row.on === on)
            .map(({ from, to, name, act }, index) =>
              readLine(index + 2, { from, to, name: name ?? '', villages: '', share: '', on, act }),
            )
          await at(
            instant(`${on}T01:00:00Z`),
            administrator,
          )(async (ctx) => {
            const { id } = await keepReform(ctx, fileName, lines)
            const { steps, refused } = await showReform(ctx, { id })
            if (refused > 0 || steps.length !== 1) throw new Error(`${fileName} cannot be applied`)
            await orderStep(ctx, { id: steps[0]!.id })
            await applyNow(ctx, steps[0]!.id)
          })
        }
        // Nobody waits for work that was done here and now.
        await sql`delete from platform.job where kind = 'territory.apply'`.execute(owner)
      }),
  }
}
