import { sql } from 'kysely'
import type { CivilDate } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import type { Database } from '#platform/server/database'
import { isValidOn, type Area } from '../domain/area.ts'
import type { ReformRow } from '../domain/reform/reform-row.ts'
import { rewriteContainment } from './load-areas.ts'
import { areaRegister, becameOn, partsOn } from './register.ts'

/** Every unit there is or was, to plan changes on. */
export async function allAreas(ctx: Ctx): Promise<readonly Area[]> {
  const { byId } = await areaRegister(ctx)
  return [...byId.values()]
}

/** What each unit above the communes has become by a day, and which recorded units a unit of that day stands for. */
export async function successionOf(ctx: Ctx) {
  const register = await areaRegister(ctx)
  return {
    /** Where no unit took the place of one, as none did of the districts, what it lay in. */
    becameOn(areaId: number, on: CivilDate): number {
      const unit = register.byId.get(becameOn(register, areaId, on))!
      return isValidOn(unit, on) || unit.parentId === null ? unit.id : this.becameOn(unit.parentId, on)
    },
    /** Everything a unit had become by a day: of a divided one every part, not the largest alone. */
    partsOn(areaId: number, on: CivilDate): number[] {
      return partsOn(register, areaId, on)
    },
    /** The unit itself and every commune that had become it by a day. */
    standsFor(areaId: number, on: CivilDate): number[] {
      const within = register.within.get(areaId) ?? [areaId]
      return within.filter(
        (id) =>
          id === areaId || (register.byId.get(id)?.level === 3 && becameOn(register, id, on) === areaId),
      )
    },
  }
}

type RecordedChange = {
  fromId: number
  toId: number
  from: string
  to: string
  name: string
  on: CivilDate
  act: string | null
  isOpened: boolean
}

/** The changes of communes on the land of a unit since a day, as the lines of a file that would bring them about. */
export async function reformOf(
  db: Database,
  { landId, since }: { landId: number; since: CivilDate },
): Promise<{ rows: ReformRow[]; opened: number[]; closed: number[] }> {
  const { rows } = await sql<RecordedChange>`
    select change.from_id as "fromId", change.to_id as "toId", old.code as "from", new.code as "to", new.name,
      change.effective::text as "on", change.act, coalesce(lower(new.during) = change.effective, false) as "isOpened"
    from geography.area_change change
      join geography.area old on old.id = change.from_id
      join geography.area new on new.id = change.to_id
      join geography.area_within on within_id = ${landId}
    where old.level = 3 and new.level = 3 and change.effective >= ${since}::date
      and area_id = change.from_id
    order by change.effective, old.code, new.code`.execute(db)
  return {
    rows: rows.map(({ from, to, name, on, act, isOpened }, index) => ({
      row: index + 2,
      from,
      to,
      name: isOpened ? name : null,
      villages: [],
      share: null,
      on,
      act: act ?? '',
    })),
    opened: [...new Set(rows.filter(({ isOpened }) => isOpened).map(({ toId }) => toId))],
    closed: [...new Set(rows.map(({ fromId }) => fromId))],
  }
}

/** Sets units back to before changes that nothing rests on yet, as a demonstration does before it lives through them. */
export async function takeBackReform(
  owner: Database,
  { opened, closed }: { opened: readonly number[]; closed: readonly number[] },
): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`delete from geography.area_within where within_id = any(${[...opened]}::integer[])
      or area_id = any(${[...opened]}::integer[])`.execute(tx)
    await sql`delete from geography.area_change where from_id = any(${[...closed]}::integer[])`.execute(tx)
    await sql`delete from geography.area where id = any(${[...opened]}::integer[])`.execute(tx)
    await sql`update geography.area set during = daterange(lower(during), null)
      where id = any(${[...closed]}::integer[])`.execute(tx)
    await rewriteContainment(tx)
  })
}
