import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { addDays } from '#kernel/civil-date'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import type { ApplicationsTables } from '../db/tables.ts'
import { propose, versionOf } from '../testing-decisions.ts'
import { givenFile } from '../testing-support.ts'
import { fileOf, givenPerson, staffOf, tamSon } from '../testing.ts'

const injury = { on: '2026-11-20', cause: 'disaster', treatmentDays: 5 }
const home = { on: '2026-11-18', cause: 'fire', damage: 'destroyed', isInHardship: true }

describe('what happened, told at the counter', () => {
  test('is asked as the draft asks it, and what the law gives is shown at once', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const ask = (event: Record<string, unknown>) =>
      officer.call(api.previewIntake, {
        procedure: 'emergency_relief',
        personId,
        asked: { answers: { relief: 'injury' }, event },
      })
    const before = await ask({})
    expect(before.eventForm?.told).toEqual({ kind: 'injury', place: 'residence' })
    expect(before.once).toBeNull()
    expect((await ask(injury)).once).toMatchObject({ isRight: true, terms: { once: 5_400_000 } })
    expect((await ask({ ...injury, treatmentDays: 1 })).once).toMatchObject({ isRight: false })

    const { id } = await officer.call(
      api.submitApplication,
      fileOf(personId, {
        procedure: 'emergency_relief',
        asked: { answers: { relief: 'injury' }, event: injury },
        papers: [{ kind: 'treatment_record', state: 'provided' }],
      }),
    )
    expect((await officer.call(api.getApplication, { id })).eventForm?.told).toEqual(
      before.eventForm && {
        ...before.eventForm.told,
        ...injury,
      },
    )
  })

  test('says between which numbers it is counted', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const preview = (event: Record<string, unknown>) =>
      officer.call(api.previewIntake, {
        procedure: 'emergency_relief',
        personId,
        asked: { answers: { relief: 'hunger' }, event },
      })
    const hunger = (await preview({})).eventForm?.kinds.find(({ kind }) => kind === 'hunger')
    const { range } = hunger!.fields.find(({ name }) => name === 'persons')!
    expect(range).toEqual({ least: 1, most: 99 })
    await expect(preview({ persons: range!.least - 1 })).rejects.toThrow('applications.answer_unknown')
    await expect(preview({ persons: range!.most + 1 })).rejects.toThrow('applications.answer_unknown')
    await preview({ persons: range!.least })
    await preview({ persons: range!.most })
  })

  test('has no sum where goods are given, but their quantity', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const event = { on: '2026-11-20', cause: 'new_year', persons: 4 }
    const { once } = await officer.call(api.previewIntake, {
      procedure: 'emergency_relief',
      personId,
      asked: { answers: { relief: 'hunger' }, event },
    })
    expect(once).toMatchObject({
      isRight: true,
      terms: { once: null, given: [{ amount: null, quantity: '60 kg gạo (4 người × 15 kg × 1 tháng)' }] },
    })
  })

  test('asks for the paper it calls for', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const papersFor = async (
      procedure: 'emergency_housing' | 'emergency_death',
      event: Record<string, unknown>,
    ) => {
      const preview = await officer.call(api.previewIntake, { procedure, personId, asked: { event } })
      return preview.papers.map(({ kind }) => kind)
    }
    expect(await papersFor('emergency_housing', home)).toEqual([])
    expect(await papersFor('emergency_housing', { ...home, relocationOrdered: true })).toEqual([
      'relocation_order',
    ])
    // Nobody ticks that there is somebody to bury.
    expect(await papersFor('emergency_death', {})).toEqual(['death_certificate'])
    expect(await papersFor('emergency_death', { nobodyBuries: true })).toEqual(['police_note'])
  })

  test('holds up no file that tells none of it, and is refused where it is of no such event', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const send = (event: Record<string, unknown>) =>
      officer.call(
        api.submitApplication,
        fileOf(personId, {
          procedure: 'emergency_relief',
          asked: { answers: { relief: 'injury' }, event },
          papers: [],
        }),
      )
    await send({})
    await send({ on: '2026-11-20' })
    for (const event of [{ persons: 3 }, { treatmentDays: 'năm' }, { on: 'hôm qua' }, { kind: 'death' }])
      await expect(send(event)).rejects.toThrow('applications.answer_unknown')
  })

  test('is not asked for what the answer tells, nor told otherwise: away from home with nobody to care', async ({
    world,
  }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const answers = { relief: 'injury_away' }
    const preview = await officer.call(api.previewIntake, {
      procedure: 'emergency_relief',
      personId,
      asked: { answers, event: injury },
    })
    expect(preview.eventForm?.kinds.map(({ kind }) => kind)).toEqual(['injury'])
    expect(preview.eventForm?.kinds[0]!.fields.map(({ name }) => name)).toEqual([
      'on',
      'cause',
      'treatmentDays',
    ])
    expect(preview.once).toMatchObject({ terms: { given: [{ rule: 'EMG-3X' }] } })
    const send = (event: object) =>
      officer.call(
        api.submitApplication,
        fileOf(personId, {
          procedure: 'emergency_relief',
          asked: { answers, event: { ...injury, ...event } },
          papers: [],
        }),
      )
    for (const event of [{ place: 'residence' }, { relativeCares: true }])
      await expect(send(event)).rejects.toThrow('applications.event_contradicts')
    const { id } = await send({})
    const draft = (event: object) =>
      officer.call(api.previewDecision, {
        id,
        kind: 'support',
        detail: {
          kind: 'support',
          event: { kind: 'injury', ...injury, ...event },
          payee: null,
          amount: null,
        } as never,
      })
    await expect(draft({ place: 'residence', relativeCares: true })).rejects.toThrow(
      'applications.event_contradicts',
    )
    // The draft says anew what happened; the answer stands beside it.
    expect(await draft({})).toMatchObject({ terms: { given: [{ rule: 'EMG-3X' }] } })
  })

  test('is of no day to come: neither at the counter, nor in a draft, nor in what is signed', async ({
    world,
  }) => {
    const { officer, chair } = await staffOf(world)
    const id = await givenHome(world, officer)
    const detailOf = (on: string) =>
      ({ kind: 'support', event: { ...home, kind: 'home', on }, payee: null, amount: null }) as never
    const tomorrow = String(addDays(world.ctx.today, 1))
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    await expect(
      givenFile(officer, 'emergency_housing', personId, {}, { ...home, on: tomorrow }),
    ).rejects.toThrow('applications.event_in_future')
    const preview = { id, kind: 'support', detail: detailOf(tomorrow) } as const
    await expect(officer.call(api.previewDecision, preview)).rejects.toThrow('applications.event_in_future')
    const draft = (on: string) =>
      propose(officer, id, { action: 'propose', kind: 'support', detail: detailOf(on) })
    await expect(draft(tomorrow)).rejects.toThrow('applications.event_in_future')
    // One that was drafted before this was asked is not signed either.
    const { proposalId } = await draft(home.on)
    await sql`update applications.proposal
      set terms = jsonb_set(terms, '{detail,event,on}', to_jsonb(${tomorrow}::text)) where id = ${proposalId}`.execute(
      world.ctx.db<ApplicationsTables>(),
    )
    const signed = await chair.call(api.signDecisions, {
      ids: [proposalId],
      isRead: true,
      requestId: crypto.randomUUID(),
    })
    expect(signed).toMatchObject({ signed: [], left: [{ code: 'applications.event_in_future' }] })
  })

  test('is corrected by the draft: what was taken back there is not filled in again', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const id = await givenHome(world, officer)
    const draft = (event: object) =>
      propose(officer, id, {
        action: 'propose',
        kind: 'support',
        detail: { kind: 'support', event: { kind: 'home', ...event }, payee: null, amount: null },
      })
    const { isInHardship: _, ...withoutHardship } = home
    await expect(draft(withoutHardship)).rejects.toThrow('applications.no_right')
    const { proposalId } = await draft({ ...home, on: '2026-11-17' })
    await chair.call(api.returnProposal, {
      id: proposalId,
      reason: 'Xem lại ngày.',
      requestId: crypto.randomUUID(),
    })
    // Whoever drafts it again finds what the former draft said, and not the slip of the counter.
    const { eventForm } = await officer.call(api.getApplication, { id })
    expect(eventForm?.told).toMatchObject({ ...home, on: '2026-11-17' })
  })

  test('is what a draft rests on that says nothing else', async ({ world }) => {
    const { officer } = await staffOf(world)
    const id = await givenHome(world, officer)
    const detail = { kind: 'support', payee: null, amount: null } as const
    await propose(officer, id, { action: 'propose', kind: 'support', detail })
    expect((await officer.call(api.getApplication, { id })).proposal).toMatchObject({
      terms: { once: 40_000_000 },
    })
  })
})

async function givenHome(world: World, officer: World) {
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  const id = await givenFile(officer, 'emergency_housing', personId, {}, home)
  expect(await versionOf(officer, id)).toBe(2)
  return id
}
