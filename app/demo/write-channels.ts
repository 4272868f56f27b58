import type { Client } from 'pg'
import { civilDate } from '#kernel/civil-date'
import { lowerFirst } from '#kernel/written'
import { copyIn, map } from './copy.ts'
import type { Stretch } from './in-time.ts'
import type { Places } from './places.ts'
import type { Ids } from './register.ts'
import type { Chronicle } from './write-facts.ts'

const afterMergers = civilDate('2025-07-01')

/** A post office in each commune of the time, where cash is paid. */
export async function writePayPoints(owner: Client, places: Places) {
  await copyIn(
    owner,
    'payroll.pay_point',
    'id, area_id, name, kind',
    map(places.all, ({ areaId, name }, index) => [
      index + 1,
      areaId,
      `Bưu điện ${lowerFirst(name)}`,
      'post_office',
    ]),
  )
  await owner.query(`select setval(pg_get_serial_sequence('payroll.pay_point', 'id'), ${places.all.length})`)
}

/** How the payees who came in a stretch get their money: cash at the post office where they live, or an account. */
export async function writeChannels(
  owner: Client,
  chronicle: Chronicle,
  {
    places,
    stretch,
    ids: { textOf },
  }: { readonly places: Places; readonly stretch: Stretch; readonly ids: Ids },
) {
  const points = new Map(places.all.map(({ areaId }, index) => [areaId, index + 1]))
  const firstInto = new Map<number, number>()
  for (const { areaId } of places.all) {
    const unit = places.unitOn(areaId, afterMergers).id
    if (!firstInto.has(unit)) firstInto.set(unit, points.get(areaId)!)
  }
  await copyIn(
    owner,
    'payroll.channel',
    'person_id, method, pay_point_id, bank, account',
    map(chronicle.channels(stretch), ({ person, method, bank, account }) => {
      const home = person.residence.areaId
      const point = points.get(home) ?? firstInto.get(places.unitOn(home, afterMergers).id) ?? null
      return [textOf(person.id), method, method === 'cash' ? point : null, bank, account]
    }),
  )
}
