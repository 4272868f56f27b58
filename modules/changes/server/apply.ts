import { correctPaidMonths } from '#modules/entitlement'
import {
  correctIdentity,
  endCircumstance,
  endRelation,
  findFactNow,
  membersNow,
  recordDeath,
  recordIdentifier,
  recordMembership,
  recordRelation,
  recordResidence,
  registerPerson,
  summariesOf,
  tiesNow,
  undoDeath,
  type Evidence,
} from '#modules/people'
import { PersonId } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeOf } from '../domain/change.ts'
import { problems } from '../domain/problems.ts'
import { applyToHousehold, leaveTogether, passOnHead } from './apply-household.ts'
import { recordCarer, recordGuardian } from './carer-and-guardian.ts'
import { takeThePlace } from './circumstance.ts'
import { memberOf } from './describe-household.ts'
import { headLeftBy } from './head-left.ts'
import { written } from './messages.vi.ts'
import { recordParent } from './parent.ts'

type About = {
  readonly personId: string
  readonly change: Change
  readonly evidence: Evidence | null
  /** What the register names as where it has it from. */
  readonly source: string
}

/** Has the register record a change by its own commands, which check it once more and keep what was believed before. */
export async function apply(ctx: Ctx, about: About): Promise<void> {
  const { change, source } = about
  const left = await headLeftBy(ctx, about.personId, change)
  // The dead are of their household through their last day, so the head passes before; whoever goes makes room first.
  if (left && change.kind === 'death') await passOnHead(ctx, left, { from: change.diedOn, source })
  await record(ctx, about)
  if (left && 'from' in change) await passOnHead(ctx, left, { from: change.from, source })
}

async function record(ctx: Ctx, about: About): Promise<void> {
  const { change, source } = about
  const personId = PersonId.parse(about.personId)
  switch (change.kind) {
    case 'identity':
      return identity(ctx, personId, change, source)
    case 'death':
      return death(ctx, personId, change, source)
    case 'alive':
      return void (await undoDeath(ctx, { personId, formerHeadBecomes: written.formerHead, source }))
    case 'move':
      return move(ctx, personId, change, source)
    case 'birth':
      return birth(ctx, personId, change, source)
    case 'disability':
      return disability(ctx, { ...about, change })
    case 'circumstance':
      return takeThePlace(ctx, { ...about, ...change, kind: change.circumstance })
    case 'marriage':
      return marriage(ctx, personId, change, source)
    case 'divorce':
      return divorce(ctx, personId, change, source)
    case 'guardian':
      return recordGuardian(ctx, personId, change, source)
    case 'carer':
      return recordCarer(ctx, personId, change, source)
    case 'parent':
      return recordParent(ctx, personId, change, source)
    case 'paid_months':
      return correctPaidMonths(ctx, { personId, ...change, from: change.since })
    case 'add_member':
    case 'remove_member':
    case 'change_head':
    case 'split_household':
    case 'merge_household':
      return applyToHousehold(ctx, personId, change, source)
  }
}

/** Households first: whoever records a move out of their area may not see the person afterwards. */
async function move(ctx: Ctx, personId: PersonId, change: ChangeOf<'move'>, source: string) {
  const { areaId, village, address, from, members = [] } = change
  const own = await membersNow(ctx, { personIds: [personId] })
  const along = members.map((member) => ({
    personId: PersonId.parse(memberOf(own.find((one) => one.personId === member.personId)).personId),
    relationToHead: member.relationToHead ?? written.otherMember,
  }))
  if (change.household === 'own') await leaveTogether(ctx, personId, { along, from, source })
  for (const one of [personId, ...along.map((member) => member.personId)])
    await recordResidence(ctx, { personId: one, areaId, village, address, from, source, putsRight: true })
}

/** Another day of death takes the place of the one that was recorded. */
async function death(ctx: Ctx, personId: PersonId, { diedOn }: ChangeOf<'death'>, source: string) {
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (person?.diedOn) await undoDeath(ctx, { personId, formerHeadBecomes: written.formerHead, source })
  await recordDeath(ctx, { personId, diedOn, source })
}

async function identity(
  ctx: Ctx,
  personId: PersonId,
  { fullName, sex, born, bornPrecision, personalId }: ChangeOf<'identity'>,
  source: string,
) {
  const fields = { fullName, sex, born, bornPrecision }
  if (Object.values(fields).some((value) => value !== undefined))
    await correctIdentity(ctx, { personId, ...fields, source })
  if (personalId !== undefined)
    await recordIdentifier(ctx, {
      personId,
      kind: 'personal_id',
      number: personalId,
      verifiedOn: null,
      replaces: true,
      // A second person has looked at it with the paper.
      keptBecause: source,
      source,
    })
}

async function birth(
  ctx: Ctx,
  parentId: PersonId,
  { child, otherParentId }: ChangeOf<'birth'>,
  source: string,
) {
  const parent = (await summariesOf(ctx, [parentId])).get(parentId)
  if (!parent) throw problems('person_not_found')
  const { personalId, born, ...named } = child
  const { personId } = await registerPerson(ctx, {
    ...named,
    born,
    bornPrecision: 'day',
    ethnicGroup: null,
    phone: null,
    identifiers:
      personalId === null
        ? []
        : [{ kind: 'personal_id', number: personalId, verifiedOn: null, keptBecause: source }],
    home: { areaId: parent.homeAreaId, village: parent.homeVillage, address: null },
    source,
  })
  for (const one of [parentId, ...(otherParentId === undefined ? [] : [PersonId.parse(otherParentId)])])
    await recordRelation(ctx, {
      personId: one,
      otherId: personId,
      kind: 'parent_of',
      detail: {},
      from: born,
      until: null,
      source,
    })
  const own = (await membersNow(ctx, { personIds: [parentId] })).find((one) => one.personId === parentId)
  if (!own) return
  const relationToHead = own.isHead ? written.child : written.childOfMember
  await recordMembership(ctx, {
    personId,
    householdId: own.householdId,
    isHead: false,
    relationToHead,
    from: born,
    source,
  })
}

async function disability(ctx: Ctx, { change, ...about }: About & { change: ChangeOf<'disability'> }) {
  const { level, types, certificate, issuedOn } = change
  await takeThePlace(ctx, {
    ...about,
    kind: 'disability',
    detail: { level, types, certificate, issuedOn },
    from: issuedOn,
    until: null,
    evidence: about.evidence ?? { document: written.disabilityCertificate, number: certificate, issuedOn },
  })
}

/** Who is married raises no child alone any more. */
async function marriage(
  ctx: Ctx,
  personId: PersonId,
  { spouseId, from }: ChangeOf<'marriage'>,
  source: string,
) {
  const otherId = PersonId.parse(spouseId)
  await recordRelation(ctx, { personId, otherId, kind: 'spouse_of', detail: {}, from, until: null, source })
  for (const one of [personId, otherId]) {
    const alone = await findFactNow(ctx, one, 'single_parent')
    if (alone && (alone.from === null || alone.from < from))
      await endCircumstance(ctx, { personId: one, circumstanceId: alone.circumstanceId, until: from, source })
  }
}

async function divorce(
  ctx: Ctx,
  personId: PersonId,
  { spouseId, until }: ChangeOf<'divorce'>,
  source: string,
) {
  const tie = (await tiesNow(ctx, [personId], ['spouse_of'])).find(
    ({ personId: one, otherId }) => one === spouseId || otherId === spouseId,
  )
  if (!tie) throw problems('not_married')
  await endRelation(ctx, { personId, relationId: tie.relationId, until, source })
}
