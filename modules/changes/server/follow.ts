import { sql } from 'kysely'
import { z } from 'zod'
import { CivilDate } from '#kernel/civil-date'
import { Problem } from '#kernel/problem'
import { endUnfounded, findOpenFile, procedures, proposeDecision, receive } from '#modules/applications'
import { listAwards, type Award } from '#modules/entitlement'
import { areaAt } from '#modules/geography'
import { peopleOnPaper } from '#modules/people'
import type { Ctx, Event } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { takeFollowUps } from '../db/follow-ups.ts'
import type { ChangesTables, FollowUpKind } from '../db/tables.ts'
import { getRequest } from '../db/requests.ts'
import { companionsIn, type ChangeOf } from '../domain/change.ts'
import { written } from './messages.vi.ts'
import { unfollowDeath } from './unfollow-death.ts'

const Died = z.object({
  personId: z.uuid(),
  diedOn: CivilDate,
  /** The decision of the chair to stop, where it came together with the death. */
  decision: z.unknown().optional(),
})
const Approved = z.object({ requestId: z.uuid(), personId: z.uuid(), kind: z.string() })

/** What a death or a move leaves to be decided is put on the desks at once, so that nobody has to remember it. */
export const changesSubscribers: Subscribers = {
  'changes.follow_death': { on: ['people.died'], run: followDeath },
  'changes.unfollow_death': { on: ['people.death_undone'], run: unfollowDeath },
  'changes.follow_move': { on: ['changes.approved'], run: followMove },
}

/**
 * After a death nothing is due any more, yet an award ends only by a decision: its draft goes to whoever signs. Whoever
 * arranges the burial has a right to support: its file waits for them with what the register knows.
 */
async function followDeath(ctx: Ctx, event: Event) {
  const { personId, diedOn, decision } = Died.parse(event)
  if (decision) return
  // One that was granted after the death, told late, is to be ended all the more.
  const awards = (await listAwards(ctx, [personId])).filter(
    ({ during }) => during.until === null || during.until > diedOn,
  )
  if (awards.length === 0) return
  await proposeToStop(ctx, awards, { personId, diedOn })
  const burial = awards
    .filter(({ during }) => (during.from ?? '') <= diedOn)
    .map(({ benefit }) => answerOf[benefit])
    .find((answer) => answer !== undefined)
  if (burial === undefined) return
  await once(ctx, { personId, kind: 'funeral_support', happenedOn: diedOn }, () =>
    openFile(ctx, personId, { procedure: 'funeral_support', answers: { who_died: burial } }),
  )
}

/** Who the dead were, in the words of the procedure; the facility sees to the burial of its own. */
const answerOf: Partial<Readonly<Record<Award['benefit'], string>>> = {
  monthly_allowance: 'allowance',
  social_pension: 'social_pension',
}

/** Drafts the end of each award that is still open, unless an officer is at it already. */
async function proposeToStop(
  ctx: Ctx,
  awards: readonly Award[],
  { personId, diedOn }: { readonly personId: string; readonly diedOn: CivilDate },
) {
  const { benefits } = procedures.find(({ id }) => id === 'termination')!
  const open = awards.filter(({ during, benefit }) => during.until === null && benefits.includes(benefit))
  if (open.length === 0 || (await findOpenFile(ctx, { personId, procedure: 'termination' }))) return
  for (const { benefit } of open)
    await once(ctx, { personId, kind: `termination of ${benefit}`, happenedOn: diedOn }, async () => {
      const id = await openFile(ctx, personId, { procedure: 'termination', answers: { stop_ground: 'died' } })
      if (id !== null) await draft(ctx, { id, benefit, diedOn })
      return id
    })
}

/** What the law or the procedure does not let be drafted stays with the officer, in the file. */
async function draft(
  ctx: Ctx,
  {
    id,
    benefit,
    diedOn,
  }: { readonly id: string; readonly benefit: Award['benefit']; readonly diedOn: CivilDate },
) {
  await sql`savepoint draft`.execute(ctx.db())
  try {
    await proposeDecision(ctx, {
      id,
      version: 1,
      action: 'propose',
      kind: 'stop',
      benefit,
      reasons: [written.died(diedOn)],
      requestId: crypto.randomUUID(),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint draft`.execute(ctx.db())
    ctx.audit({ action: 'changes.draft_left', subject: id, details: { code: error.code } })
  }
}

/** Each who moves with an allowance has it moved: the file is there at the new place the same day, so that no month is lost. */
async function followMove(ctx: Ctx, event: Event) {
  const { requestId, personId, kind } = Approved.parse(event)
  if (kind !== 'move') return
  const { change } = await getRequest(ctx, requestId)
  if (change.kind !== 'move') return
  for (const one of [personId, ...companionsIn(change)]) await openTransfer(ctx, one, change)
}

async function openTransfer(ctx: Ctx, personId: string, change: ChangeOf<'move'>) {
  const open = (await listAwards(ctx, [personId])).filter(({ during }) => during.until === null)
  const before = await findOpenFile(ctx, { personId, procedure: 'residence_transfer' })
  const areas = [change.areaId, ...[...open, ...(before ? [before] : [])].map(({ areaId }) => areaId)]
  const units = await areaAt(ctx, areas, ctx.today)
  const isElsewhere = ({ areaId }: { areaId: number }) => units.get(areaId) !== units.get(change.areaId)
  if (before && isElsewhere(before)) await leaveBehind(ctx, { personId, id: before.id, change })
  if (!open.some(isElsewhere)) return
  await once(ctx, { personId, kind: 'residence_transfer', happenedOn: change.from }, () =>
    openFile(ctx, personId, { procedure: 'residence_transfer', answers: {} }),
  )
}

/** Who moves on before the place between has taken them in is not taken in there: what it was sent ends, and says why. */
async function leaveBehind(
  ctx: Ctx,
  {
    personId,
    id,
    change,
  }: { readonly personId: string; readonly id: string; readonly change: ChangeOf<'move'> },
) {
  const [followed] = await takeFollowUps(ctx, { personId, applicationId: id })
  if (followed) await endUnfounded(ctx, { id, reason: written.movedOn(change.from) })
}

type Once = { readonly personId: string; readonly kind: FollowUpKind; readonly happenedOn: CivilDate }

/** An event may come again: what it left to be decided is put on a desk once. */
async function once(ctx: Ctx, key: Once, open: () => Promise<string | null>) {
  const db = ctx.db<ChangesTables>()
  const added = await db
    .insertInto('changes.followUp')
    .values({ ...key, applicationId: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personId')
    .executeTakeFirst()
  if (!added) return
  const applicationId = await open()
  await db
    .updateTable('changes.followUp')
    .set({ applicationId })
    .where('personId', '=', key.personId)
    .where('kind', '=', key.kind)
    .where('happenedOn', '=', key.happenedOn)
    .execute()
}

/** A file as the counter would take it in; null where somebody works on one already. */
async function openFile(
  ctx: Ctx,
  personId: string,
  {
    procedure,
    answers,
  }: { procedure: 'termination' | 'funeral_support' | 'residence_transfer'; answers: Record<string, string> },
): Promise<string | null> {
  if (procedure !== 'termination' && (await findOpenFile(ctx, { personId, procedure }))) return null
  const person = (await peopleOnPaper(ctx, [personId])).get(personId)
  if (!person) return null
  const { fullName, sex, born, bornPrecision, number, homeAreaId, homeVillage } = person
  const { id } = await receive(ctx, {
    procedure,
    channel: 'counter',
    areaId: (await areaAt(ctx, [homeAreaId], ctx.today)).get(homeAreaId) ?? homeAreaId,
    personId,
    subject: {
      fullName,
      sex,
      born,
      bornPrecision,
      number,
      phone: null,
      village: homeVillage,
      address: null,
    },
    applicant: null,
    asked: { standing: {}, event: {}, answers },
    payment: null,
    papers: [],
  })
  return id
}
