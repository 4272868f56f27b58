import type { CivilDate } from '#kernel/civil-date'
import { contains, rangeOf, type Period } from '#kernel/period'
import type { Ctx } from '#platform/server/context'
import type { RecordMembership } from '../contract.ts'
import { getPersonForUpdate, recorded, retract } from '../db/facts.ts'
import type { PeopleTables } from '../db/tables.ts'
import { problems } from '../domain/problems.ts'
import { assertHeadOfAge } from './assert-head-of-age.ts'
import { assertStart } from './check-person.ts'
import { command } from './command.ts'

/** `without` goes on that day and is still a member: the dead are of their household through their last day. */
type Wish = RecordMembership & { readonly without?: string | undefined }

/** Records to which household somebody belongs from a day on, and as what; a head takes the place of a former one. */
export function recordMembership(
  ctx: Ctx,
  input: Wish,
): Promise<{ membershipId: string; householdId: string }> {
  return command(ctx, 'record_membership', input, async () => {
    const { personId, isHead, relationToHead, from, source } = input
    const { born } = await getPersonForUpdate(ctx, personId)
    assertStart(ctx, { from, born })
    const householdId = await findOrFound(ctx, input)
    await endFormer(ctx, personId, from)
    if (isHead) await replaceHead(ctx, { ...input, householdId })
    if (isHead) await assertHeadOfAge(ctx, { ...input, householdId, born })
    const { id } = await ctx
      .db<PeopleTables>()
      .insertInto('people.membership')
      .values({
        householdId,
        personId,
        isHead,
        relationToHead,
        during: rangeOf({ from, until: null }),
        ...recorded(ctx, source),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    ctx.emit({ type: 'people.household_changed', householdId, personId })
    return { membershipId: id, householdId }
  })
}

/** The household, if the actor may see anybody of it, locked; a new one where none is named. */
async function findOrFound(ctx: Ctx, { householdId }: RecordMembership): Promise<string> {
  const db = ctx.db<PeopleTables>()
  if (householdId === undefined) {
    const code = `H-${crypto.randomUUID().slice(-12).toUpperCase()}`
    const { id } = await db
      .insertInto('people.household')
      .values({ code, createdAt: ctx.now })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const { id } = await db
    .selectFrom('people.household')
    .select('id')
    .where('id', '=', householdId)
    .where((where) =>
      where.exists(
        where
          .selectFrom('people.membership')
          .select('people.membership.id')
          .whereRef('people.membership.householdId', '=', 'people.household.id'),
      ),
    )
    .forUpdate()
    .executeTakeFirstOrThrow(() => problems('household_not_found'))
  return id
}

function currentMemberships(ctx: Ctx) {
  return ctx
    .db<PeopleTables>()
    .selectFrom('people.membership')
    .select(['id', 'householdId', 'personId', 'isHead', 'relationToHead', 'during', 'source'])
    .where('retractedAt', 'is', null)
}

type Membership = Awaited<ReturnType<ReturnType<typeof currentMemberships>['execute']>>[number]

/** What somebody belonged to on the day ends with it. */
async function endFormer(ctx: Ctx, personId: string, from: CivilDate) {
  const memberships = await currentMemberships(ctx)
    .where('personId', '=', personId)
    .orderBy('during')
    .execute()
  const later = memberships.find(({ during }) => during.from !== null && during.from > from)
  if (later) throw problems('overlapping_membership', { from: later.during.from })
  const former = memberships.find(({ during }) => contains(during, from))
  if (former) await cutAt(ctx, former, from)
}

/** Keeps what was before the day, if anything was. */
async function cutAt(ctx: Ctx, { id, during, source, ...membership }: Membership, day: CivilDate) {
  await retract(ctx, 'people.membership', [id])
  if (during.from === day) return
  await insert(ctx, membership, { from: during.from, until: day }, source)
}

async function insert(
  ctx: Ctx,
  membership: Omit<Membership, 'id' | 'during' | 'source'>,
  during: Period,
  source: string,
) {
  await ctx
    .db<PeopleTables>()
    .insertInto('people.membership')
    .values({ ...membership, during: rangeOf(during), ...recorded(ctx, source) })
    .execute()
}

/** A household has one head at a time: the former one becomes what the input says, or the change is refused. */
async function replaceHead(ctx: Ctx, input: RecordMembership & { householdId: string }) {
  const { personId, householdId, from, formerHeadBecomes, source } = input
  const heads = await currentMemberships(ctx)
    .where('householdId', '=', householdId)
    .where('isHead', '=', true)
    .execute()
  const former = heads.find((head) => head.personId !== personId && contains(head.during, from))
  if (!former) return
  if (formerHeadBecomes === undefined) throw problems('two_heads', { headId: former.personId })
  await cutAt(ctx, former, from)
  const { id: _, during, source: __, ...membership } = former
  const stays = { ...membership, isHead: false, relationToHead: formerHeadBecomes }
  await insert(ctx, stays, { from, until: during.until }, source)
}
