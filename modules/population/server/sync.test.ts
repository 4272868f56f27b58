import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { besideARegistry, givenResident, known, numbered, own, take } from './beside-a-registry.testing.ts'

besideARegistry()

describe('what the population register tells', () => {
  test('is recorded where nothing speaks against it, and known when it is told again', async () => {
    const one = await givenResident()
    const other = await givenResident({ sex: 'male', fullName: 'Trần Văn Bình' })
    const told = [
      {
        kind: 'move',
        personalId: one.number,
        on: '2026-10-02',
        residence: { area: '08848', address: 'Số 5' },
      },
      { kind: 'marriage', personalId: one.number, spouseId: other.number, on: '2026-10-03' },
      {
        kind: 'identity_corrected',
        personalId: one.number,
        on: '2026-10-04',
        identity: { born: '1980-05-11' },
      },
      {
        kind: 'birth',
        personalId: numbered(),
        on: '2026-11-01',
        identity: { fullName: 'Trần Thị An', sex: 'female', born: '2026-11-01' },
        motherId: one.number,
        residence: { area: '08848' },
      },
      {
        kind: 'death',
        personalId: other.number,
        on: '2026-11-08',
        certificate: { number: '7/TLKT', issuedOn: '2026-11-09', issuedBy: 'UBND xã Tam Sơn' },
      },
    ]
    expect(await take(told)).toEqual(['recorded', 'recorded', 'recorded', 'recorded', 'recorded'])
    expect(await known(one.number)).toMatchObject({
      born: '1980-05-11',
      homeAreaId: 250708848,
      address: 'Số 5',
    })
    expect(await known(told[3]!.personalId)).toMatchObject({ fullName: 'Trần Thị An', homeAreaId: 250708848 })
    expect(await known(other.number)).toMatchObject({ diedOn: '2026-11-08' })
    // Told again under other numbers, it changes nothing; who has died is not married anew.
    expect(await take(told)).toEqual(['known', 'asked', 'known', 'known', 'known'])
  })

  test('is put before an officer where money, evidence or a contradiction is at stake', async () => {
    const recipient = await givenResident({ receives: true })
    const correct = await givenResident({ byOfficer: true })
    const dead = await givenResident()
    const move = {
      kind: 'move',
      personalId: recipient.number,
      on: '2026-10-02',
      residence: { area: '08848' },
    }
    const name = {
      kind: 'identity_corrected',
      personalId: correct.number,
      on: '2026-10-04',
      identity: { fullName: 'Nguyễn Thị Hoà Bình' },
    }
    const wrong = {
      kind: 'death',
      personalId: recipient.number,
      on: '2026-11-08',
      identity: { fullName: 'Lê Văn Tám', sex: 'male', born: '1980-05-10' },
    }
    const died = { kind: 'death', personalId: dead.number, on: '2026-11-08' }
    const seen = { kind: 'alive', personalId: dead.number, on: '2026-11-20' }
    expect(await take([move, name, wrong, died, seen, name])).toEqual([
      'asked',
      'asked',
      'asked',
      'recorded',
      'asked',
      'asked_before',
    ])
    expect(await known(correct.number)).toMatchObject({ fullName: 'Nguyễn Thị Hòa' })
    const requests = await own.request((ctx) =>
      sql<{ kind: string; because: string }>`
        select kind, found_because as because from changes.request where state = 'found' and person_id = any(${[
          recipient.personId,
          correct.personId,
          dead.personId,
        ]}::uuid[]) order by kind`.execute(ctx.db()),
    )
    expect(requests.rows).toEqual([
      { kind: 'alive', because: 'recorded_dead' },
      { kind: 'death', because: 'another_person' },
      { kind: 'identity', because: 'officer_has_evidence' },
      { kind: 'move', because: 'receives' },
    ])
  })

  test('stops the money of who has died at once, and puts the decisions on the desks', async () => {
    const recipient = await givenResident({ receives: true })
    expect(await take([{ kind: 'death', personalId: recipient.number, on: '2026-11-08' }])).toEqual([
      'recorded',
    ])
    await own.deliver()
    const { rows } = await own.request((ctx) =>
      sql<{ procedure: string; step: string }>`
        select procedure, step from applications.application where person_id = ${recipient.personId}
        order by procedure`.execute(ctx.db()),
    )
    expect(rows).toMatchObject([
      { procedure: 'funeral_support', step: 'intake' },
      { procedure: 'termination', step: 'decide' },
    ])
  })

  test('that makes no sense is kept as it came, or asked about, and holds nothing up', async () => {
    const one = await givenResident()
    const taken = await take([
      { kind: 'levitation', personalId: one.number, on: '2026-10-01' },
      { kind: 'death', personalId: one.number, on: '2027-01-01' },
      { kind: 'move', personalId: one.number, on: '2026-10-02', residence: { area: '99999' } },
      { kind: 'alive', personalId: numbered(), on: '2026-10-02' },
      { kind: 'move', personalId: one.number, on: '2026-10-02', residence: { area: '08848' } },
    ])
    expect(taken).toEqual(['refused', 'asked', 'refused', 'unknown_person', 'recorded'])
    const { rows } = await own.request((ctx) =>
      sql<{
        given: { kind: string }
      }>`select given from population.entry where reason = 'not_understood'`.execute(ctx.db()),
    )
    expect(rows).toMatchObject([{ given: { kind: 'levitation' } }])
  })

  test('gives whoever has an old number the one of twelve digits', async () => {
    const [number, former] = [numbered(), '260123456']
    const { personId } = await givenResident({ legacy: former })
    expect(
      await take([
        {
          kind: 'number_changed',
          personalId: number,
          on: '2026-10-01',
          former: { kind: 'legacy_id', number: former },
        },
      ]),
    ).toEqual(['recorded'])
    expect(await known(number)).toMatchObject({ personId, legacyId: former, verifiedOn: '2026-11-23' })
  })
})
