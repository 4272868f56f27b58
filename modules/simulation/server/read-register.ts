import type { Client } from 'pg'
import type { Month } from '#kernel/civil-date'
import { countRegisterMonth, readRegisterMonth, readSpouses, territoriesOf } from '#modules/entitlement'
import type { Register } from '../domain/register.ts'

type Wanted = {
  readonly month: Month
  readonly areaIds?: readonly number[] | undefined
  readonly progress?: (done: number, total: number) => Promise<void>
}

/** Everybody the register knows of in a month, in columns; the client already acts as somebody, and belongs to the caller. */
export async function readRegister(
  client: Client,
  { month, areaIds, progress = async () => {} }: Wanted,
): Promise<Register> {
  const total = await countRegisterMonth(client, month)
  await progress(0, total)
  const territories = territoriesOf()
  const { columns, areaId, ids } = await readRegisterMonth(client, {
    month,
    territories,
    areaIds,
    progress: (people) => progress(Math.min(people, total), total),
  })
  const places = new Map<number, number>()
  const area = Uint16Array.from(areaId, (id) => {
    const known = places.get(id) ?? places.size
    places.set(id, known)
    return known
  })
  return {
    length: area.length,
    columns,
    territories: territories.names,
    area,
    areas: [...places.keys()],
    spouse: await readSpouses(client, ids, month),
  }
}
