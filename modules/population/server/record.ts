import {
  correctIdentities,
  joinHouseholds,
  membersNow,
  normaliseName,
  recordDeaths,
  recordIdentifiers,
  recordResidences,
  recordTies,
  registerPeople,
} from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Change, ChangeKind, ChangeOf } from '../domain/change.ts'
import type { Known, Subject } from '../domain/plan.ts'
import { written } from './messages.vi.ts'

export type Recording = { readonly change: Change; readonly subject: Subject }
type RecordingOf<Kind extends ChangeKind> = { readonly change: ChangeOf<Kind>; readonly subject: Subject }

/** Records changes, one of each person, with as few statements as there are kinds of them. */
export async function record(ctx: Ctx, recordings: readonly Recording[]): Promise<void> {
  const of = <Kind extends ChangeKind>(kind: Kind) =>
    recordings.filter(({ change }) => change.kind === kind) as unknown as RecordingOf<Kind>[] // Of this kind by the filter.
  await recordDeaths(
    ctx,
    of('death').map((one) => ({ ...whose(one), diedOn: one.change.on })),
  )
  await recordResidences(ctx, of('move').map(moveOf))
  await correctIdentities(
    ctx,
    of('identity_corrected').map((one) => {
      const known = person(one)
      const { fullName = known.fullName, sex = known.sex, born, bornPrecision = 'day' } = one.change.identity
      const birth = born ? { born, bornPrecision } : { born: known.born, bornPrecision: known.bornPrecision }
      return { ...whose(one), fullName: normaliseName(fullName), sex, ...birth }
    }),
  )
  await recordIdentifiers(
    ctx,
    of('number_changed').map((one) => ({
      ...whose(one),
      kind: 'personal_id' as const,
      number: one.change.personalId,
      // It is the register that gives numbers out.
      verifiedOn: ctx.today,
    })),
  )
  await recordTies(
    ctx,
    of('marriage').map((one) => ({
      ...whose(one),
      otherId: one.subject.other!.personId, // Planned with both.
      kind: 'spouse_of' as const,
      from: one.change.on,
    })),
  )
  await recordBirths(ctx, of('birth'))
}

function person({ change, subject }: Recording): Known {
  if (!subject.person) throw new RangeError(`Nobody to record change ${change.number} of`)
  return subject.person
}

const sourceOf = ({ certificate, kind, number }: Change) =>
  certificate
    ? `${written.source(number)}; ${written.papers[kind]} ${certificate.number}`.slice(0, 200)
    : written.source(number)

function whose(one: Recording) {
  return { personId: person(one).personId, source: sourceOf(one.change) }
}

/** A register that names no village knows less than we do where somebody stays in their commune. */
function moveOf(one: RecordingOf<'move'>) {
  const { homeVillage, areaIdNow, address } = person(one)
  const { change, subject } = one
  const stays = subject.areaIdNow === areaIdNow
  return {
    ...whose(one),
    areaId: subject.areaId!, // Planned with one.
    village: change.residence.village ?? (stays ? homeVillage : null),
    address: change.residence.address ?? (stays ? address : null),
    from: change.on,
  }
}

/** A child is taken in, is tied to the parents who are known, and joins the household of the first. */
async function recordBirths(ctx: Ctx, births: readonly RecordingOf<'birth'>[]) {
  if (births.length === 0) return
  const ids = await registerPeople(
    ctx,
    births.map(({ change, subject }) => ({
      fullName: normaliseName(change.identity.fullName),
      sex: change.identity.sex,
      born: change.on,
      bornPrecision: 'day',
      ethnicGroup: null,
      phone: null,
      identifiers: [{ kind: 'personal_id', number: change.personalId, verifiedOn: ctx.today }],
      home: {
        areaId: subject.areaId!, // Planned with one.
        village: change.residence.village,
        address: change.residence.address,
      },
      source: sourceOf(change),
    })),
  )
  const parents = births.map(({ subject }) => subject.other!) // Planned with one.
  await recordTies(
    ctx,
    births.flatMap(({ change, subject }, index) =>
      [parents[index]!, ...(subject.secondParent ? [subject.secondParent] : [])].map(({ personId }) => ({
        personId,
        otherId: ids[index]!,
        kind: 'parent_of' as const,
        from: change.on,
        source: sourceOf(change),
      })),
    ),
  )
  const members = await membersNow(ctx, { personIds: parents.map(({ personId }) => personId) })
  const heads = new Set(members.flatMap(({ isHead, personId }) => (isHead ? [personId] : [])))
  await joinHouseholds(
    ctx,
    births.flatMap(({ change }, index) => {
      const { householdId, personId } = parents[index]!
      if (householdId === null) return []
      const relationToHead = heads.has(personId) ? written.child : written.childOfMember
      return [
        { personId: ids[index]!, householdId, relationToHead, from: change.on, source: sourceOf(change) },
      ]
    }),
  )
}
