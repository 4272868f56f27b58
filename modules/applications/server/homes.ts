import { areaAt, areaPaths } from '#modules/geography'
import { normaliseName, summariesOf, type PersonSummary } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import type { Application } from '../db/applications.ts'

/**
 * Where people live, as a paper of a day names it: a residence recorded in a unit that is no more is named by what the unit
 * became (ORG-2, ORG-3) – nobody moved, and no paper is addressed to a commune that was abolished.
 */
export async function homesOn(
  ctx: Ctx,
  ids: Iterable<number>,
  day: Ctx['today'],
): Promise<ReadonlyMap<number, string>> {
  const present = await areaAt(ctx, new Set(ids), day)
  const paths = await areaPaths(ctx, new Set(present.values()))
  return new Map([...present].map(([id, now]) => [id, paths.get(now) ?? '']))
}

type Placed = Pick<Application, 'areaId' | 'otherAreaId' | 'isAway' | 'subject'>

/** The unit a person lives in by their file: while another has it in hand, the one it came from. */
const unitOf = ({ areaId, otherAreaId, isAway }: Placed) => (isAway ? (otherAreaId ?? areaId) : areaId)

/** Where somebody lives by what their file says, as a paper names it: what the register has instead is for officers to see. */
export async function homeInFile(ctx: Ctx, application: Placed): Promise<string> {
  const { address, village } = application.subject
  const unit = unitOf(application)
  const homes = await homesOn(ctx, [unit], ctx.today)
  return [address, village, homes.get(unit)].filter(Boolean).join(', ')
}

/** Where the register has somebody live, where that is not what their file says; nothing for whoever may not read about people. */
export async function registeredElsewhere(
  ctx: Ctx,
  application: Placed & Pick<Application, 'personId'>,
): Promise<string | null> {
  const { personId, subject } = application
  if (personId === null || !ctx.actor.permissions.has('people.read')) return null
  const person = (await summariesOf(ctx, [personId])).get(personId)
  if (!person) return null
  const unit = unitOf(application)
  const now = await areaAt(ctx, [person.homeAreaId, unit], ctx.today)
  const same = (one: string) => normaliseName(one).toLowerCase()
  const isOtherUnit = now.get(person.homeAreaId) !== now.get(unit)
  const isOtherVillage = subject.village !== null && same(subject.village) !== same(person.homeVillage ?? '')
  return isOtherUnit || isOtherVillage ? registeredHome(ctx, person) : null
}

/** Where the register has somebody live. */
export async function registeredHome(
  ctx: Ctx,
  { homeAreaId, homeVillage }: Pick<PersonSummary, 'homeAreaId' | 'homeVillage'>,
): Promise<string> {
  const homes = await homesOn(ctx, [homeAreaId], ctx.today)
  return [homeVillage, homes.get(homeAreaId)].filter(Boolean).join(', ')
}
