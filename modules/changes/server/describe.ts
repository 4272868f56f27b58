import { getPaidThrough } from '#modules/entitlement'
import { areaPaths, isLivedIn } from '#modules/geography'
import { findFactNow, membersNow, peopleOnPaper, summariesOf, tiesNow } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeOf } from '../domain/change.ts'
import type { Difference } from '../domain/describe.ts'
import { problems } from '../domain/problems.ts'
import { describeCircumstance } from './circumstance.ts'
import { differs, namesOf, personOf } from './describe-field.ts'
import { describeHousehold, memberOf } from './describe-household.ts'
import { describeCarer, describeGuardian } from './carer-and-guardian.ts'
import { headLeftBy } from './head-left.ts'
import { written } from './messages.vi.ts'
import { describeParent } from './parent.ts'

type About = { readonly personId: string; readonly change: Change }

/** What a change alters in the register as it is now, before and after; nothing of it is written. */
export async function describe(ctx: Ctx, { personId, change }: About): Promise<Difference[]> {
  const differences = await differencesOf(ctx, personId, change)
  const left = await headLeftBy(ctx, personId, change)
  return [
    ...differences,
    ...(left ? [differs('head_of_rest', left.head.fullName, left.next?.fullName ?? null)] : []),
  ].filter(({ before, after }) => before !== after)
}

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
        ...(change.otherParentId === undefined
          ? []
          : [
              differs(
                'parents',
                null,
                await namesOf(ctx, [personId, change.otherParentId]),
                change.child.fullName,
              ),
            ]),
      ]
    case 'disability':
      return disability(ctx, personId, change)
    case 'circumstance':
      return describeCircumstance(ctx, personId, change)
    case 'marriage':
    case 'divorce':
      return marriage(ctx, personId, change)
    case 'guardian':
      return describeGuardian(ctx, personId, change)
    case 'carer':
      return describeCarer(ctx, personId, change)
    case 'parent':
      return describeParent(ctx, personId, change)
    case 'paid_months':
      return paidMonths(ctx, personId, change)
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
      return describeHousehold(ctx, personId, change)
  }
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

/** Where somebody is to live by a move, for whoever may not see where they do now. */
export async function destinationIn(ctx: Ctx, change: Change): Promise<Difference[]> {
  return change.kind === 'move' ? [differs('home', null, await homeIn(ctx, change))] : []
}

async function homeIn(ctx: Ctx, { areaId, village, address }: ChangeOf<'move'>): Promise<string> {
  return placeOf([address, village, (await areaPaths(ctx, [areaId])).get(areaId)])
}

const placeOf = (parts: readonly (string | null | undefined)[]) => parts.filter(Boolean).join(', ')

/** Where each of those who go lives, and in which household they will stand. */
async function move(ctx: Ctx, personId: string, change: ChangeOf<'move'>): Promise<Difference[]> {
  const { areaId, from, members = [], household: becomes } = change
  if (!(await isLivedIn(ctx, areaId, from))) throw problems('area_not_found', { areaId })
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
  const paths = await areaPaths(
    ctx,
    goers.map(({ homeAreaId }) => homeAreaId),
  )
  const there = await homeIn(ctx, change)
  const homes = goers.map(({ homeAreaId, homeVillage, about }) =>
    differs('home', placeOf([homeVillage, paths.get(homeAreaId)]), there, about),
  )
  if (becomes !== 'own') return homes
  return [...homes, ...(await describeHousehold(ctx, personId, splitting(change)))]
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

/** What the lists of before have paid of an award, with the award it is about. */
async function paidMonths(
  ctx: Ctx,
  personId: string,
  { benefit, since, paidThrough }: ChangeOf<'paid_months'>,
) {
  const said = (through: string | null) => JSON.stringify({ benefit, since, paidThrough: through })
  await personOf(ctx, personId)
  const before = await getPaidThrough(ctx, { personId, benefit, from: since })
  return [differs('paid_months', said(before), said(paidThrough))]
}
