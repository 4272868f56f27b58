import { describe, expect } from 'vitest'
import { addSeconds, month } from '#kernel/civil-date'
import { grantAwards } from '#modules/entitlement'
import { test, type World } from '#testing/world'
import { decided, givenPerson, givenPoorHousehold, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { getApplication } from '../db/applications.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { propose, sign, wordsOf } from '../testing-decisions.ts'
import { declarationOf } from './declaration.ts'
import { paperWords } from './messages.vi.ts'
import { openFiles } from './open-file.ts'

const benefit = 'monthly_allowance'
const exceptionallySevere = {
  ...severe,
  detail: { level: 'exceptionally_severe', types: ['sight'], issuedOn: '2020-01-01' },
} as const

describe('a decision', () => {
  test('names the clause and the group it rests on', async ({ world }) => {
    const disabled = await givenPerson(world.ctx, { areaId: tamSon, facts: [exceptionallySevere] })
    const words = await granted(world, disabled)
    expect(words).toContain('khoản 6 Điều 5 Nghị định số 335/2026/NĐ-CP')
    expect(words).toMatch(/thuộc đối tượng [^,]*khuyết tật đặc biệt nặng/i)
  })

  test('about HIV is word for word one about a severe disability with the same amount', async ({ world }) => {
    const disabled = await granted(world, await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] }))
    const withHiv = await givenPerson(world.ctx, {
      areaId: tamSon,
      facts: [{ kind: 'hiv' }],
    })
    await givenPoorHousehold(world.ctx, withHiv)
    const words = await granted(world, withHiv, 'hiv_proof')
    expect(words).toContain('Điều 5 Nghị định số 335/2026/NĐ-CP')
    expect(words).not.toMatch(/khoản|HIV|thuộc đối tượng/)
    expect(withoutNumbers(words)).toBe(withoutNumbers(disabled))
  })

  test('that suspends or ends something names the clause of its ground', async ({ world }) => {
    for (const [procedure, answers, kind, clause] of [
      ['suspension', { suspension_ground: 'refuses' }, 'suspend', 'điểm b khoản 1 Điều 9'],
      ['termination', { stop_ground: 'declined' }, 'stop', 'điểm d khoản 2 Điều 9'],
    ] as const) {
      const { officer, chair } = await staffOf(world)
      const personId = await givenRecipient(world)
      const { id } = await officer.call(
        api.submitApplication,
        fileOf(personId, { procedure, asked: { answers }, papers: [], isComplete: true }),
      )
      const { proposalId } = await propose(officer, id, {
        action: 'propose',
        kind,
        benefit,
        reasons: ['Có đơn.'],
      })
      const { documentId } = await sign(chair, proposalId)
      const words = await wordsOf(world, documentId)
      expect(words).toContain(`${clause} Nghị định số 335/2026/NĐ-CP`)
      // Not those that give what it takes away.
      expect(words).not.toMatch(/Điều [56] Nghị định số 335/)
    }
  })

  test('is addressed to the commune there is, though the residence was recorded in one that is no more', async ({
    world,
  }) => {
    const words = await granted(world, await givenPerson(world.ctx, { areaId: 8824, facts: [severe] }))
    expect(words).toContain('Xã Tam Sơn, Tỉnh Phú Thọ')
    expect(words).not.toContain('Huyện Sông Lô')
  })
})

test('a clause of a decree that another amends is written as of two decrees', () => {
  const citation = 'khoản 1 Điều 3, 176/2025/NĐ-CP được sửa đổi bởi 335/2026/NĐ-CP'
  expect(paperWords.article(citation)).toBe(
    'khoản 1 Điều 3 Nghị định số 176/2025/NĐ-CP được sửa đổi bởi Nghị định số 335/2026/NĐ-CP',
  )
})

test('a declaration is filled in with what the register holds and what was said, and leaves dots for the rest', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const personId = await givenRecipient(world)
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, {
      payment: { method: 'account', account: '26002051234' },
      asked: { standing: { hiv: true } },
    }),
  )
  const { ctx } = officer
  const [file] = await openFiles(ctx, [await getApplication(ctx, id)])
  const all = JSON.stringify(await declarationOf(ctx, file!))
  for (const said of [
    'Mẫu số 01',
    '"text":"II. Hoàn cảnh"',
    '"label":"Họ, chữ đệm, tên","value":"Phùng Thị Mận"',
    '"label":"Số định danh cá nhân","value":null',
    '"label":"Mức độ khuyết tật","value":"nặng"',
    '"text":"Trợ cấp xã hội hằng tháng","isTicked":true',
    '"label":"Số tài khoản","value":"26002051234"',
    'chưa được đối chiếu',
  ])
    expect(all).toContain(said)
  const { actor } = ctx
  const permissions = new Set([...actor.permissions].filter((one) => one !== 'people.read_confidential'))
  const before = JSON.stringify(await declarationOf({ ...ctx, actor: { ...actor, permissions } }, file!))
  expect(before).not.toContain('HIV')
})

test('a declaration printed late says what was so when the file came, and not what came of it', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const { ctx } = officer
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { asked: {} }))
  const recordedAt = addSeconds(ctx.now, 3600)
  await grantAwards(world.ctx, [
    { personId, benefit, from: month('2026-11'), decision: decided(tamSon), recordedAt },
  ])
  const later = { ...ctx, now: addSeconds(ctx.now, 7200) }
  const [file] = await openFiles(later, [await getApplication(later, id)])
  const all = JSON.stringify(await declarationOf(later, file!))
  expect(all).toContain('"text":"Trợ cấp xã hội hằng tháng","isTicked":false')
  expect(all).toContain('"text":"Không hưởng khoản nào trong các khoản trên","isTicked":true')
  expect(all).toContain('"label":"Mức độ khuyết tật","value":"nặng"')
})

describe('a refusal', () => {
  test('names the group that was asked for, not every one of the law', async ({ world }) => {
    const { refusal } = await why(world, { standing: { disability: 'severe' } })
    expect(refusal).toEqual([
      'Người khuyết tật nặng, đặc biệt nặng: theo giấy tờ hiện có, bà không có giấy xác nhận khuyết tật mức nặng hoặc đặc biệt nặng (khoản 6 Điều 5 Nghị định số 335/2026/NĐ-CP).',
    ])
  })

  test('says what the preview of a grant says, which nobody has to refuse to be told', async ({ world }) => {
    const { refusal, grant } = await why(world, { standing: { disability: 'severe' } })
    expect(grant).toEqual(refusal)
  })

  test('says nothing of HIV, which the officer who may read of it is told', async ({ world }) => {
    const { refusal, grant } = await why(world, { standing: { hiv: true } }, [{ kind: 'hiv' }])
    // Nor of another group in its place, which nobody asked about: the officer’s own reasons stand alone.
    expect(refusal).toEqual([])
    expect(grant).toEqual([
      expect.stringMatching(
        /^Người nhiễm HIV thuộc hộ nghèo.*: theo giấy tờ hiện có, bà không thuộc hộ nghèo \(/,
      ),
    ])
  })

  test('against what the law gives rests on what the officer wrote alone', async ({ world }) => {
    const { refusal } = await why(world, { standing: { disability: 'severe' } }, [severe])
    expect(refusal).toEqual([])
  })

  test('where nothing was said, names those the fewest facts are missing from', async ({ world }) => {
    const { refusal } = await why(world, {})
    expect(refusal.length).toBeGreaterThan(0)
    expect(refusal.length).toBeLessThan(5)
  })
})

async function granted(world: World, personId: string, paper = 'disability_certificate'): Promise<string> {
  const { officer, chair } = await staffOf(world)
  const papers = [{ kind: paper, state: 'provided' as const }]
  const { id } = await officer.call(
    api.submitApplication,
    fileOf(personId, { asked: {}, papers, isComplete: true }),
  )
  const { proposalId } = await propose(officer, id, { action: 'propose', kind: 'grant' })
  const { documentId } = await sign(chair, proposalId)
  return wordsOf(world, documentId)
}

async function givenRecipient(world: World): Promise<string> {
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  await grantAwards(world.ctx, [{ personId, benefit, from: month('2022-03'), decision: decided(tamSon) }])
  return personId
}

/** Why nobody of whom these facts are known is given what they ask for: as a refusal says it, and to whoever would grant it. */
async function why(world: World, asked: object, facts: Parameters<typeof givenPerson>[1]['facts'] = []) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { asked }))
  const reasonsOf = async (kind: 'refuse' | 'grant') =>
    (await officer.call(api.previewDecision, { id, kind })).terms.reasons
  return { refusal: await reasonsOf('refuse'), grant: await reasonsOf('grant') }
}

/** A paper but for its own number and codes, which are others on every one. */
function withoutNumbers(words: string) {
  return words
    .replaceAll(/HS-\d\d-\w{4}-\w{3}/g, 'HS')
    .replaceAll(/V(-[0-9A-Z]{4}){3}/g, 'MÃ')
    .replace(/"value":"\d+"/, '"value":"SỐ"')
}
