import { z } from 'zod'
import { ageOn, civilDate, CivilDate, lastDayOf, type Month } from '#kernel/civil-date'
import { knownMonths } from '../law/known-months.ts'
import { lineOfFault } from '#kernel/json-fault'
import { levelsByLoss } from '../law/disability.ts'
import { cardLevels, supportLaw } from '../law/support/index.ts'
import { CaseEvent } from './case-events.ts'
import { assertPossible, personShape } from './case-file.ts'
import { contradictionsOf, impossibleAtThatAge, widowedTooSoon } from './contradictions.ts'
import { longestLife } from './longest-life.ts'
import { readHealthCard } from './health-card.ts'
import { outsideLaw } from './known-law.ts'
import { Standing } from './standing.ts'
import { refusal, refusalsOf, type Refusal, type RefusalCode } from './refusal.ts'

const memberShape = {
  ...personShape,
  /** «Số định danh cá nhân»: twelve digits, of which the law asks nothing; told so that a slip is found. */
  idNumber: z.string().optional(),
  healthCard: z.string().optional(),
  /** What stood before the certificate of disability: the loss of ability in percent. */
  medicalConclusion: z.strictObject({ percent: z.int().min(0).max(100), issuedOn: CivilDate }).optional(),
}

const Member = z
  .strictObject({
    key: z.string().min(1).max(40),
    ...memberShape,
    /** Keys of the parents in the household, who raise this person as their child. */
    childOf: z.array(z.string()).max(2).default([]),
    spouseOf: z.string().optional(),
  })
  .superRefine(assertPossible)
export type Member = z.infer<typeof Member>

const events = z.array(CaseEvent).max(50).default([])

/** Every name a case may use, so that a slip can be told what was meant. */
const fieldsOfCase = [
  ...new Set([
    ...Object.keys(Standing.shape),
    ...Object.keys(memberShape),
    'from',
    'members',
    'events',
    'childOf',
    'spouseOf',
  ]),
]

/** Somebody alone, with what happened to them. */
const Single = z
  .strictObject({ $schema: z.string().optional(), ...memberShape, events })
  .superRefine(assertPossible)

/** A household («hộ»): its members, how they belong together, and what happened. */
const Household = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().max(200).optional(),
  note: z.string().optional(),
  members: z.array(Member).min(1).max(50),
  events,
})

/** A case to ask the law about; whoever is alone is a household of one. */
export type Case = {
  readonly members: readonly [Member, ...Member[]]
  readonly events: readonly CaseEvent[]
}
/** A case as one writes it. */
export type CaseTold = z.input<typeof Single> | z.input<typeof Household>
export type ReadCase = { readonly case: Case } | { readonly refusals: readonly Refusal[] }

/** Reads a case from the text of a file, or says field by field what is wrong with it; of `today` on nobody has died yet. */
export function readCase(text: string, today?: CivilDate): ReadCase {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    // What is not JSON is an outcome of reading. What Node says of it quotes the file, so only the place is told.
    return { refusals: [refusal('not_json', [], String(lineOfFault(text)))] }
  }
  return parseCase(json, today)
}

/** The same from a value that has been read already. */
export function parseCase(json: unknown, today?: CivilDate): ReadCase {
  const isHousehold = typeof json === 'object' && json !== null && 'members' in json
  const parsed = isHousehold
    ? Household.safeParse(json, { reportInput: true })
    : Single.safeParse(json, { reportInput: true })
  if (!parsed.success) return { refusals: refusalsOf(parsed.error.issues, fieldsOfCase) }
  const { data } = parsed
  const members = 'members' in data ? data.members : [alone(data)]
  const found = { members: members as [Member, ...Member[]], events: data.events } // At least one by the schema.
  const refusals = [
    ...contradictionsIn(found, isHousehold),
    ...(today ? deathsToCome(found, { isHousehold, today }) : []),
  ]
  return refusals.length > 0 ? { refusals } : { case: found }
}

/** A death is told once it has happened. */
function deathsToCome(
  { members, events: told }: Case,
  { isHousehold, today }: { isHousehold: boolean; today: CivilDate },
): Refusal[] {
  return [
    ...members.flatMap(({ diedOn }, index) =>
      diedOn && diedOn > today
        ? [refusal('day_to_come', isHousehold ? ['members', index, 'diedOn'] : ['diedOn'])]
        : [],
    ),
    ...told.flatMap(({ kind, on }, index) =>
      // Where the person is told to have died on that day it is said there.
      kind === 'death' && on > today && members.every(({ diedOn }) => diedOn !== on)
        ? [refusal('day_to_come', ['events', index, 'on'])]
        : [],
    ),
  ]
}

function alone(told: z.infer<typeof Single>): Member {
  const { events: _, $schema: __, ...person } = told
  return { key: 'person', childOf: [], ...person }
}

/** Why nothing can be said of a month; nothing where it can. */
export function refusalsOfMonth({ members, events }: Case, month: Month): Refusal[] {
  const outside = outsideLaw(month)
  if (outside === 'before_law') return [refusal('month_before_law', ['month'], knownMonths.from)]
  if (outside === 'after_law') return [refusal('month_beyond_law', ['month'], knownMonths.through)]
  const last = lastDayOf(month)
  const bornOf = (index: number) => (members.length > 1 ? ['members', index, 'born'] : ['born'])
  // A child to come is no mistake of a household, nor is somebody born later of whom an event is told.
  if (events.length === 0 && members.every(({ born: { born } }) => born > last))
    return members.map((_, index) => refusal('unborn', bornOf(index), last))
  return members.flatMap((member, index) => {
    const { born, diedOn } = member
    const tooOld =
      diedOn === undefined && isTooOld(born.born, last) ? [refusal('too_old', bornOf(index))] : []
    const at = members.length > 1 ? ['members', index] : []
    return [
      ...tooOld,
      ...[...impossibleAtThatAge(member, month), ...widowedTooSoon(member, members, month)].map(
        ({ code, path, told }) => refusal(code, [...at, ...path], told),
      ),
    ]
  })
}

function isTooOld(born: CivilDate, day: CivilDate): boolean {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) > longestLife
}

/** Nobody younger has a child; what is told of one is a slip of the keyboard. A birth told by its year is taken as its first day. */
const youngestParent = 12

/** Children told of somebody who was a child; the cases of the law’s own edges, which combine groups, are not asked this. */
function parentsTooYoung({ born: { born }, facts, changes }: Member): (string | number)[][] {
  const told = [
    { children: facts.children, path: ['facts'] },
    ...changes.map(({ children }, index) => ({ children, path: ['changes', index] })),
  ]
  return told.flatMap(({ children = [], path }) =>
    children.flatMap((child, index) =>
      child.born > born && ageOn(born, child.born) < youngestParent
        ? [[...path, 'children', index, 'born']]
        : [],
    ),
  )
}

/** What is possible for each alone and not for all together. */
function contradictionsIn({ members, events: told }: Case, isHousehold: boolean): Refusal[] {
  const byKey = new Map(members.map((member) => [member.key, member]))
  const at = (index: number, ...path: (string | number)[]) =>
    isHousehold ? ['members', index, ...path] : path
  const refusals: Refusal[] = []
  for (const [index, member] of members.entries()) {
    const refuse = (code: RefusalCode, ...path: (string | number)[]) =>
      refusals.push(refusal(code, at(index, ...path)))
    if (byKey.get(member.key) !== member) refuse('same_key', 'key')
    for (const path of parentsTooYoung(member)) refuse('parent_too_young', ...path)
    for (const { code, path, told: meant } of contradictionsOf(member, members))
      refusals.push(refusal(code, at(index, ...path), meant))
    for (const [place, key] of member.childOf.entries()) {
      const parent = byKey.get(key)
      if (!parent) refuse('no_such_member', 'childOf', place)
      else if (parent === member) refuse('parent_of_oneself', 'childOf', place)
      else if (parent.born.born >= member.born.born) refuse('child_older', 'born')
      else if (ageOn(parent.born.born, member.born.born) < youngestParent) refuse('parent_too_young', 'born')
    }
    if (member.spouseOf !== undefined && member.spouseOf === member.key)
      refuse('parent_of_oneself', 'spouseOf')
    else if (member.spouseOf !== undefined && !byKey.has(member.spouseOf))
      refuse('no_such_member', 'spouseOf')
    if (member.idNumber !== undefined && !/^[0-9]{12}$/.test(member.idNumber)) refuse('id_number', 'idNumber')
    if (member.medicalConclusion && member.medicalConclusion.issuedOn >= levelsByLoss.before)
      refuse('conclusion_too_late', 'medicalConclusion', 'issuedOn')
    if (member.medicalConclusion && member.medicalConclusion.issuedOn < member.born.born)
      refuse('certificate_before_birth', 'medicalConclusion', 'issuedOn')
    refusals.push(...cardRefusals(member.healthCard, at(index, 'healthCard')))
  }
  return [...refusals, ...told.flatMap((event, index) => eventRefusals(event, index, members))]
}

function cardRefusals(text: string | undefined, path: readonly PropertyKey[]): Refusal[] {
  if (text === undefined) return []
  const card = readHealthCard(text)
  if (!card) return [refusal('card_code', path)]
  return card.form === 'old' && card.isDoubtful
    ? [refusal('card_letters', path, `${card.letters}${card.level} (${cardLevels[card.level].letters})`)]
    : []
}

/** An event has to be somebody’s, in their life, and in the time of a law that is known. */
function eventRefusals(event: CaseEvent, index: number, members: readonly Member[]): Refusal[] {
  const refuse = (code: RefusalCode, field: string, said = '') => [
    refusal(code, ['events', index, field], said),
  ]
  const first = supportLaw[0].inForce
  if (event.on < first) return refuse('event_before_law', 'on', first)
  if (outsideLaw(event.on) === 'after_law') return refuse('event_beyond_law', 'on', knownMonths.through)
  if ('through' in event && event.through < event.on) return refuse('ends_before_it_begins', 'through')
  const who = 'who' in event ? event.who : undefined
  const member = who === undefined ? members[0] : members.find(({ key }) => key === who)
  if (!member) return refuse('no_such_member', 'who')
  if (who === undefined && members.length > 1 && isOfOne(event)) return refuse('who_is_meant', 'who')
  const { born, diedOn } = member
  if (event.on < born.born) return refuse('event_before_birth', 'on')
  if (isTooOld(born.born, event.on)) return refuse('too_old', 'on')
  if (event.kind === 'death' && diedOn !== undefined && diedOn !== event.on)
    return refuse('death_differs', 'on')
  if (diedOn !== undefined && event.on > diedOn) return refuse('event_after_death', 'on')
  return []
}

/** Hunger and the home concern the household; everything else somebody in it. */
export function isOfOne({ kind }: Pick<CaseEvent, 'kind'>): boolean {
  return kind !== 'hunger' && kind !== 'home'
}

/** The level of disability a medical conclusion stands for from its day. */
export function levelOfConclusion({
  medicalConclusion,
}: Member): { from: CivilDate; level: string } | undefined {
  if (!medicalConclusion) return undefined
  const { percent, issuedOn } = medicalConclusion
  const found = levelsByLoss.levels.find(({ from }) => percent >= from)!
  return { from: civilDate(issuedOn), level: found.level }
}
