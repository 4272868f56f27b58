import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { test, type World } from '#testing/world'
import * as api from '../contract.ts'
import { take, wordsOf } from '../testing-decisions.ts'
import { proofFor, somebody, staffOf } from '../testing.ts'
import { born, photograph, submitted } from '../testing-door.ts'

const certificate = 'disability_certificate'

describe('papers beside the list of the law', () => {
  test('that were asked for at once are each sent, kept and called by their own names', async ({ world }) => {
    const { code, id, officer } = await givenFile(world)
    await take(officer, id, 'ask_papers', {
      missing: [
        { kind: 'other', why: 'Ảnh chân dung' },
        { kind: 'other', why: 'Sổ hộ nghèo' },
      ],
    })
    const { missing } = await somebody(world).call(api.trackApplication, { code, born })
    expect(missing.map(({ kind, name }) => [kind, name?.vi])).toEqual([
      ['other', 'Ảnh chân dung'],
      ['other-2', 'Sổ hộ nghèo'],
      [certificate, 'Giấy xác nhận khuyết tật'],
    ])
    expect(await othersIn(officer, id)).toEqual([
      ['other', 'Giấy tờ khác: Ảnh chân dung', 'missing'],
      ['other-2', 'Giấy tờ khác: Sổ hộ nghèo', 'missing'],
    ])
    const left = await answer(world, code, ['other-2'])
    expect(left.missing.map(({ kind }) => kind)).toEqual(['other', certificate])
    await answer(world, code, ['other', certificate])
    expect(await othersIn(officer, id)).toEqual([
      ['other', 'Giấy tờ khác: Ảnh chân dung', 'provided'],
      ['other-2', 'Giấy tờ khác: Sổ hộ nghèo', 'provided'],
    ])
    const [book, picture] = [await fileIn(officer, id, 'other-2'), await fileIn(officer, id, 'other')]
    expect(book).not.toBe(picture)
  })

  test('that nobody asked for stand beside those sent before', async ({ world }) => {
    const { code, id, officer } = await givenFile(world, [
      { kind: 'other', note: 'Đơn trình bày' },
      { kind: 'other', note: 'Giấy của trường' },
    ])
    await take(officer, id, 'ask_papers', { missing: [{ kind: certificate, why: 'Ảnh mờ' }] })
    await answer(world, code, ['other', certificate])
    expect(await othersIn(officer, id)).toEqual([
      ['other', 'Giấy tờ khác: Đơn trình bày', 'provided'],
      ['other-2', 'Giấy tờ khác: Giấy của trường', 'provided'],
      ['other-3', 'Giấy tờ khác', 'provided'],
    ])
  })

  test('stand on the receipt by their names', async ({ world }) => {
    const { id, officer } = await givenFile(world, [
      { kind: certificate, note: 'Bản chụp' },
      { kind: 'other', note: 'Đơn trình bày' },
    ])
    const { documentId } = await take(officer, id, 'accept')
    expect(await wordsOf(officer, documentId!)).toContain('Giấy tờ khác: Đơn trình bày')
  })

  test('keep their name when an officer has looked at them', async ({ world }) => {
    const { id, officer } = await givenFile(world, [{ kind: 'other', note: 'Đơn trình bày' }])
    const { version } = await officer.call(api.getApplication, { id })
    const papers = [{ kind: 'other', state: 'accepted' as const }]
    await officer.call(api.recordPapers, { id, version, papers, requestId: randomUUID() })
    expect(await othersIn(officer, id)).toEqual([['other', 'Giấy tờ khác: Đơn trình bày', 'accepted']])
  })

  test('that the office goes on without are waited for no more', async ({ world }) => {
    const { id, officer } = await givenFile(world, [{ kind: certificate, note: 'Bản chụp' }])
    await take(officer, id, 'accept')
    await take(officer, id, 'ask_papers', { missing: [{ kind: 'other', why: 'Ảnh chân dung' }] })
    await take(officer, id, 'go_on_without', { reason: 'Ảnh đã có trên giấy xác nhận.' })
    expect(await othersIn(officer, id)).toEqual([])
  })
})

async function givenFile(world: World, sent: readonly { kind: string; note: string }[] = []) {
  const me = somebody(world)
  const papers = []
  for (const paper of sent)
    papers.push({ ...paper, uploadId: (await me.call(api.uploadPaper, await photograph(world))).uploadId })
  const { code } = await submitted(world, { papers })
  const { officer } = await staffOf(world)
  const [row] = (await officer.call(api.listApplications, { q: code })).rows
  return { code, id: row!.id, officer }
}

async function answer(world: World, code: string, kinds: readonly string[]) {
  const me = somebody(world)
  const papers = []
  for (const kind of kinds)
    papers.push({ kind, uploadId: (await me.call(api.uploadPaper, await photograph(world))).uploadId })
  const proof = await proofFor(world)
  return me.call(api.answerPaperRequest, { code, born, papers, proof, requestId: randomUUID() })
}

async function othersIn(officer: World, id: api.ApplicationId) {
  const { papers } = await officer.call(api.getApplication, { id })
  return papers
    .filter(({ kind }) => kind.startsWith('other'))
    .map(({ kind, name, state }) => [kind, name.vi, state])
}

async function fileIn(officer: World, id: api.ApplicationId, kind: string) {
  const { papers } = await officer.call(api.getApplication, { id })
  return papers.find((paper) => paper.kind === kind)?.fileId
}
