import type { Ctx } from '#platform/server/context'
import { schematicCell, type Cell } from '../domain/schematic-map.ts'
import { areaRegister } from './register.ts'

/** Where units stand on the schematic map; one that nobody drew is left out, and a table has to do. */
export async function schematicCells(ctx: Ctx, ids: Iterable<number>): Promise<Map<number, Cell>> {
  const { byId } = await areaRegister(ctx)
  return new Map(
    Array.from(ids, (id) => {
      const area = byId.get(id)
      return [id, area && schematicCell(area)] as const
    }).filter((entry): entry is readonly [number, Cell] => entry[1] !== undefined),
  )
}
