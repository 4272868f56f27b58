import { listAwards } from '#modules/entitlement'
import { areaAt, findArea } from '#modules/geography'
import { peopleByFormerNumbers, peopleByNumbers, tiesNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { toldBefore } from '../db/told-before.ts'
import { numbersIn, type Change, type ChangeOf } from '../domain/change.ts'
import type { Known, Subject } from '../domain/plan.ts'

/** What is known of everybody some changes name, read at once. */
export async function subjectsOf(ctx: Ctx, changes: readonly Change[]): Promise<Subject[]> {
  const known = await loadKnown(ctx, changes.flatMap(numbersIn))
  const units = await unitsOf(ctx, changes)
  const now = await areaAt(
    ctx,
    units.flatMap((areaId) => areaId ?? []),
    ctx.today,
  )
  return changes.map((change, index) => {
    const areaId = units[index]
    return {
      ...peopleOf(change, known),
      areaId,
      areaIdNow: areaId === undefined ? undefined : (now.get(areaId) ?? areaId),
      today: ctx.today,
    }
  })
}

/** The commune each names, by the codes of its day: one that came late may name a unit that is no more. */
async function unitsOf(ctx: Ctx, changes: readonly Change[]): Promise<(number | undefined)[]> {
  const units: (number | undefined)[] = []
  for (const change of changes) {
    const code = 'residence' in change ? change.residence.area : undefined
    // Who tells of long ago may use the code of today.
    const area = code && ((await findArea(ctx, { code, on: change.on })) ?? (await findArea(ctx, { code })))
    units.push(area ? area.id : undefined)
  }
  return units
}

function peopleOf(
  change: Change,
  known: ReadonlyMap<string, Known>,
): Pick<Subject, 'person' | 'other' | 'secondParent'> {
  const person = known.get(change.personalId)
  switch (change.kind) {
    case 'birth':
      return { person: unlessFormer(person), ...parentsOf(change, known) }
    case 'marriage':
    case 'divorce':
      return { person, other: known.get(change.spouseId) }
    case 'number_changed':
      // Who is meant had the former number; whoever has the new one may be somebody else.
      return { person: known.get(change.former.number), other: unlessFormer(person) }
    case 'death':
    case 'death_cancelled':
    case 'alive':
    case 'move':
    case 'identity_corrected':
      return { person, other: undefined }
  }
}

/** A number that is given out is of whom it is given to, whoever had it before. */
const unlessFormer = (known: Known | undefined) => (known?.isByFormerNumber ? undefined : known)

/** The parents who are known here; the child goes with the mother where she is. */
function parentsOf(
  { motherId, fatherId }: ChangeOf<'birth'>,
  known: ReadonlyMap<string, Known>,
): Pick<Subject, 'other' | 'secondParent'> {
  const [other, secondParent] = [motherId, fatherId].flatMap((number) => known.get(number ?? '') ?? [])
  // Both numbers may lead to one person, by a slip or a merge.
  return { other, secondParent: secondParent?.personId === other?.personId ? undefined : secondParent }
}

async function loadKnown(ctx: Ctx, numbers: readonly string[]): Promise<ReadonlyMap<string, Known>> {
  const current = await peopleByNumbers(ctx, numbers)
  const found = new Set(current.flatMap((person) => person.numbers))
  const former = await peopleByFormerNumbers(
    ctx,
    numbers.filter((number) => !found.has(number)),
  )
  const people = [...current, ...former]
  const ids = [...new Set(people.map(({ personId }) => personId))]
  const told = await toldBefore(ctx, ids)
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
    const { personId, homeAreaId } = person
    const spouses = ties.filter(({ kind }) => kind === 'spouse_of')
    const one: Known = {
      ...person,
      receives: holders.has(personId),
      isDependedOn: (near.get(personId) ?? []).some((id) => holders.has(id)),
      areaIdNow: homes.get(homeAreaId) ?? homeAreaId,
      spouseIds: spouses.flatMap((tie) =>
        tie.personId === personId ? [tie.otherId] : tie.otherId === personId ? [tie.personId] : [],
      ),
      toldAliveOn: told.get(personId)?.aliveOn ?? null,
      toldStruckOutOn: told.get(personId)?.struckOutOn ?? null,
      isByFormerNumber: !found.has(person.numbers[0]!), // Found by one at least.
    }
    for (const number of person.numbers) known.set(number, one)
  }
  return known
}
