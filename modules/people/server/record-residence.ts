import { sql } from 'kysely'
import { contains, rangeOf } from '#kernel/period'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import type { RecordResidence } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertHome, assertStart } from './check-person.ts'
import { command } from './command.ts'

type Move = RecordResidence & {
  /** Somebody has decided that a home which is recorded from that very day was none, and that this one was it. */
  readonly putsRight?: boolean
}

/** Records that somebody lives elsewhere from a day on («chuyển nơi ở»); a commune that got a new name is no move. */
export function recordResidence(ctx: Ctx, input: Move): Promise<{ residenceId: string }> {
  return command(ctx, 'record_residence', input, async () => {
    const { personId, areaId, village, address, from, source } = input
    const person = await getPersonForUpdate(ctx, personId)
    await assertHome(ctx, { areaId, from })
    assertStart(ctx, { from, born: person.born })
    const former = await closeFormer(ctx, input)
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.residence')
      .values({
        personId,
        areaId,
        village,
        address,
        during: rangeOf({ from, until: null }),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (former && (await isMove(ctx, former.areaId, input)))
      ctx.emit({ type: 'people.moved', personId, fromAreaId: former.areaId, toAreaId: areaId, on: from })
    // Last, because whoever records a move out of their area may not see the person afterwards.
    await setHome(ctx, personId, areaId, village)
    return { residenceId: id }
  })
}

/** Ends the residence that holds on the day; one that begins on it, or later, would overlap. */
async function closeFormer(ctx: Ctx, { personId, areaId, village, address, from, putsRight = false }: Move) {
  const db = ctx.db<PeopleTables>()
  const residences = await db
    .selectFrom('people.residence')
    .select(['id', 'areaId', 'village', 'address', 'during', 'source'])
    .where('personId', '=', personId)
    .where('retractedAt', 'is', null)
    .orderBy('during')
    .execute()
  const later = residences.find(
    ({ during }) => during.from !== null && (putsRight ? during.from > from : during.from >= from),
  )
  if (later) throw problems('overlapping_residence', { from: later.during.from })
  const former = residences.find(({ during }) => contains(during, from))
  if (!former) return undefined
  if (former.areaId === areaId && former.village === village && former.address === address)
    throw problems('same_residence', { since: former.during.from })
  const { id, during, source, ...place } = former
  await retract(ctx, 'people.residence', [id])
  if (during.from === from) return former
  await db
    .insertInto('people.residence')
    .values({
      personId,
      ...place,
      during: rangeOf({ from: during.from, until: from }),
      ...recorded(ctx, source),
    })
    .execute()
  return former
}

async function isMove(ctx: Ctx, formerId: number, { areaId, from }: RecordResidence): Promise<boolean> {
  const became = await areaAt(ctx, [formerId, areaId], from)
  return became.get(formerId) !== became.get(areaId)
}

async function setHome(ctx: Ctx, personId: string, areaId: number, village: string | null) {
  const { rows } = await sql<{ moved: boolean | null }>`
    select people.set_home(${personId}, ${areaId}, ${village}) as moved`.execute(ctx.db())
  if (!rows[0]?.moved) throw problems('person_not_found')
}
