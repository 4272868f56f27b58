import { addDays, dayOf, type CivilDate, type Instant } from '#kernel/civil-date'
import { contains, intersection, type Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import { assertKnownDay } from '#platform/server/known-day'
import {
  PersonId,
  type GetPerson,
  type MemberView,
  type PersonMention,
  type PersonPage,
  type RelationView,
} from '../contract.ts'
import { viewAreas } from '../db/areas.ts'
import {
  findHousehold,
  listCircumstances,
  listIdentifiers,
  listMerged,
  listRelations,
  listResidences,
  listVersions,
  type View,
} from '../db/person-page.ts'
import { summariesOf } from '../db/summaries.ts'
import { circumstanceDetails, confidentialKinds } from '../domain/circumstance.ts'
import type { RelationKind } from '../domain/history.ts'
import { checkIdentifier, type Finding } from '../domain/identifier.ts'
import { problems } from '../domain/problems.ts'

/** A person as they stood on one day, as it was known at the end of another; both are today where none is given. */
export async function getPerson(
  ctx: Ctx,
  { id, on = ctx.today, known = ctx.today }: GetPerson,
): Promise<PersonPage> {
  assertKnownDay(ctx, known)
  const view: View = { on, known }
  const visible = await summariesOf(ctx, [id])
  if (!visible.has(id)) throw problems('person_not_found')
  const versions = await listVersions(ctx, id, view)
  const version = versions.find(({ isKnown }) => isKnown)
  if (!version) {
    const first = versions.at(-1)
    throw first
      ? problems('person_not_recorded_yet', { known, recordedOn: dayOf(first.recordedAt) })
      : problems('person_not_found')
  }
  const identifiers = await listIdentifiers(ctx, id, view)
  const residences = await listResidences(ctx, id, view)
  const household = await findHousehold(ctx, id, view)
  const relations = (await listRelations(ctx, id, view)).map((row) => viewRelation(id, row))
  const circumstances = await listCircumstances(ctx, id, household?.id, view)
  const mayReadAll = ctx.actor.permissions.has('people.read_confidential')
  const diedOn = diedBy(version.diedOn, on)
  const shown = circumstances
    .filter(({ kind }) => mayReadAll || !confidentialKinds.has(kind))
    .map((circumstance) => withinLife(circumstance, diedOn))
  const areaOf = await viewAreas(
    ctx,
    residences.map(({ areaId }) => areaId),
  )
  const home = residences.find(({ during }) => contains(during, on))
  const members = household?.members.map(viewMember) ?? []
  const merged = await listMerged(ctx, id)
  const poverty = shown.find(({ kind, during }) => kind === 'poverty' && contains(during, on))

  const { isKnown: _, retractedAt: __, source, recordedAt, ...identity } = version
  return {
    id,
    ...identity,
    diedOn,
    identity: { source, recordedAt, verifiedOn: latest(identifiers.map(({ verifiedOn }) => verifiedOn)) },
    identifiers: identifiers.map((identifier) => ({
      ...identifier,
      findings: checkIdentifier(identifier.kind, identifier.number, identity).map(viewFinding),
    })),
    formerIdentities: versions.flatMap((former) =>
      !former.isKnown && former.retractedAt !== null && former.recordedAt <= recordedAt
        ? [viewFormer(former, former.retractedAt)]
        : [],
    ),
    home: home ? areaOf(home.areaId) : null,
    village: home?.village ?? null,
    household: household ? { id: household.id, code: household.code, members } : null,
    poverty: poverty ? viewPoverty(poverty) : null,
    relations: {
      livingWith: members.filter(({ person }) => person.id !== id),
      ...sortRelations(relations),
    },
    residences: residences.map(({ areaId, ...residence }) => ({
      ...withinLife(residence, diedOn),
      area: areaOf(areaId),
    })),
    circumstances: shown.map(({ personId, ...circumstance }) => ({
      ...circumstance,
      subject: personId === null ? 'household' : 'person',
    })),
    mergedInto: merged.filter(({ isInto }) => isInto).map((row) => mention(row.id, row))[0] ?? null,
    mergedFrom: merged.filter(({ isInto }) => !isInto).map((row) => mention(row.id, row)),
    on,
    known,
  }
}

function viewFinding(finding: Finding): PersonPage['identifiers'][number]['findings'][number] {
  const { code } = finding
  if ('year' in finding) return { code, year: finding.year }
  return 'usual' in finding ? { code, usual: finding.usual } : { code }
}

type Version = Awaited<ReturnType<typeof listVersions>>[number]

function viewFormer(version: Version, retractedAt: Instant): PersonPage['formerIdentities'][number] {
  const { fullName, sex, born, bornPrecision, diedOn, source, recordedAt } = version
  return { fullName, sex, born, bornPrecision, diedOn, source, recordedAt, retractedAt }
}

/** Whoever dies later is alive on the day. */
function diedBy(diedOn: CivilDate | null, on: CivilDate): CivilDate | null {
  return diedOn !== null && diedOn <= on ? diedOn : null
}

/** Nobody lives anywhere, or is in need of anything, beyond their death, though the register ended nothing for it. */
function withinLife<Fact extends { readonly during: Period }>(fact: Fact, diedOn: CivilDate | null): Fact {
  const lived = diedOn && intersection(fact.during, { from: null, until: addDays(diedOn, 1) })
  return lived ? { ...fact, during: lived } : fact
}

function latest(days: readonly (CivilDate | null)[]): CivilDate | null {
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  )
}

type Mentioned = { [Field in Exclude<keyof PersonMention, 'id'>]: PersonMention[Field] }

function mention(id: string, { fullName, born, bornPrecision, diedOn }: Mentioned): PersonMention {
  return { id: PersonId.parse(id), fullName, born, bornPrecision, diedOn }
}

type Household = NonNullable<Awaited<ReturnType<typeof findHousehold>>>

function viewMember(row: Household['members'][number]): MemberView {
  const { membershipId, personId, isHead, relationToHead, during } = row
  return { membershipId, person: mention(personId, row), isHead, relationToHead, during }
}

function viewRelation(id: string, row: Awaited<ReturnType<typeof listRelations>>[number]): RelationView {
  const { kind, detail, during, source, recordedAt, personId, otherId } = row
  const side = personId === id ? 'from' : 'to'
  const other = mention(side === 'from' ? otherId : personId, row)
  return { id: row.id, kind, side, other, detail, during, source, recordedAt }
}

/** «Họ hàng», «chăm sóc», «nhận thay»: three lists that are never one. */
function sortRelations(relations: readonly RelationView[]) {
  const of = (...kinds: RelationKind[]) => relations.filter(({ kind }) => kinds.includes(kind))
  return {
    relatives: of('parent_of', 'spouse_of', 'related_to'),
    care: of('cares_for', 'guardian_of'),
    collectors: of('collects_for'),
  }
}

type Circumstance = Awaited<ReturnType<typeof listCircumstances>>[number]

function viewPoverty({ detail, during }: Circumstance): PersonPage['poverty'] {
  const { level, year, decision = null } = circumstanceDetails.poverty.parse(detail)
  return { level, year, decision, during }
}
