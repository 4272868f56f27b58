import { sql } from 'kysely'
import { addDays, dayOf, type Instant, instant, month } from '#kernel/civil-date'
import { changeWave, planWave } from '#modules/cashless'
import type { Actor, Ctx } from '#platform/server/context'
import type { At } from './write-rights.ts'

type RollOut = {
  readonly at: (moment: Instant, actor?: Actor) => At
  readonly specialist: Actor
  /** Where the pilot is. */
  readonly commune: number
  readonly newId: () => string
  readonly through: Instant
}

/** The province has a pilot since November and means to go on in the new year; in the pilot some have been asked already. */
export async function planRollOut({ at, specialist, commune, newId, through }: RollOut) {
  const { pilots, next } = await at(through)((ctx) => chooseCommunes(ctx, commune))
  const pilot = {
    name: 'Đợt 1 – thí điểm',
    isPilot: true,
    firstMonth: month('2026-11'),
    lastMonth: null,
    areaIds: pilots,
    targets: [
      { month: month('2026-11'), share: 40 },
      { month: month('2027-06'), share: 60 },
    ],
  }
  const { id } = await at(
    instant('2026-09-15T03:00:00Z'),
    specialist,
  )((ctx) => planWave(ctx, { ...pilot, targets: pilot.targets.slice(0, 1), requestId: newId() }))
  await at(
    instant('2026-10-12T07:30:00Z'),
    specialist,
  )((ctx) =>
    changeWave(ctx, {
      ...pilot,
      id,
      version: 1,
      reason: 'Thêm chỉ tiêu giữa năm 2027 theo kế hoạch của tỉnh',
    }),
  )
  if (next.length > 0)
    await at(
      instant('2026-11-10T02:15:00Z'),
      specialist,
    )((ctx) =>
      planWave(ctx, {
        name: 'Đợt 2',
        isPilot: false,
        firstMonth: month('2027-01'),
        lastMonth: null,
        areaIds: next,
        targets: [{ month: month('2027-06'), share: 50 }],
        requestId: newId(),
      }),
    )
  await at(through)((ctx) => writeVisits(ctx, { commune, newId, through }))
}

/** Every eighth commune with payees is in the pilot, beside the one where the demonstration works; others come next. */
async function chooseCommunes(ctx: Ctx, commune: number) {
  const { rows } = await sql<{ areaId: number }>`
    select distinct area_id from payroll.line where month = '2026-11' and area_id <> ${commune} order by area_id`.execute(
    ctx.db(),
  )
  const ids = rows.map(({ areaId }) => areaId)
  return {
    pilots: [commune, ...ids.filter((_, place) => place % 8 === 5)],
    next: ids.filter((_, place) => place % 8 === 0),
  }
}

const said = [
  { outcome: 'declined', reason: 'used_to_cash', again: 180, note: null },
  { outcome: 'not_met', reason: null, again: null, note: 'Đi vắng, hẹn tuần sau' },
  { outcome: 'opened', reason: null, again: null, note: null },
  { outcome: 'unable', reason: 'cannot_move', again: null, note: null },
  { outcome: 'declined', reason: 'no_trust', again: 365, note: null },
  { outcome: 'unable', reason: 'no_papers', again: 90, note: 'Đang làm lại căn cước' },
] as const

/** What an officer of the commune heard at a few doors in the days before. */
async function writeVisits(
  ctx: Ctx,
  { commune, newId, through }: Pick<RollOut, 'commune' | 'newId' | 'through'>,
) {
  const { rows: officers } = await sql<{ id: string; name: string }>`
    select id, name from identity.user where username = 'canbo'`.execute(ctx.db())
  const { rows: payees } = await sql<{ personId: string }>`
    select distinct line.payee_id as person_id from payroll.line join payroll.channel on channel.person_id = line.payee_id
    where line.month = '2026-11' and line.area_id = ${commune} and channel.method = 'cash'
    order by 1 limit ${said.length}`.execute(ctx.db())
  const [officer] = officers
  if (!officer) throw new Error('The demonstration has no officer of the commune')
  const visits = payees.map(({ personId }, place) => {
    const { again, ...what } = said[place]!
    const on = addDays(dayOf(through), place - 12)
    return {
      ...what,
      id: newId(),
      request: newId(),
      person: personId,
      at: `${on}T0${(place % 3) + 2}:10:00Z`,
      again: again === null ? null : addDays(on, again),
    }
  })
  const told = sql`json_to_recordset(${JSON.stringify(visits)}::json) as told (id uuid, request uuid, person uuid,
    outcome text, reason text, note text, again date, at timestamptz)`
  await sql`insert into cashless.visit (id, request_id, person_id, area_id, outcome, reason, note, ask_again_on, at, by_user, by_name)
    select id, request, person, ${commune}, outcome, reason, note, again, at, ${officer.id}, ${officer.name} from ${told}`.execute(
    ctx.db(),
  )
  await sql`insert into cashless.stance (person_id, area_id, outcome, reason, ask_again_on, visits, visited_at, assignee_id,
      assignee_name, assigned_at)
    select person, ${commune}, outcome, reason, again, 1, at, ${officer.id}, ${officer.name}, at from ${told}`.execute(
    ctx.db(),
  )
}
