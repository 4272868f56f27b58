import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import { addDays, type CivilDate, civilDate, dayOf, type Instant, instant } from '#kernel/civil-date'
import { areaIdsWithin } from '#modules/geography'
import { createUser, permissionsOf } from '#modules/identity'
import { answerRow, startReview } from '#modules/review'
import type { PersonId } from '#modules/people/contract'
import type { Actor, Ctx } from '#platform/server/context'
import { demoPassword } from './accounts.ts'
import type { At } from './write-rights.ts'

type YearlyReview = {
  readonly at: (moment: Instant, actor?: Actor) => At
  readonly specialist: Actor
  /** Where the accounts of the demonstration work: whoever tries it opens the review there. */
  readonly commune: number
  readonly through: Instant
}

/** So many answers stand there on the first day. */
const most = 40
/** Payees of a commune whose list is long enough to be looked at, and short enough for a start. */
const aboutAsMany = 150

/** Another commune has been at its yearly review since the beginning of November, and is part done. */
export async function beginReview({ at, specialist, commune, through }: YearlyReview) {
  const opened = instant('2026-10-30T02:20:00Z')
  const officer = await at(opened)((ctx) => officerElsewhere(ctx, commune))
  if (!officer) return
  const [partId] = await at(
    opened,
    specialist,
  )((ctx) =>
    startReview(ctx, {
      year: 2026,
      title: 'Rà soát đối tượng năm 2026',
      from: civilDate('2026-11-02'),
      to: civilDate('2026-12-15'),
      areaIds: [officer.areaId],
      officer: officer.name,
    }),
  )
  const { rows } = await at(
    opened,
    officer,
  )((ctx) =>
    sql<{ personId: PersonId }>`
      select person_id from review.row where part_id = ${partId} order by sort_key, person_id`.execute(
      ctx.db(),
    ),
  )
  const met = rows.slice(0, Math.min(most, Math.ceil(rows.length * 0.6)))
  for (const [place, { personId }] of met.entries()) {
    const now = momentOf(place, dayOf(through))
    await at(
      now,
      officer,
    )((ctx) =>
      answerRow(ctx, { ...saidOf(place), id: newId(), partId: partId!, personId, knew: 0, seenAt: now }),
    )
  }
}

/** Eight people in a morning, on working days of November, as far as time has come. */
function momentOf(place: number, through: CivilDate): Instant {
  const days = ['2026-11-03', '2026-11-04', '2026-11-10', '2026-11-12', '2026-11-17'] as const
  const day = civilDate(days[Math.floor(place / 8) % days.length]!)
  const minutes = (place % 8) * 7
  return instant(`${day < through ? day : addDays(through, -1)}T02:${String(minutes).padStart(2, '0')}:00Z`)
}

type Said = Pick<Parameters<typeof answerRow>[1], 'outcome' | 'changes' | 'note'>
const unchanged: Said = { outcome: 'unchanged', changes: [], note: null }

/** Most are as the register has them; a few are not, are out, or are not to be found. */
function saidOf(place: number): Said {
  if (place === 6)
    return {
      outcome: 'changed',
      changes: [{ field: 'phone', text: 'Dùng số của con gái, ghi ở sổ của thôn' }],
      note: 'Số trong hồ sơ không còn liên lạc được',
    }
  if (place === 11)
    return {
      outcome: 'not_found',
      changes: [],
      note: 'Nhà khóa, hàng xóm nói đi đã lâu, trưởng thôn không rõ',
    }
  return place % 9 === 4 ? { outcome: 'not_met', changes: [], note: 'Đi vắng, hẹn tuần sau' } : unchanged
}

/** Who does it: an officer of another commune of a usual size, with an account of their own. */
async function officerElsewhere(ctx: Ctx, commune: number): Promise<Actor | undefined> {
  const { rows } = await sql<{ areaId: number }>`
    select area_id from payroll.line where month = '2026-11' and area_id <> ${commune}
    group by area_id order by abs(count(*) - ${aboutAsMany}), area_id limit 1`.execute(ctx.db())
  const areaId = rows[0]?.areaId
  if (!areaId) return undefined
  const [name, role] = ['Hoàng Thị Nga', 'commune_officer'] as const
  const { userId } = await createUser(ctx, {
    id: newId(),
    name,
    username: 'canbo.xa',
    password: demoPassword,
    role,
    areaId,
  })
  const areaIds = [...(await areaIdsWithin(ctx, areaId))]
  return { userId, name, areaId, areaIds, permissions: permissionsOf(role) }
}
