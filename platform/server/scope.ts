import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Actor, Ctx } from './context.ts'

/** Whether the unit in a column lies within the actor's own; every query over people asks it, before the database does. */
export function withinArea({ actor }: Pick<Ctx, 'actor'>, column: string): RawBuilder<SqlBool> {
  if (actor.areaId === 0) return sql<SqlBool>`true`
  return sql<SqlBool>`${sql.ref(column)} = any(${[...actor.areaIds]}::integer[])`
}

/** The same question about a unit already at hand. */
export function isWithinArea({ areaId: own, areaIds }: Actor, areaId: number): boolean {
  return own === 0 || areaIds.includes(areaId)
}
