import type { Client } from 'pg'
import { idBytes, prepareMonth, streamPeople, territoriesOf } from '#modules/entitlement'
import { textOfId } from '../db/line-writer.ts'
import type { Frame } from './frame.ts'
import { inBatches } from './in-batches.ts'

const peopleAtOnce = 5000

/** In which unit of any run those of these people live at the end of the month who have an award in it. */
export async function homesAtEnd(
  source: Client,
  { month, knownOn }: Frame,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const homes = new Map<string, number>()
  const territories = territoriesOf()
  const runner = prepareMonth(month, knownOn, territories)
  if (!runner) return homes
  for (const batch of inBatches(personIds, peopleAtOnce))
    for await (const people of streamPeople(source, {
      from: month,
      through: month,
      territories,
      personIds: batch,
    })) {
      const { awarded, areaId } = runner.run(people)
      for (let person = 0; person < people.length; person++)
        if (awarded[person] !== 0) homes.set(textOfId(people.ids, person * idBytes), areaId[person]!)
    }
  return homes
}
