import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, vi } from 'vitest'
import { actAs } from '#platform/server/database'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { proofFor, somebody, staffOf, tamSon } from '../testing.ts'
import { draft, subject, submitted } from '../testing-door.ts'

describe('a file from home', () => {
  test('is told until when it is answered if nothing is missing, before anybody has looked', async ({
    world,
  }) => {
    // Seven working days from Monday 23 November 2026; the 24th is a holiday (Ngày Văn hóa Việt Nam).
    expect(await submitted(world)).toMatchObject({ receivedOn: '2026-11-23', dueIfComplete: '2026-12-03' })
  })

  test('sent twice is one file', async ({ world }) => {
    const input = { requestId: randomUUID(), proof: await proofFor(world) }
    expect(await submitted(world, input)).toEqual(await submitted(world, input))
    await expect(submitted(world, { ...input, requestId: randomUUID() })).rejects.toThrow('proof_spent')
  })

  test('neither ends what somebody else receives, nor is about somebody who cannot be', async ({ world }) => {
    for (const procedure of ['suspension', 'termination', 'resumption'])
      await expect(submitted(world, { procedure, asked: {} })).rejects.toThrow('channel_not_open')
    for (const born of ['2030-01-01', '1800-01-01'])
      await expect(submitted(world, { subject: { ...subject, born } })).rejects.toThrow('birth_impossible')
  })

  test('costs its sender some work', async ({ world }) => {
    const proof = await proofFor(world)
    await expect(submitted(world, { proof: { ...proof, answer: 'x' } })).rejects.toThrow('proof_wrong')
    const bits = proof.challenge.replace(' 15 ', ' 1 ')
    await expect(submitted(world, { proof: { challenge: bits, answer: '1' } })).rejects.toThrow('proof_wrong')
  })

  test('with a paper that will be brought lacks it until it is', async ({ world }) => {
    const kind = 'disability_certificate'
    const { code } = await submitted(world, { papers: [{ kind, note: 'Sẽ mang đến' }] })
    const { officer } = await staffOf(world)
    const [row] = (await officer.call(api.listApplications, { q: code })).rows
    const { id, version } = row!
    const { papers } = await officer.call(api.getApplication, { id })
    expect(papers.find((paper) => paper.kind === kind)).toMatchObject({
      state: 'missing',
      note: 'Sẽ mang đến',
    })
    await expect(
      officer.call(api.takeAction, { id, version, action: 'accept', requestId: randomUUID() }),
    ).rejects.toThrow('applications.papers_missing')
  })
})

describe('a draft', () => {
  test('is kept by its code, and forgotten once it is a file', async ({ world }) => {
    const me = somebody(world)
    const first = await me.call(api.saveDraft, await draft(world, { step: 1 }))
    expect(first.keptUntil).toBe('2026-12-23')
    const again = await me.call(api.saveDraft, await draft(world, { step: 2 }, first.code.toLowerCase()))
    expect(again.code).toBe(first.code)
    expect(await me.call(api.openDraft, { code: first.code })).toMatchObject({ content: { step: 2 } })
    await expect(me.call(api.openDraft, { code: '7KQ4-MX2P-0000' })).rejects.toThrow(
      'applications.draft_not_found',
    )
    await submitted(world, { draft: first.code })
    await expect(me.call(api.openDraft, { code: first.code })).rejects.toThrow('applications.draft_not_found')
  })

  test('is read by nobody of the office', async ({ world }) => {
    await somebody(world).call(api.saveDraft, await draft(world, { step: 1 }))
    const { officer } = await staffOf(world)
    expect(await countIn(officer, 'draft')).toBe(0)
  })
})

describe('an installation that serves one province', () => {
  afterEach(() => vi.unstubAllEnvs())
  const [baDinh, former, hanoi] = [4, 8824, '01'] as const

  test('takes what is sent for its communes, of today and of before, and nothing for others', async ({
    world,
  }) => {
    vi.stubEnv('ANSINH_PROVINCE', '25')
    const said = { kind: 'feedback', text: 'Cán bộ giải thích rõ ràng.' } as const
    const tell = async (areaId: number) =>
      somebody(world).call(api.sendFeedback, {
        ...said,
        areaId,
        proof: await proofFor(world),
        requestId: randomUUID(),
      })
    const refused = { code: 'applications.area_not_in_reach' }
    await expect(submitted(world, { areaId: baDinh })).rejects.toMatchObject(refused)
    await expect(tell(baDinh)).rejects.toMatchObject(refused)
    expect(await submitted(world, { areaId: former })).toMatchObject({ receivedOn: '2026-11-23' })
    expect(await tell(tamSon)).toMatchObject({ code: expect.any(String) })
    vi.stubEnv('ANSINH_PROVINCE', hanoi)
    expect(await submitted(world, { areaId: baDinh })).toMatchObject({ receivedOn: '2026-11-23' })
    await expect(submitted(world)).rejects.toMatchObject(refused)
  })
})

async function countIn(world: World, table: 'draft') {
  await actAs(world.ctx.db(), world.ctx.actor)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(`applications.${table}`)}`.execute(world.ctx.db())
  return rows[0]!.count
}
