import { sql } from 'kysely'
import type { Database } from '#platform/server/database'
import { readDemo } from './state.ts'
import { assumed, type Group, groups, provinceTargets, sumOf, targetsOf } from './targets.ts'

/** One figure of the demonstration beside what it should be. */
export type Finding = {
  readonly what: string
  readonly wanted: number
  readonly found: number
  /** How far apart the two may be: nothing for what was published, two points for what was assumed. */
  readonly within: number
  readonly isRight: boolean
}

export type Verification = { readonly isRight: boolean; readonly findings: readonly Finding[] }

/** Which rules of the law each group of the province’s report is made of. */
const groupOfRule = sql`case
  when component in ('care', 'parenting') then 'care'
  when rule like 'MSA-1-%' then 'orphans'
  when rule like 'MSA-5A%' or rule = 'MSA-5D' then 'elderlyAlone'
  when rule = 'MSA-5C' then 'aged80'
  when rule like 'MSA-6-%' then 'disabled'
  when rule like 'MSA-4%' then 'singleParents'
  when rule like 'MSA-3-%' or rule = 'MSA-8' then 'hiv'
  else 'other' end`

/** Holds the run of December 2022 and the people behind it against the figures they were made from; nothing without a finished demonstration. */
export async function verifyDemo(owner: Database): Promise<Verification | undefined> {
  const demo = await readDemo(owner)
  if (demo?.state !== 'ready') return undefined
  const targets = targetsOf(demo.size)
  // With a handful of people a share moves by many points for each of them.
  const within = targets === provinceTargets ? 2 : 14
  const { rows } = await sql<Record<Group, number> & { total: number }>`
    with line as (select ${groupOfRule} as "group" from payroll.line where month = '2022-12')
    select count(*) as total, ${sql.join(
      groups.map((group) => sql`count(*) filter (where "group" = ${group}) as ${sql.id(group)}`),
    )} from line`.execute(owner)
  const counts = rows[0]!
  const exact = [
    ...groups.map((group) => finding(`lines.${group}`, targets[group], counts[group], 0)),
    finding('lines.total', sumOf(targets), counts.total, 0),
  ]
  const shares = await sharesOf(owner)
  const assumptions = Object.entries(wantedShares()).map(([what, wanted]) =>
    finding(what, wanted, shares.get(what) ?? 0, within),
  )
  const findings = [...exact, ...assumptions]
  return { isRight: findings.every(({ isRight }) => isRight), findings }
}

function finding(what: string, wanted: number, found: number, within: number): Finding {
  return { what, wanted, found, within, isRight: Math.abs(found - wanted) <= within }
}

function wantedShares(): Record<string, number> {
  const named = (prefix: string, shares: Readonly<Record<string, number>>) =>
    Object.entries(shares).map(([key, share]) => [`${prefix}.${key}`, share] as const)
  const { identified, phone, account, collected } = assumed
  return Object.fromEntries([
    ...named('female', assumed.female),
    ...named('severity', assumed.severity),
    ...named('disability', assumed.disability),
    ...named('disabledAge', assumed.disabledAge),
    ...named('age80', assumed.age80),
    ['identified.personal_id', identified.personal_id],
    ['phone', phone],
    ['account', account],
    ['collected', collected],
  ])
}

/** The shares in percent, among the people of the run of December 2022 as they were known when it was made. */
async function sharesOf(owner: Database): Promise<Map<string, number>> {
  const { rows } = await sql<{ what: string; share: number }>`
    with line as (
      select person_id, payee_id, ${groupOfRule} as "group" from payroll.line where month = '2022-12'
    ), person as (
      select line."group", line.person_id, line.payee_id, who.sex, who.born, who.phone,
        extract(year from age(date '2022-12-01', who.born))::int as age
      from line join people.person who on who.id = line.person_id
    ), disability as (
      select person.*, detail ->> 'level' as level, detail -> 'types' ->> 0 as type
      from person join lateral (
        select detail from people.circumstance fact
        where fact.person_id = person.person_id and kind = 'disability' and during @> date '2022-11-30'
        order by recorded_at desc limit 1) fact on true
      where "group" = 'disabled'
    ), counted (what, counts, among) as (
      select 'female.' || "group", sex = 'female', "group" from person
      union all select 'severity.' || each, level = each, '' from disability,
        unnest(${Object.keys(assumed.severity)}::text[]) each
      union all select 'disability.' || each, type = each, '' from disability,
        unnest(${Object.keys(assumed.disability)}::text[]) each
      union all select 'disabledAge.' || each,
        case each when 'child' then age < 16 when 'adult' then age between 16 and 59 else age >= 60 end, ''
        from disability, unnest(array['child', 'adult', 'elder']) each
      union all select 'age80.' || each, case each when 95 then age >= 95 else age between each and each + 4 end, ''
        from person, unnest(array[80, 85, 90, 95]) each where "group" = 'aged80'
      union all select 'identified.personal_id', exists (
        select from people.identifier where identifier.person_id = person.person_id and kind = 'personal_id'), ''
        from person
      union all select 'phone', phone is not null, '' from person
      union all select 'account', method = 'account', '' from (select distinct payee_id from line) payee
        join payroll.channel on channel.person_id = payee_id
      union all select 'collected', payee_id <> person_id or exists (
        select from people.relation where other_id = person.person_id and kind = 'collects_for'), '' from person
    )
    select what, 100.0 * count(*) filter (where counts) / count(*) as share from counted group by what, among`.execute(
    owner,
  )
  return new Map(rows.map(({ what, share }) => [what, Math.round(Number(share) * 10) / 10]))
}
