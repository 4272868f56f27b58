import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { addSeconds, instant } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { correctIdentity, peopleByNumbers, recordMembership, registerPeople } from '#modules/people'
import { NewPerson } from '#modules/people/contract'
import type { Ctx } from '#platform/server/context'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { decided } from '../../entitlement/testing.ts'
import { startRegistry, type Registry } from '../testing.ts'
import { signedJson } from './adapters/signed-json.ts'
import { syncWith } from './sync.ts'

const tamSon = 250708824
const officer = { userId: '0197f000-0000-7000-8000-0000000000a1', name: 'Lan' }

/** The database and the population register of the file of tests at work. */
export let own: OwnDatabase
export let registry: Registry
let next = 100_000
/** Twenty hours of one test are none of another: what is recorded at one moment cannot follow itself. */
let now = instant('2026-11-23T02:00:00Z')

export function besideARegistry() {
  beforeAll(async () => {
    ;[own, registry] = await Promise.all([openOwnDatabase(), startRegistry()])
  })
  afterAll(async () => {
    await own.drop()
    await registry.stop()
  })
  beforeEach(async () => {
    now = addSeconds(now, 60)
    await registry.behave({})
  })
}

/** Lets these happen, has them read, and says what became of each in the order of their numbers. */
export async function take(happenings: readonly object[]): Promise<string[]> {
  const numbers = await registry.happen(...happenings)
  expect(await run()).toMatchObject({ trouble: null })
  const { rows } = await own.request((ctx) =>
    sql<{
      outcome: string
    }>`select outcome from population.entry where number = any(${[...numbers]}::bigint[])
      order by number`.execute(ctx.db()),
  )
  return rows.map(({ outcome }) => outcome)
}

export function run(waited: number[] = [], meanwhile: () => Promise<unknown> = async () => {}) {
  return syncWith(signedJson(registry.wire), job(), async (seconds) => {
    waited.push(seconds)
    await meanwhile()
  })
}

export function job() {
  const request = <Result>(work: (ctx: Ctx) => Promise<Result>) => own.request(work, { now })
  return { request, progress: async () => {}, signal: new AbortController().signal }
}

export const numbered = () => `026180${next++}`

export async function known(number: string) {
  const [person] = await own.request((ctx) => peopleByNumbers(ctx, [number]))
  return person
}

/** A woman of Tam Sơn born in 1980, in a household of her own, but for what differs. */
export async function givenResident({
  fullName = 'Nguyễn Thị Hòa',
  sex = 'female' as 'female' | 'male',
  legacy,
  receives = false,
  byOfficer = false,
  isVerified = true,
}: {
  fullName?: string
  sex?: 'female' | 'male'
  legacy?: string
  receives?: boolean
  byOfficer?: boolean
  isVerified?: boolean
} = {}) {
  const number = numbered()
  const person = NewPerson.parse({
    fullName,
    sex,
    born: '1980-05-10',
    bornPrecision: 'day',
    identifiers: [
      legacy
        ? { kind: 'legacy_id', number: legacy }
        : { kind: 'personal_id', number, ...(isVerified && { verifiedOn: '2026-01-05' }) },
    ],
    home: { areaId: tamSon },
    source: 'test',
  })
  const personId = await own.request(
    async (ctx) => {
      const [id] = await registerPeople(ctx, [person])
      const since = { from: '2021-01-01' as never, source: 'test' }
      await recordMembership(ctx, { personId: id!, isHead: true, relationToHead: 'chủ hộ', ...since })
      if (receives)
        await grantAwards(ctx, [
          {
            personId: id!,
            benefit: 'monthly_allowance',
            decision: decided(tamSon),
            from: '2022-03' as never,
          },
        ])
      return id!
    },
    { now: instant('2026-01-05T02:00:00Z') },
  )
  if (byOfficer)
    await own.request(
      (ctx) => correctIdentity(ctx, { personId, phone: '0912345678', source: 'Thẻ căn cước' }),
      {
        now: instant('2026-01-06T02:00:00Z'),
        actor: officer,
      },
    )
  return { personId, number }
}

export async function foundAbout(personId: string) {
  const { rows } = await own.request((ctx) =>
    sql<{ kind: string; change: object; because: string }>`
      select kind, change, found_because as because from changes.request
      where state = 'found' and person_id = ${personId}`.execute(ctx.db()),
  )
  return rows
}
