import fc from 'fast-check'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import {
  addMonths,
  civilDate,
  firstDayOf,
  instant,
  month,
  monthsThrough,
  type Month,
} from '#kernel/civil-date'
import { contains } from '#kernel/period'
import { test } from '#testing/world'
import { listAwards, paidDuring } from '../db/awards.ts'
import { decided, givenPerson, givenRelation, severe, tamSon, thoTang } from '../testing.ts'
import { closeAward, closeAwards } from './close-awards.ts'
import { grantAward, grantAwards } from './grant-awards.ts'
import { moveAward } from './move-award.ts'
import { refreshStandings } from './refresh-standings.ts'
import { resumeAward, suspendAward } from './suspend-award.ts'

const allowance = 'monthly_allowance'

describe('a grant', () => {
  test('opens an award and keeps what of the law carries it', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    const { awardId } = await grantAward(ctx, grantTo(personId))
    expect(await listAwards(ctx, [personId])).toMatchObject([
      {
        id: awardId,
        benefit: allowance,
        payeeId: personId,
        during: { from: '2022-03-01', until: null },
        areaId: tamSon,
      },
    ])
    const { rows } = await sql<{ legalBasis: { ruleSet: string } }>`
      select legal_basis from entitlement.decision where person_id = ${personId}`.execute(ctx.db())
    expect(rows[0]?.legalBasis).toMatchObject({
      rules: ['MSA-6-3'],
      citations: expect.arrayContaining([expect.stringContaining('khoản 6 Điều 5, 20/2021/NĐ-CP')]),
    })
    expect(rows[0]?.legalBasis.ruleSet).toMatch(/^[0-9a-f]{64}$/)
  })

  test('sent twice is done once', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    const grant = grantTo(personId, { decision: decided(tamSon, { requestId: randomUUID() }) })
    const first = await grantAward(ctx, grant)
    expect(await grantAward(ctx, grant)).toEqual(first)
    expect(await listAwards(ctx, [personId])).toHaveLength(1)
    const other = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await expect(grantAward(ctx, { ...grant, personId: other })).rejects.toThrow('entitlement.request_reused')
  })

  test.for([
    ['while another is open', {}, 'entitlement.award_overlaps'],
    ['that would run into another', { from: month('2022-02') }, 'entitlement.starts_too_early'],
    ['before the person was born', { from: month('1984-04') }, 'entitlement.starts_before_birth'],
    ['of what the law does not give', { benefit: 'social_pension' }, 'entitlement.no_right_yet'],
    [
      'by a decision of tomorrow',
      { decision: decided(tamSon, { signedOn: civilDate('2026-11-24') }) },
      'entitlement.signed_in_future',
    ],
  ] as const)('%s is refused', async ([, differing, problem], { world: { ctx } }) => {
    const personId = await givenPerson(ctx, {
      areaId: tamSon,
      facts: [{ ...severe, detail: { level: 'severe', types: ['sight'], issuedOn: '2022-03-01' } }],
    })
    await grantAward(ctx, grantTo(personId))
    await expect(grantAward(ctx, { ...grantTo(personId), ...differing })).rejects.toThrow(problem)
    expect(await listAwards(ctx, [personId])).toHaveLength(1)
  })

  test('after the month of death is refused, in it not', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, diedOn: '2022-03-20', facts: [severe] })
    const late = grantTo(personId, { from: month('2022-04') })
    await expect(grantAward(ctx, late)).rejects.toThrow('entitlement.starts_after_death')
    await grantAward(ctx, grantTo(personId))
  })

  test('taken over from elsewhere is recorded as it was signed', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon })
    await grantAward(ctx, grantTo(personId, { decision: decided(tamSon, { source: 'import' }) }))
    expect(await listAwards(ctx, [personId])).toHaveLength(1)
  })

  test('of care support is paid to the carer', async ({ world: { ctx } }) => {
    const level = { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' }
    const personId = await givenPerson(ctx, {
      areaId: tamSon,
      facts: [{ kind: 'disability', detail: level }],
    })
    const carer = await givenPerson(ctx, { areaId: tamSon })
    await givenRelation(ctx, carer, 'cares_for', personId, { arrangement: 'own_household' })
    await grantAward(ctx, grantTo(personId, { benefit: 'care_support' }))
    expect(await listAwards(ctx, [personId])).toMatchObject([{ payeeId: carer }])
  })

  test('to somebody out of sight is refused as to nobody', async ({ world }) => {
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { ctx } = world.as({ areaId: thoTang, areaIds: [thoTang] })
    for (const id of [personId, randomUUID()])
      await expect(grantAward(ctx, grantTo(id))).rejects.toThrow('people.person_not_found')
  })
})

describe('a list', () => {
  test('of people is one decision about all of them', async ({ world: { ctx } }) => {
    const people = await Promise.all(
      [1, 2, 3].map(() => givenPerson(ctx, { areaId: tamSon, facts: [severe] })),
    )
    await refreshStandings(ctx)
    const decision = decided(tamSon, { source: 'conversion', requestId: randomUUID() })
    const grants = people.map((personId) => grantTo(personId, { decision }))
    const opened = await grantAwards(ctx, grants)
    expect(await grantAwards(ctx, grants)).toEqual(opened)
    const { rows } = await sql<{ personId: string | null; legalBasis: object }>`
      select person_id, legal_basis from entitlement.decision where number = ${decision.number}`.execute(
      ctx.db(),
    )
    expect(rows).toMatchObject([{ personId: null, legalBasis: { rules: ['MSA-6-3'] } }])
  })

  test('of thousands is granted, and ended, at once', async ({ world: { ctx } }) => {
    const { rows } = await sql<{ id: string }>`
      insert into people.person (full_name, sex, born, born_precision, home_area_id, name_key, plain_key, sort_key)
      select 'X', 'male', '1940-01-01', 'day', ${tamSon}, 'x', ' x ', 'x' from generate_series(1, 4000)
      returning id`.execute(ctx.db())
    const people = rows.map(({ id }) => id)
    const decision = { legalBasis: { ruleSet: '', rules: [], citations: [] } }
    await grantAwards(
      ctx,
      people.map((personId) => grantTo(personId, { decision: decided(tamSon, decision) })),
    )
    await closeAwards(
      ctx,
      people.map((personId) => closing(personId)),
    )
    expect(await listAwards(ctx, people)).toHaveLength(4000)
  })
})

describe('the end of an award', () => {
  test('is known from then on, and before it was not', async ({ world }) => {
    const { ctx } = world
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await grantAwards(ctx, [{ ...grantTo(personId), recordedAt: instant('2022-03-10T02:00:00Z') }])
    await closeAwards(ctx, [{ ...closing(personId), recordedAt: instant('2022-08-02T02:00:00Z') }])
    const knownAt = async (at: string) =>
      (await listAwards(ctx, [personId], instant(at))).map(({ during }) => during.until)
    expect(await knownAt('2022-03-10T01:59:59Z')).toEqual([])
    expect(await knownAt('2022-08-02T01:59:59Z')).toEqual([null])
    expect(await knownAt('2022-08-02T02:00:00Z')).toEqual(['2022-08-01'])
    expect(await listAwards(ctx, [personId])).toMatchObject([
      { during: { from: '2022-03-01', until: '2022-08-01' }, closeReason: 'ineligible' },
    ])
  })

  test('before its beginning undoes it, and it can be granted again', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await grantAward(ctx, grantTo(personId))
    await closeAward(ctx, closing(personId, month('2022-02')))
    expect(await listAwards(ctx, [personId])).toEqual([])
    await grantAward(ctx, grantTo(personId))
  })

  test('sent twice is done once, and where nothing is open it is refused', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await grantAward(ctx, grantTo(personId))
    const once = { ...closing(personId), decision: decided(tamSon, { requestId: randomUUID() }) }
    await closeAward(ctx, once)
    await closeAward(ctx, once)
    await expect(closeAward(ctx, closing(personId))).rejects.toThrow('entitlement.award_not_open')
    const again = { ...grantTo(personId), from: month('2022-08') }
    await grantAward(ctx, again)
    expect((await listAwards(ctx, [personId])).map(({ during }) => during.from)).toEqual([
      '2022-03-01',
      '2022-08-01',
    ])
  })
})

describe('a move', () => {
  test('loses no month and doubles none', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon, facts: [severe] })
    await grantAwards(ctx, [grantTo(personId), grantTo(personId, { benefit: 'care_support' })])
    const move = {
      personId,
      stop: decided(tamSon),
      grant: decided(thoTang, { requestId: randomUUID() }),
      lastMonth: month('2022-09'),
    }
    const moved = await moveAward(ctx, move)
    expect(moved).toHaveLength(2)
    expect((await moveAward(ctx, move)).map(({ awardId }) => awardId).toSorted()).toEqual(
      moved.map(({ awardId }) => awardId).toSorted(),
    )
    const awards = await listAwards(ctx, [personId])
    for (const benefit of [allowance, 'care_support'])
      expect(
        awards
          .filter((award) => award.benefit === benefit)
          .map(({ areaId, during }) => [areaId, during.from, during.until]),
      ).toEqual([
        [tamSon, '2022-03-01', '2022-10-01'],
        [thoTang, '2022-10-01', null],
      ])
  })

  test('of somebody without an award is refused', async ({ world: { ctx } }) => {
    const personId = await givenPerson(ctx, { areaId: tamSon })
    const move = { personId, stop: decided(tamSon), grant: decided(thoTang), lastMonth: month('2022-09') }
    await expect(moveAward(ctx, move)).rejects.toThrow('entitlement.award_not_open')
  })
})

const months = fc.integer({ min: 0, max: 24 }).map((after) => addMonths(month('2022-01'), after))
const step = fc.oneof(
  fc.record({ does: fc.constant('grant' as const), month: months }),
  fc.record({ does: fc.constant('close' as const), month: months }),
  fc.record({ does: fc.constant('move' as const), month: months }),
  fc.record({ does: fc.constant('suspend' as const), month: months }),
  fc.record({ does: fc.constant('resume' as const), month: months }),
)

test('whatever is granted, closed, moved, suspended and resumed, no month is due twice, and each is due as the last word on it says', async ({
  world: { ctx },
}) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const personId = await givenPerson(ctx, { areaId: tamSon })
      const due = new Set<Month>()
      // What was suspended when it was stopped is paid by nothing any more.
      const forfeited = new Set<Month>()
      let openSince: Month | undefined
      let suspendedFrom: Month | undefined
      for (const { does, month: at } of steps) {
        const later = [...due].filter((one) => one > at)
        const isOpen = openSince !== undefined && at >= openSince
        const refusal = {
          grant: due.has(at) || later.length > 0 ? 'entitlement.award_overlaps' : undefined,
          close: later.length === 0 ? 'entitlement.award_not_open' : undefined,
          move: !isOpen
            ? 'entitlement.award_not_open'
            : suspendedFrom
              ? 'entitlement.award_suspended'
              : undefined,
          suspend: !isOpen
            ? 'entitlement.award_not_open'
            : suspendedFrom
              ? 'entitlement.already_suspended'
              : undefined,
          resume: suspendedFrom ? undefined : 'entitlement.award_not_suspended',
        }[does]
        const move = { personId, stop: decided(tamSon), grant: decided(thoTang), lastMonth: at }
        const attempt = {
          grant: () => grantAwards(ctx, [grantTo(personId, { from: at })]),
          close: () => closeAwards(ctx, [closing(personId, at)]),
          move: () => moveAward(ctx, move),
          suspend: () => suspendAward(ctx, suspension(personId, at)),
          resume: () => resumeAward(ctx, { ...closing(personId), decision: elsewhere() }),
        }[does]
        expect(await refusalOf(attempt())).toBe(refusal)
        if (refusal) continue
        if (does === 'grant') for (const one of monthsThrough(at, horizon)) due.add(one)
        if (does === 'close') {
          for (const one of later) due.delete(one)
          for (const one of due) if (suspendedFrom && one >= suspendedFrom) forfeited.add(one)
        }
        if (does === 'suspend') suspendedFrom = at
        else {
          if (does === 'close' || does === 'resume') suspendedFrom = undefined
          openSince = { grant: at, close: undefined, move: addMonths(at, 1), resume: openSince }[does]
        }
      }
      const awards = await listAwards(ctx, [personId])
      const paid = awards.flatMap((award) => {
        const during = paidDuring(award)
        return monthsThrough(month('2022-01'), horizon).filter(
          (one) => during && contains(during, firstDayOf(one)),
        )
      })
      const isPaid = (one: Month) => !forfeited.has(one) && !(suspendedFrom && one >= suspendedFrom)
      expect(paid.toSorted()).toEqual([...due].filter(isPaid).toSorted())
    }),
    { numRuns: 40 },
  )
})

const horizon = month('2026-01')

function refusalOf(attempt: Promise<unknown>): Promise<string | undefined> {
  return attempt.then(
    () => undefined,
    (error: Error) => error.message,
  )
}

function grantTo(personId: string, differing: Partial<Parameters<typeof grantAward>[1]> = {}) {
  return {
    personId,
    benefit: allowance,
    decision: decided(tamSon),
    from: month('2022-03'),
    ...differing,
  } satisfies Parameters<typeof grantAward>[1]
}

function suspension(personId: string, from: Month) {
  return {
    personId,
    benefit: allowance,
    decision: decided(tamSon),
    from,
    ground: 'not_collected',
  } satisfies Parameters<typeof suspendAward>[1]
}

/** Decided elsewhere, so nobody asks whether the right still holds. */
function elsewhere() {
  return decided(tamSon, { source: 'import' })
}

function closing(personId: string, lastMonth = month('2022-07')) {
  return {
    personId,
    benefit: allowance,
    decision: decided(tamSon),
    lastMonth,
    reason: 'ineligible',
  } satisfies Parameters<typeof closeAward>[1]
}
