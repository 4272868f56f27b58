import { sql } from 'kysely'
import { type Chance, withChance } from '#kernel/chance'
import { civilDate, type Instant, instant } from '#kernel/civil-date'
import { reformOf, renewRegister, takeBackReform } from '#modules/geography'
import { applyNow, keepReform, orderStep, readLine, showReform } from '#modules/territory'
import type { Actor } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { systemActor } from '#platform/server/request'
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

const settingKey = 'demo.reforms'
type Reforms = Awaited<ReturnType<typeof reformOf>>

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
  // Whoever makes it anew after a break has no other way to know what was taken back.
  await sql`insert into platform.setting (key, value) values (${settingKey}, ${JSON.stringify(known)}::jsonb)`.execute(
    owner,
  )
  await takeBackReform(owner, known)
  await withChance(chance, () => at(instant('2021-10-01T02:00:00Z'))((ctx) => renewRegister(ctx)))
  return {
    liveThrough: (administrator: Actor) => liveThrough(administrator, known, { owner, at }, chance),
  }
}

/** What a demonstration that was broken off had taken back is brought about first, so that it begins with all units. */
export async function finishReforms(acting: Acting): Promise<void> {
  const { rows } = await sql<{ value: Reforms }>`
    select value from platform.setting where key = ${settingKey}`.execute(acting.owner)
  if (!rows[0]) return
  await takeBackReform(acting.owner, rows[0].value)
  await acting.at(instant('2021-10-01T02:00:00Z'))((ctx) => renewRegister(ctx))
  await liveThrough(systemActor(), rows[0].value, acting, { id: () => crypto.randomUUID(), below: () => 0 })
  await sql`truncate territory.step, territory.reform cascade`.execute(acting.owner)
}

async function liveThrough(administrator: Actor, known: Reforms, { owner, at }: Acting, chance: Chance) {
  await withChance(chance, async () => {
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
    await sql`delete from platform.setting where key = ${settingKey}`.execute(owner)
  })
}
