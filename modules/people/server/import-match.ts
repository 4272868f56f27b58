import type { Ctx } from '#platform/server/context'
import { decisionsListed, factsHeld, findCandidates, type Candidate, type StagedRow } from '../db/imports.ts'
import { listedAward, listedFacts, type ListedFact } from '../domain/import/facts.ts'
import { formatDay } from '#kernel/written'
import { findingLevels, verdictOf, type FindingCode, type ImportFinding } from '../domain/import/findings.ts'
import type { ParsedRow } from '../domain/import/row.ts'
import { sharedBirths } from '../domain/import/shared-births.ts'
import type { StagedPerson } from '../domain/import/staged-person.ts'
import { personKeys } from '../domain/name.ts'
import { findLikely } from './import-likely.ts'
import type { CommuneFinder } from './import-communes.ts'

export type NumberedRow = ParsedRow & { readonly rowNumber: number; readonly label: string }

/** What the rows of a file before this one said, so that a person is not on it twice. */
type SeenInFile = { readonly numbers: Map<string, number>; readonly people: Map<string, number> }

/**
 * Says of each row whether somebody of it was on the list before, and whether too many share a day of birth; the rows are all
 * there are, in their order.
 */
export function findRepetitions(rows: readonly NumberedRow[]): NumberedRow[] {
  const seen: SeenInFile = { numbers: new Map(), people: new Map() }
  const shared = sharedBirths(rows.flatMap(({ person }) => person ?? []))
  return rows.map((row) => {
    const { person, findings, rowNumber } = row
    if (!person) return row
    const people = shared.get(person)
    return {
      ...row,
      findings: [
        ...findings,
        ...findRepetition(person, rowNumber, seen),
        ...(people === undefined
          ? []
          : [{ ...finding('birth_shared', 'born', { people }), value: formatDay(person.born) }]),
      ],
    }
  })
}

/** Finds out who of a list is in the register already, and judges each row. */
export async function matchRows(
  ctx: Ctx,
  rows: readonly NumberedRow[],
  { communes, file }: { communes: CommuneFinder; file: string },
): Promise<StagedRow[]> {
  const people = rows.flatMap(({ person }) => person ?? [])
  const candidates = await findCandidates(ctx, {
    numbers: people.flatMap(({ identifiers }) => identifiers.map(({ number }) => number)),
    plainKeys: people.map(({ fullName }) => personKeys(fullName).plainKey),
    areaIds: communes.areaIds,
  })
  const byNumber = new Map(
    candidates.flatMap((one) => one.numbers.map(({ kind, number }) => [`${kind} ${number}`, one])),
  )
  const byName = Map.groupBy(candidates, ({ plainKey }) => plainKey)
  const judged = rows.map((row) => {
    const { person, findings } = row
    if (!person) return { ...row, findings: [...findings], match: undefined }
    const { match, finding } = matchPerson(person, { byNumber, byName, communes })
    // Of somebody the register has with that very day, nobody need look at it again.
    const isConfirmed = match?.born === person.born && match.bornPrecision === person.bornPrecision
    const found = findings.filter(({ code }) => code !== 'birth_shared' || !isConfirmed)
    if (finding) found.push(finding)
    return { ...row, findings: found, match }
  })
  const likely = await findLikely(
    ctx,
    judged.flatMap(({ person, match, findings }) =>
      person && !match && verdictOf(findings) !== 'refused' ? person : [],
    ),
  )
  for (const { person, findings } of judged) {
    const finding = person && likely.get(person)
    if (!finding) continue
    // What was found by the name alone is said better.
    const place = findings.findIndex(({ code }) => code === 'person_like_registered')
    if (place >= 0) findings.splice(place, 1)
    findings.push(finding)
  }
  const matched = judged.flatMap(({ match }) => match?.id ?? [])
  const held = Map.groupBy(await factsHeld(ctx, matched), ({ personId }) => personId)
  const listed = Map.groupBy(await decisionsListed(ctx, matched), ({ personId }) => personId)
  return judged.map(({ rowNumber, label, person, findings, match }) => {
    const verdict = verdictOf(findings)
    const isKnown =
      verdict === 'ready' &&
      match !== undefined &&
      person !== null &&
      missingFacts(listedFacts(person, { today: ctx.today, file }), held.get(match.id) ?? []).length === 0 &&
      person.identifiers.every(({ number }) => match.numbers.some((one) => one.number === number)) &&
      (person.diedOn === null || person.diedOn === match.diedOn) &&
      !isNewDecision(person, listed.get(match.id) ?? [])
    return {
      rowNumber,
      label,
      person,
      findings,
      personId: match?.id ?? null,
      verdict: isKnown ? 'known' : verdict,
    }
  })
}

type Held = Awaited<ReturnType<typeof factsHeld>>[number]

/** Facts of the list that the register does not have for that time; what it has, the list does not overrule. */
export function missingFacts(
  facts: readonly ListedFact[],
  held: readonly Pick<Held, 'kind' | 'from' | 'until'>[],
): ListedFact[] {
  return facts.filter(
    (fact) => !held.some(({ kind, until }) => kind === fact.kind && (until === null || until > fact.from)),
  )
}

/** A decision no list has named before is news of somebody of whom everything else is known. */
function isNewDecision(
  person: StagedPerson,
  listed: readonly { readonly number: string; readonly signedOn: string | null }[],
): boolean {
  const award = listedAward(person)
  return (
    award !== undefined &&
    !listed.some(({ number, signedOn }) => number === award.decisionNumber && signedOn === award.signedOn)
  )
}

function matchPerson(
  person: StagedPerson,
  {
    byNumber,
    byName,
    communes,
  }: {
    byNumber: ReadonlyMap<string, Candidate>
    byName: ReadonlyMap<string, readonly Candidate[]>
    communes: CommuneFinder
  },
): { match?: Candidate | undefined; finding?: ImportFinding | undefined } {
  const { nameKey, plainKey } = personKeys(person.fullName)
  for (const { kind, number } of person.identifiers) {
    const holder = byNumber.get(`${kind} ${number}`)
    if (!holder) continue
    // Marks get lost and years are off by one; another name altogether is another person.
    if (holder.plainKey === plainKey || isSameBirth(holder, person)) return { match: holder }
    return { finding: finding('number_of_other_person', 'number', { name: holder.fullName }) }
  }
  const namesakes = (byName.get(plainKey) ?? []).filter(
    (one) =>
      communes.today(one.homeAreaId) === communes.today(person.areaId) &&
      isSameBirth(one, person) &&
      !hasOtherNumber(one, person),
  )
  const exact = namesakes.filter((one) => one.nameKey === nameKey)
  if (exact.length === 1) return { match: exact[0] }
  const like = namesakes[0]
  if (!like) return {}
  const details = { name: like.fullName, year: like.born.slice(0, 4) }
  return { finding: finding('person_like_registered', 'fullName', details) }
}

function isSameBirth(
  one: Pick<Candidate, 'born' | 'bornPrecision'>,
  other: Pick<Candidate, 'born' | 'bornPrecision'>,
) {
  if (one.bornPrecision === 'day' && other.bornPrecision === 'day') return one.born === other.born
  return one.born.slice(0, 4) === other.born.slice(0, 4)
}

function hasOtherNumber(one: Candidate, person: StagedPerson) {
  return person.identifiers.some(({ kind, number }) =>
    one.numbers.some((held) => held.kind === kind && held.number !== number),
  )
}

function findRepetition(person: StagedPerson, rowNumber: number, seen: SeenInFile): ImportFinding[] {
  for (const { number } of person.identifiers) {
    const row = seen.numbers.get(number)
    if (row !== undefined) return [finding('number_in_file_twice', 'number', { row })]
    seen.numbers.set(number, rowNumber)
  }
  const key = `${personKeys(person.fullName).nameKey} ${person.born} ${person.areaId}`
  const row = seen.people.get(key)
  if (row !== undefined) return [finding('person_in_file_twice', 'fullName', { row })]
  seen.people.set(key, rowNumber)
  return []
}

function finding(
  code: FindingCode,
  field: ImportFinding['field'],
  details: Record<string, string | number>,
): ImportFinding {
  return { code, level: findingLevels[code], field, column: null, value: '', suggestion: null, details }
}
