import { listAwards } from '#modules/entitlement'
import { areaAt, findArea } from '#modules/geography'
import { peopleByNumbers, tiesNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { numbersIn, type Change } from '../domain/change.ts'
import type { Known, Subject } from '../domain/plan.ts'

/** What is known of everybody some changes name, read at once. */
export async function subjectsOf(ctx: Ctx, changes: readonly Change[]): Promise<Subject[]> {
  const known = await loadKnown(ctx, changes.flatMap(numbersIn))
  const areas = new Map<string, number | undefined>()
  for (const code of new Set(changes.flatMap(codesIn))) areas.set(code, (await findArea(ctx, { code }))?.id)
  return changes.map((change) => ({
    ...peopleOf(change, known),
    areaId: codesIn(change)
      .map((code) => areas.get(code))
      .at(0),
    today: ctx.today,
  }))
}

const codesIn = (change: Change): string[] => ('residence' in change ? [change.residence.area] : [])

function peopleOf(change: Change, known: ReadonlyMap<string, Known>): Pick<Subject, 'person' | 'other'> {
  const person = known.get(change.personalId)
  switch (change.kind) {
    case 'birth':
      return {
        person,
        other: known.get(change.motherId ?? '') ?? known.get(change.fatherId ?? ''),
      }
    case 'marriage':
    case 'divorce':
      return { person, other: known.get(change.spouseId) }
    case 'number_changed':
      // Who is meant had the former number; whoever has the new one may be somebody else.
      return { person: known.get(change.former.number), other: person }
    case 'death':
    case 'death_cancelled':
    case 'alive':
    case 'move':
    case 'identity_corrected':
      return { person, other: undefined }
  }
}

async function loadKnown(ctx: Ctx, numbers: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const people = await peopleByNumbers(ctx, numbers)
  const ids = people.map(({ personId }) => personId)
  const ties = await tiesNow(ctx, ids, ['spouse_of', 'parent_of', 'cares_for', 'guardian_of', 'collects_for'])
  const near = new Map<string, string[]>()
  for (const { personId, otherId } of ties) {
    near.set(personId, [...(near.get(personId) ?? []), otherId])
    near.set(otherId, [...(near.get(otherId) ?? []), personId])
  }
  const open = (await listAwards(ctx, [...new Set([...ids, ...near.keys()])])).filter(
    ({ during }) => during.until === null,
  )
  const holders = new Set(open.map(({ personId }) => personId))
  const homes = await areaAt(
    ctx,
    people.map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  const known = new Map<string, Known>()
  for (const person of people) {
    const { personId, homeAreaId, personalId, legacyId } = person
    const spouses = ties.filter(({ kind }) => kind === 'spouse_of')
    const one: Known = {
      ...person,
      receives: holders.has(personId),
      isDependedOn: (near.get(personId) ?? []).some((id) => holders.has(id)),
      areaIdNow: homes.get(homeAreaId) ?? homeAreaId,
      spouseIds: spouses.flatMap((tie) =>
        tie.personId === personId ? [tie.otherId] : tie.otherId === personId ? [tie.personId] : [],
      ),
    }
    if (personalId !== null) known.set(personalId, one)
    if (legacyId !== null) known.set(legacyId, one)
  }
  return known
}
