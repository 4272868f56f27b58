import { sql } from 'kysely'
import { addDays, dayOf, instant, type CivilDate, type Instant } from '#kernel/civil-date'
import {
  codeOf,
  computeDecisions,
  deadlinesOf,
  editionOn,
  fingerprintOf,
  procedures,
  searchTermsOf,
  type Way,
} from '#modules/applications'
import { areaAt, loadCalendar, workingDaysBetween } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { randomFrom, type Random } from './random.ts'
import type { DemoSize } from './state.ts'
import type { At } from './write-rights.ts'

type Benefit = 'social_pension' | 'monthly_allowance'

type Somebody = {
  readonly id: string
  readonly fullName: string
  readonly sex: 'female' | 'male'
  readonly born: CivilDate
  readonly bornPrecision: 'day' | 'month' | 'year'
  readonly number: string | null
  readonly phone: string | null
  readonly areaId: number
  readonly village: string | null
}

/** How files stand, and how many working days ago each came and was complete. */
const stories = [
  { step: 'intake', channel: 'online', came: 1, isMatched: false },
  { step: 'verify', channel: 'counter', came: 0, complete: 0 },
  { step: 'decide', channel: 'counter', came: 3, complete: 3 },
  { step: 'verify', channel: 'counter', came: 5, complete: 4 },
  { step: 'decide', channel: 'online', came: 6, complete: 5 },
  { step: 'incomplete', channel: 'counter', came: 4 },
  { step: 'verify', channel: 'post', came: 7, complete: 6 },
  { step: 'paused', channel: 'counter', came: 6, complete: 6 },
  { step: 'verify', channel: 'online', came: 8, complete: 7 },
  { step: 'decide', channel: 'counter', came: 9, complete: 9 },
  { step: 'withdrawn', channel: 'counter', came: 11, complete: 11 },
  { step: 'verify', channel: 'counter', came: 2, complete: 2 },
] as const
type Story = (typeof stories)[number] & { readonly complete?: number; readonly isMatched?: boolean }

const files: Readonly<Record<DemoSize, number>> = { tiny: 14, province: 320, full: 320 }

/**
 * Files in every state on the desks of the communes, most of them where the accounts of the demonstration work. None is
 * signed, so that no award and no đồng of the runs is another one.
 */
export async function writeFiles(
  at: At,
  given: {
    readonly size: DemoSize
    readonly seed: number
    readonly commune: number
    readonly province: number
    readonly through: Instant
    readonly newId: () => string
  },
) {
  const random = randomFrom(given.seed, 'files')
  await at(async (ctx) => {
    const people = await listCandidates(ctx, { ...given, limit: files[given.size] * 4 })
    const rights = await rightsOf(ctx, people)
    const withRight = people.filter(({ id }) => rights.has(id))
    const others = people.filter(({ id }) => !rights.has(id))
    const officers = new Map<number, Officer>()
    const calendar = await loadCalendar(ctx)
    const ago = (days: number) => {
      let day = dayOf(given.through)
      while (workingDaysBetween(calendar, day, dayOf(given.through)) < days) day = addDays(day, -1)
      return day
    }
    for (let index = 0; index < files[given.size]; index++) {
      const story: Story = stories[index % stories.length]!
      const person =
        (story.step === 'decide' ? withRight.shift() : undefined) ?? others.shift() ?? withRight.shift()
      if (!person) break
      const right = rights.get(person.id)
      if (story.step === 'decide' && !right) continue
      const officer = officers.get(person.areaId) ?? {
        id: await officerOf(ctx, person.areaId, given),
        name: random.pick(officerNames),
      }
      officers.set(person.areaId, officer)
      await writeFile(ctx, {
        person,
        story,
        benefit: right ?? 'social_pension',
        officer,
        random,
        ago,
        newId: given.newId,
      })
    }
    await openSeries(ctx)
  })
}

type Officer = { readonly id: string; readonly name: string }
const officerNames = [
  'Nguyễn Thị Lan',
  'Đỗ Thị Hạnh',
  'Trần Quốc Việt',
  'Phùng Văn Tuấn',
  'Hà Thị Nhung',
] as const

/** The officer of the demonstration in her own commune; elsewhere somebody who has no account. */
async function officerOf(
  ctx: Ctx,
  areaId: number,
  { commune, newId }: { readonly commune: number; readonly newId: () => string },
): Promise<string> {
  if (areaId !== commune) return newId()
  const { rows } = await sql<{ id: string }>`
    select id from identity.user where username = 'canbo'`.execute(ctx.db())
  return rows[0]!.id // Created before anything else.
}

/** Older people first, who are nobody’s recipient yet; those of the commune of the accounts before all others. */
async function listCandidates(
  ctx: Ctx,
  {
    commune,
    province,
    limit,
  }: { readonly commune: number; readonly province: number; readonly limit: number },
): Promise<Somebody[]> {
  const { rows } = await sql<Somebody & { homeAreaId: number }>`
    select person.id, full_name, sex, born, born_precision, phone, number, home_area_id, home_village as village
    from people.person left join people.identifier on identifier.person_id = person.id
      and identifier.kind = 'personal_id' and identifier.retracted_at is null
    where died_on is null and born < '1957-01-01'
      and home_area_id in (select area_id from geography.area_within where within_id = ${province})
      and not exists (select from entitlement.award where award.person_id = person.id)
    order by not exists (select from geography.area_within where within_id = ${commune} and area_id = home_area_id),
      md5(person.id::text)
    limit ${limit}`.execute(ctx.db())
  const units = await areaAt(
    ctx,
    rows.map(({ homeAreaId }) => homeAreaId),
    ctx.today,
  )
  // A tenth of the files lie on the desk of the accounts, the others all over the province.
  return rows.map((row) => ({ ...row, areaId: units.get(row.homeAreaId) ?? row.homeAreaId }))
}

async function rightsOf(ctx: Ctx, people: readonly Somebody[]): Promise<Map<string, Benefit>> {
  const rights = new Map<string, Benefit>()
  for (const benefit of ['monthly_allowance', 'social_pension'] as const) {
    const asked = people.map(({ id }) => ({ personId: id, benefit, kind: 'grant' as const }))
    const computed = await computeDecisions(ctx, asked, ctx.today)
    for (const [index, { terms }] of computed.entries())
      if (terms.lines.length > 0) rights.set(people[index]!.id, benefit)
  }
  return rights
}

type File = {
  readonly person: Somebody
  readonly story: Story
  readonly benefit: Benefit
  readonly officer: Officer
  readonly random: Random
  readonly ago: (days: number) => CivilDate
  readonly newId: () => string
}

const moment = (day: CivilDate, hour: number) => instant(`${day}T0${hour}:15:00Z`)

async function writeFile(ctx: Ctx, { person, story, benefit, officer, random, ago, newId }: File) {
  const procedure = procedures.find(({ id }) => id === benefit)!
  const receivedAt = moment(ago(story.came), 2)
  const completeOn = story.complete === undefined ? null : ago(story.complete)
  const edition = editionOn(procedure, completeOn ?? dayOf(receivedAt))!
  const signs = Array.from({ length: 6 }, () => random.below(32))
  const id = newId()
  const code = codeOf('application', signs, Number(receivedAt.slice(0, 4)))
  const subject = {
    fullName: person.fullName,
    sex: person.sex,
    born: person.born,
    bornPrecision: person.bornPrecision,
    number: person.number,
    phone: person.phone,
    village: person.village,
    address: null,
  }
  const visited = wayTo(story.step)
  const steps = visited.map((step, index) => ({
    step,
    at: index === 0 ? receivedAt : moment(completeOn ?? dayOf(receivedAt), Math.min(9, 2 + index)),
  }))
  const last = steps.at(-1)!
  const isPaused = story.step === 'paused'
  const isClosed = story.step === 'withdrawn'
  const way: Way = {
    step: story.step,
    receivedAt,
    completeOn,
    stepSince: last.at,
    decidedOn: null,
    pauses: isPaused ? [{ stoppedAt: last.at, resumedAt: null }] : [],
    entered: new Set(visited),
  }
  const { dueAt, actBy } = deadlinesOf(edition, way, { calendar: await loadCalendar(ctx), now: ctx.now })
  const isWaiting = story.step === 'paused' || story.step === 'incomplete'
  const missing = isWaiting ? [{ kind: 'identity', why: 'Ảnh chụp chưa rõ số, đề nghị xuất trình lại' }] : []
  await insert(ctx, 'application', {
    id,
    code,
    procedure: procedure.id,
    edition: edition.from,
    area_id: person.areaId,
    channel: story.channel,
    person_id: story.isMatched === false ? null : person.id,
    subject,
    born: person.born,
    applicant: null,
    asked: { standing: {}, event: {}, answers: {} },
    payment: { method: 'cash', bank: null, account: null, holder: null },
    step: story.step,
    received_at: receivedAt,
    complete_on: completeOn,
    missing,
    step_since: last.at,
    due_at: dueAt,
    act_by: actBy,
    paused_at: isPaused ? last.at : null,
    assignee_id: random.chance(0.6) ? officer.id : null,
    is_confidential: false,
    flags: [],
    decided_on: null,
    outcome: isClosed ? 'withdrawn' : null,
    closed_at: isClosed ? last.at : null,
    version: visited.length,
    changed_at: last.at,
    changed_by: officer.name,
  })
  await sql`update applications.application set assignee_name = ${officer.name}
    where id = ${id} and assignee_id is not null`.execute(ctx.db())
  for (const term of searchTermsOf({ code, subject, applicant: null }))
    await insert(ctx, 'search_term', { term, application_id: id })
  for (const [index, { step, at }] of steps.entries())
    await sql`insert into applications.event (application_id, kind, at, by_id, by_name, from_step, to_step, version, detail)
      values (${id}, ${actions[step] ?? step}, ${at}, ${index === 0 && story.channel === 'online' ? null : officer.id},
        ${index === 0 && story.channel === 'online' ? 'Người nộp hồ sơ' : officer.name},
        ${index === 0 ? null : steps[index - 1]!.step}, ${step}, ${index + 1},
        ${JSON.stringify(missing.length > 0 && index === steps.length - 1 ? { missing } : {})}::jsonb)`.execute(
      ctx.db(),
    )
  if (isPaused)
    await insert(ctx, 'pause', {
      id: newId(),
      application_id: id,
      began_at: last.at,
      requested_by: officer.name,
    })
  for (const { id: kind } of edition.papers.filter(({ when, held }) => !when && !held))
    await insert(ctx, 'paper', {
      id: newId(),
      application_id: id,
      kind,
      state: isWaiting ? 'rejected' : completeOn ? 'accepted' : 'provided',
      recorded_at: last.at,
      recorded_by: officer.name,
    })
  if (story.step === 'decide') await propose(ctx, { id, person, benefit, officer, dueAt, at: last.at, newId })
}

/** Every step on the usual way to one. */
function wayTo(step: Story['step']): readonly string[] {
  switch (step) {
    case 'intake':
      return ['intake']
    case 'incomplete':
      return ['intake', 'incomplete']
    case 'verify':
      return ['intake', 'verify']
    case 'paused':
      return ['intake', 'verify', 'paused']
    case 'decide':
      return ['intake', 'verify', 'decide']
    case 'withdrawn':
      return ['intake', 'verify', 'withdrawn']
  }
}

/** The action that leads into each step. */
const actions: Readonly<Record<string, string>> = {
  intake: 'received',
  incomplete: 'ask_papers',
  verify: 'accept',
  paused: 'ask_papers',
  decide: 'propose',
  withdrawn: 'withdraw',
}

async function propose(
  ctx: Ctx,
  told: {
    readonly id: string
    readonly person: Somebody
    readonly benefit: Benefit
    readonly officer: Officer
    readonly dueAt: Instant | null
    readonly at: Instant
    readonly newId: () => string
  },
) {
  const { id, person, benefit, officer, dueAt, at, newId } = told
  const [computed] = await computeDecisions(ctx, [{ personId: person.id, benefit, kind: 'grant' }], ctx.today)
  const { terms, basis } = computed! // One asked, one answered.
  await insert(ctx, 'proposal', {
    id: newId(),
    application_id: id,
    area_id: person.areaId,
    person_id: person.id,
    kind: 'grant',
    benefit,
    terms,
    basis,
    fingerprint: fingerprintOf(basis),
    state: 'drafted',
    is_confidential: false,
    drafted_at: at,
    drafted_by: officer.id,
    drafted_name: officer.name,
    due_at: dueAt,
  })
}

/** Numbers go on where the decisions of the year stopped. */
async function openSeries(ctx: Ctx) {
  await sql`insert into applications.number_series (area_id, year, series, last)
    select area_id, extract(year from signed_on)::int, split_part(number, '/', 2), max(split_part(number, '/', 1)::int)
    from entitlement.decision where number ~ '^\\d+/QĐ-UBND$' group by 1, 2, 3`.execute(ctx.db())
}

function insert(ctx: Ctx, table: string, row: Readonly<Record<string, unknown>>) {
  const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)))
  return sql`insert into ${sql.table(`applications.${table}`)} (${columns})
    select ${columns} from jsonb_populate_record(null::${sql.table(`applications.${table}`)}, ${JSON.stringify(row)}::jsonb)`.execute(
    ctx.db(),
  )
}
