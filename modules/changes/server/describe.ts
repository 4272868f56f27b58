import { areaPaths } from '#modules/geography'
import {
  findFactNow,
  membersNow,
  peopleOnPaper,
  summariesOf,
  tiesNow,
  type HouseholdMember,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeOf } from '../domain/change.ts'
import type { Difference, Field } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { written } from './messages.vi.ts'

type About = { readonly personId: string; readonly change: Change }

/** What a change alters in the register as it is now, before and after; nothing of it is written. */
export async function describe(ctx: Ctx, { personId, change }: About): Promise<Difference[]> {
  const differences = await differencesOf(ctx, personId, change)
  return differences.filter(({ before, after }) => before !== after)
}

const differs = (field: Field, before: string | null, after: string | null, about: string | null = null) => ({
  field,
  about,
  before,
  after,
})

async function differencesOf(ctx: Ctx, personId: string, change: Change): Promise<Difference[]> {
  switch (change.kind) {
    case 'identity':
      return identity(ctx, personId, change)
    case 'death':
      return [differs('died_on', (await personOf(ctx, personId)).diedOn, change.diedOn)]
    case 'alive':
      return [differs('died_on', (await personOf(ctx, personId)).diedOn, null)]
    case 'move':
      return move(ctx, personId, change)
    case 'birth':
      return [
        differs('member', null, change.child.fullName),
        differs('born', null, change.child.born, change.child.fullName),
      ]
    case 'disability':
      return disability(ctx, personId, change)
    case 'marriage':
    case 'divorce':
      return marriage(ctx, personId, change)
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
      return household(ctx, personId, change)
  }
}

async function personOf(ctx: Ctx, personId: string) {
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) throw problems('person_not_found', { personId })
  return person
}

async function identity(ctx: Ctx, personId: string, change: ChangeOf<'identity'>): Promise<Difference[]> {
  const person = await personOf(ctx, personId)
  const { number } = (await peopleOnPaper(ctx, [personId])).get(personId)! // Seen above.
  const { bornPrecision: precision } = person
  const birth = (born: string, known: string) =>
    known === 'year' ? born.slice(0, 4) : known === 'month' ? born.slice(0, 7) : born
  const { fullName = person.fullName, sex = person.sex, born = person.born, personalId = number } = change
  return [
    differs('full_name', person.fullName, fullName),
    differs('sex', person.sex, sex),
    differs('born', birth(person.born, precision), birth(born, change.bornPrecision ?? precision)),
    differs('personal_id', number, personalId),
  ]
}

/** Where each of those who go lives, and in which household they will stand. */
async function move(ctx: Ctx, personId: string, change: ChangeOf<'move'>): Promise<Difference[]> {
  const { areaId, village, address, members = [], household: becomes } = change
  const own = await membersNow(ctx, { personIds: [personId] })
  const along = members.map((member) => memberOf(own.find((one) => one.personId === member.personId)))
  const me = await personOf(ctx, personId)
  const people = await summariesOf(
    ctx,
    along.map((one) => one.personId),
  )
  const goers = [
    { ...me, about: null },
    ...along.map((one) => ({ ...people.get(one.personId)!, about: one.fullName })), // A member in sight is a person in sight.
  ]
  const paths = await areaPaths(ctx, [areaId, ...goers.map(({ homeAreaId }) => homeAreaId)])
  const place = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(', ')
  const there = place([address, village, paths.get(areaId)])
  const homes = goers.map(({ homeAreaId, homeVillage, about }) =>
    differs('home', place([homeVillage, paths.get(homeAreaId)]), there, about),
  )
  if (becomes !== 'own') return homes
  return [...homes, ...(await household(ctx, personId, splitting(change)))]
}

/** A move into a household of one’s own is a split besides. */
const splitting = ({ members = [], from }: ChangeOf<'move'>): ChangeOf<'split_household'> => ({
  kind: 'split_household',
  members: members.map(({ personId, relationToHead = written.otherMember }) => ({
    personId,
    relationToHead,
  })),
  from,
})

async function disability(ctx: Ctx, personId: string, { level, types, certificate }: ChangeOf<'disability'>) {
  const now = (await findFactNow(ctx, personId, 'disability'))?.detail
  const text = (value: unknown) => (typeof value === 'string' ? value : null)
  const list = (value: unknown) => (Array.isArray(value) ? value.join(' ') : null)
  return [
    differs('disability_level', text(now?.['level']), level),
    differs('disability_types', list(now?.['types']), types.join(' ')),
    differs('certificate', text(now?.['certificate']), certificate),
  ]
}

async function marriage(ctx: Ctx, personId: string, { kind, spouseId }: ChangeOf<'marriage' | 'divorce'>) {
  const spouse = await personOf(ctx, spouseId)
  const ties = await tiesNow(ctx, [personId], ['spouse_of'])
  const areMarried = ties.some(({ personId: one, otherId }) => one === spouseId || otherId === spouseId)
  const name = (is: boolean) => (is ? spouse.fullName : null)
  return [differs('spouse', name(areMarried), name(kind === 'marriage'))]
}

type OfHousehold = ChangeOf<
  'add_member' | 'remove_member' | 'change_head' | 'split_household' | 'merge_household'
>

/** Who belongs where, person by person. */
async function household(ctx: Ctx, personId: string, change: OfHousehold): Promise<Difference[]> {
  const own = await membersNow(ctx, { personIds: [personId] })
  const me = own.find((member) => member.personId === personId)
  const { fullName } = await personOf(ctx, personId)
  switch (change.kind) {
    case 'add_member':
      return [
        differs('household', me?.code ?? null, await codeOf(ctx, change.householdId)),
        differs('relation_to_head', me?.relationToHead ?? null, change.relationToHead),
      ]
    case 'remove_member':
      return [differs('household', memberOf(me).code, 'new')]
    case 'change_head': {
      const head = own.find(({ isHead }) => isHead)
      return [
        differs('head', head?.fullName ?? null, fullName),
        ...(head && head.personId !== personId
          ? [differs('relation_to_head', head.relationToHead, change.formerHeadBecomes, head.fullName)]
          : []),
      ]
    }
    case 'split_household': {
      const { code } = memberOf(me)
      const leaving = change.members.map(({ personId: id }) =>
        memberOf(own.find((one) => one.personId === id)),
      )
      return [
        differs('household', code, 'new'),
        differs('head', own.find(({ isHead }) => isHead)?.fullName ?? null, fullName),
        ...leaving.map((one) => differs('household', one.code, 'new', one.fullName)),
      ]
    }
    case 'merge_household': {
      const { householdId } = memberOf(me)
      if (change.householdId === householdId) throw problems('no_other_household')
      const into = await codeOf(ctx, change.householdId)
      return joining(own, personId, change).map((one) =>
        differs('household', one.code, into, one.personId === personId ? null : one.fullName),
      )
    }
  }
}

/** Who of a household joins another: those named, or everybody. */
export function joining(
  own: readonly HouseholdMember[],
  personId: string,
  { members }: ChangeOf<'merge_household'>,
): HouseholdMember[] {
  if (!members) return [...own]
  const named = [personId, ...members.map((member) => member.personId)]
  return named.map((id) => memberOf(own.find((one) => one.personId === id)))
}

export function memberOf(member: HouseholdMember | undefined): HouseholdMember {
  if (!member) throw problems('not_in_household')
  return member
}

async function codeOf(ctx: Ctx, householdId: string): Promise<string> {
  const [first] = await membersNow(ctx, { householdIds: [householdId] })
  return memberOf(first).code
}
