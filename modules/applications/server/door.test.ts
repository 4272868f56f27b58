import { PDF } from '@libpdf/core'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, vi } from 'vitest'
import { addSeconds } from '#kernel/civil-date'
import { publicOrigin } from '#platform/server/configuration'
import { setChallenge } from '#platform/server/proof-of-work'
import { actAs } from '#platform/server/database'
import { systemActor } from '#platform/server/request'
import { test, type World } from '#testing/world'
import { givenFact, givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { forgetUploads } from './uploads.ts'
import { answerTo, fileOf, proofFor, somebody, staffOf, tamSon } from '../testing.ts'

const subject = { fullName: 'Phùng Thị Mận', sex: 'female', born: '1984-05-10' } as const
const born = subject.born

async function submitted(world: World, differing: object = {}) {
  return somebody(world).call(api.submitOnline, {
    procedure: 'monthly_allowance',
    areaId: tamSon,
    subject,
    asked: { standing: { disability: 'severe' } },
    proof: await proofFor(world),
    requestId: randomUUID(),
    ...differing,
  })
}

describe('a file from home', () => {
  test('is told until when it is answered if nothing is missing, before anybody has looked', async ({
    world,
  }) => {
    // Seven working days from Monday 23 November 2026; the 24th is a holiday (Ngày Văn hóa Việt Nam).
    expect(await submitted(world)).toMatchObject({ receivedOn: '2026-11-23', dueIfComplete: '2026-12-03' })
  })

  test('is tracked by its code and the birth date, and by nothing else', async ({ world }) => {
    const { code } = await submitted(world)
    const me = somebody(world)
    expect(await me.call(api.trackApplication, { code, born })).toMatchObject({
      code,
      unit: 'Xã Tam Sơn',
      steps: [
        { state: 'current', on: '2026-11-23' },
        { state: 'to_come' },
        { state: 'to_come' },
        { state: 'to_come' },
        { state: 'to_come' },
      ],
      tells: { vi: 'Xã đã nhận hồ sơ và đang xem giấy tờ đã đủ chưa.' },
    })
    const other = (await submitted(world, { subject: { ...subject, born: '1990-01-01' } })).code
    for (const wrong of [
      { code, born: '1984-05-11' },
      { code, born: '1984' },
      { code: other, born },
      { code: 'HS-26-0000-000', born },
      { code: 'anything', born },
    ])
      await expect(me.call(api.trackApplication, wrong)).rejects.toThrow('applications.tracking_not_found')
  })

  test('refuses a wrong code and a wrong birth date in the same words', async ({ world }) => {
    const { code } = await submitted(world)
    const refused = async (key: object) => {
      const response = await world.send('/api/portal/tracking', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(key),
      })
      return { status: response.status, body: await response.text() }
    }
    const wrong = await refused({ code: 'HS-26-7KQ4-MX2', born })
    expect(wrong.status).toBe(404)
    expect(await refused({ code, born: '1984-05-11' })).toEqual(wrong)
    expect(await refused({ code: 'không phải mã', born })).toEqual(wrong)
  })

  test('of who knows only a year is found by the year', async ({ world }) => {
    const { code } = await submitted(world, {
      subject: { ...subject, born: '1938-01-01', bornPrecision: 'year' },
    })
    await somebody(world).call(api.trackApplication, { code, born: '1938' })
    await somebody(world).call(api.trackApplication, { code, born: '1938-07-15' })
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

  test('is asked for everything that is missing at once, and answered from home', async ({ world }) => {
    const { code } = await submitted(world)
    const { officer } = await staffOf(world)
    const { rows } = await officer.call(api.listApplications, { q: 'mận phùng' })
    const [row] = rows
    expect(row).toMatchObject({ code, flags: ['unmatched'] })
    await expect(officer.call(api.takeAction, act(row!, 'accept'))).rejects.toThrow(
      'applications.papers_missing',
    )
    await officer.call(api.takeAction, {
      ...act(row!, 'ask_papers'),
      missing: [{ kind: 'other', why: 'Ảnh chân dung' }],
    })
    const me = somebody(world)
    const tracked = await me.call(api.trackApplication, { code, born })
    expect(tracked).toMatchObject({ mayAnswer: true, mayWithdraw: true })
    expect(tracked.steps.map(({ name, state }) => `${name.vi}: ${state}`).slice(0, 4)).toEqual([
      'Tiếp nhận: done',
      'Chờ nộp đủ giấy tờ: current',
      'Xác minh: to_come',
      'Ký quyết định: to_come',
    ])
    expect(tracked.missing.map(({ kind }) => kind)).toEqual(['other', 'disability_certificate'])

    const answer = async (papers: { kind: string; uploadId?: string }[]) =>
      me.call(api.answerPaperRequest, {
        code,
        born,
        papers,
        proof: await proofFor(world),
        requestId: randomUUID(),
      })
    const page = async () => (await me.call(api.uploadPaper, await photograph(world))).uploadId
    const certificate = { kind: 'disability_certificate', uploadId: await page() }
    // Word that there is a paper is no paper, also beside one.
    await expect(answer([certificate, { kind: 'hiv_proof' }])).rejects.toMatchObject({
      code: 'applications.pages_missing',
      data: { papers: ['hiv_proof'] },
    })
    expect(await me.call(api.trackApplication, { code, born })).toMatchObject({ mayAnswer: true })
    const answered = await answer([certificate, { kind: 'hiv_proof', uploadId: await page() }])
    expect(answered).toMatchObject({ mayAnswer: false })
    const file = await officer.call(api.getApplication, { id: row!.id })
    expect(file).toMatchObject({ step: { id: 'intake' } })
    expect(file.papers.find(({ kind }) => kind === 'disability_certificate')).toMatchObject({
      state: 'provided',
      recordedBy: 'Người nộp hồ sơ',
    })
    // What such a paper tells shuts the file, whenever it comes.
    const { actor } = officer.ctx
    const colleague = world.as({ ...actor, can: ['applications.read', 'people.read', 'applications.handle'] })
    expect((await colleague.call(api.listApplications, { q: code })).rows).toEqual([])
    await expect(colleague.call(api.getApplication, { id: row!.id })).rejects.toThrow('application_not_found')
  })
})

test('a paper that will be brought is missing until it is', async ({ world }) => {
  const kind = 'disability_certificate'
  const { code } = await submitted(world, { papers: [{ kind, note: 'Sẽ mang đến' }] })
  const { officer } = await staffOf(world)
  const [row] = (await officer.call(api.listApplications, { q: code })).rows
  const { papers } = await officer.call(api.getApplication, { id: row!.id })
  expect(papers.find((paper) => paper.kind === kind)).toMatchObject({ state: 'missing', note: 'Sẽ mang đến' })
  await expect(officer.call(api.takeAction, act(row!, 'accept'))).rejects.toThrow(
    'applications.papers_missing',
  )
})

test('a paper few may know of is asked for without its name, whoever holds the code', async ({ world }) => {
  const { code } = await submitted(world, { asked: { standing: { hiv: true } } })
  const { officer } = await staffOf(world)
  const [row] = (await officer.call(api.listApplications, { q: code })).rows
  await officer.call(api.takeAction, {
    ...act(row!, 'ask_papers'),
    missing: [
      { kind: 'hiv_proof', why: 'Bản có dấu của bệnh viện điều trị HIV' },
      { kind: 'other', why: 'Ảnh chân dung' },
    ],
  })
  const { missing, tells } = await somebody(world).call(api.trackApplication, { code, born })
  const name = { vi: 'Giấy tờ đã nêu riêng với người nộp', en: 'A paper named to the applicant alone' }
  expect(missing[0]).toEqual({ kind: 'hiv_proof', name, why: name.vi })
  expect(tells.vi).toContain(`thiếu: ${name.vi}, Ảnh chân dung`)
  expect(tells.en).toContain(`missing: ${name.en}, Ảnh chân dung`)
})

describe('a photograph', () => {
  test('is cleaned, put into one file, and into no other', async ({ world }) => {
    const me = somebody(world)
    const { uploadId, mediaType } = await me.call(api.uploadPaper, await photograph(world))
    expect(mediaType).toBe('image/jpeg')
    const papers = [{ kind: 'disability_certificate', uploadId }]
    const { code } = await submitted(world, { papers })
    await expect(submitted(world, { papers })).rejects.toThrow('applications.upload_not_found')
    const { officer } = await staffOf(world)
    const [row] = (await officer.call(api.listApplications, { q: code })).rows
    const sent = await officer.call(api.downloadPaper, { id: row!.id, kind: 'disability_certificate' })
    expect(sent.type).toBe('image/jpeg')
    await expect(officer.call(api.downloadPaper, { id: row!.id, kind: 'identity' })).rejects.toThrow(
      'upload_not_found',
    )

    // Another file’s photograph is for that file alone; the file itself may go on naming it.
    const own = await officer.call(api.getApplication, { id: row!.id })
    const { fileId } = own.papers.find(({ kind }) => kind === 'disability_certificate')!
    const other = (named: string | null) =>
      fileOf(null, { papers: [{ kind: 'other', state: 'provided', fileId: named }] })
    for (const named of [fileId, randomUUID()])
      await expect(officer.call(api.submitApplication, other(named))).rejects.toThrow('upload_not_found')
    const { id, version } = await officer.call(api.submitApplication, other(null))
    const record = (of: { id: api.ApplicationId; version: number }) =>
      officer.call(api.recordPapers, {
        ...of,
        papers: [{ kind: 'other', state: 'accepted', fileId }],
        requestId: randomUUID(),
      })
    await expect(record({ id, version })).rejects.toThrow('upload_not_found')
    await record(own)
  })

  test('that is none is told so in words', async ({ world }) => {
    const file = new File(['#!/bin/sh'], 'anh.jpg', { type: 'image/jpeg' })
    const sending = somebody(world).call(api.uploadPaper, { ...(await photograph(world)), file })
    await expect(sending).rejects.toThrow('documents.upload_of_other_kind')
  })
})

describe('photographs', () => {
  test('are not looked at for an answer that was given before, or to a riddle of long ago', async ({
    world,
  }) => {
    const me = somebody(world)
    const { proof, ...unreadable } = { ...(await photograph(world)), file: new File(['?'], 'a.jpg') }
    const send = (ctx: object = {}) =>
      me.call(api.uploadPaper, { ...unreadable, proof, requestId: randomUUID(), ...ctx })
    await expect(send()).rejects.toThrow('documents.upload_of_other_kind')
    await expect(send()).rejects.toThrow('proof_spent')
    const old = answerTo(await setChallenge({ now: addSeconds(world.ctx.now, -3600) }))
    await expect(send({ proof: old })).rejects.toThrow('proof_expired')
  })

  test('sent again because the answer got lost are one; two of one paper are its pages', async ({
    world,
  }) => {
    const me = somebody(world)
    const front = await photograph(world)
    const { uploadId } = await me.call(api.uploadPaper, front)
    const again = { ...front, proof: await proofFor(world) }
    expect((await me.call(api.uploadPaper, again)).uploadId).toBe(uploadId)
    const back = await me.call(api.uploadPaper, await photograph(world))
    const kind = 'disability_certificate'
    const { code } = await submitted(world, {
      papers: [
        { kind, uploadId },
        { kind, uploadId: back.uploadId },
        { kind: 'other', note: 'Đơn trình bày' },
      ],
    })
    const { officer } = await staffOf(world)
    const [row] = (await officer.call(api.listApplications, { q: code })).rows
    const { papers } = await officer.call(api.getApplication, { id: row!.id })
    expect(papers.filter(({ kind: one }) => one === kind)).toHaveLength(1)
    expect(papers.find(({ kind: one }) => one === 'other')).toMatchObject({ note: 'Đơn trình bày' })
    const sent = await officer.call(api.downloadPaper, { id: row!.id, kind })
    const pdf = await PDF.load(new Uint8Array(await sent.arrayBuffer()))
    expect(pdf.getPageCount()).toBe(2)
  })

  test('nobody came back for go after a day, those of a draft with the draft', async ({ world }) => {
    const me = somebody(world)
    const [lost, kept] = [
      await me.call(api.uploadPaper, await photograph(world)),
      await me.call(api.uploadPaper, await photograph(world)),
    ]
    await me.call(api.saveDraft, { ...(await draft(world, {})), uploads: [kept.uploadId] })
    const later = { ...world.ctx, now: addSeconds(world.ctx.now, 25 * 3600) }
    await actAs(later.db(), systemActor())
    await forgetUploads(later)
    const send = (uploadId: string) => submitted(world, { papers: [{ kind: 'identity', uploadId }] })
    await expect(send(lost.uploadId)).rejects.toThrow('applications.upload_not_found')
    await send(kept.uploadId)
    await forgetUploads({ ...later, now: addSeconds(later.now, 60 * 24 * 3600) })
    const released = await sql<{ count: number }>`select count(*)::int as count from platform.file
      where purpose = 'applications.paper' and released_at is not null`.execute(later.db())
    expect(released.rows[0]!.count).toBe(1)
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

describe('an appeal', () => {
  test('that is upheld takes the file up again, and another decision grants', async ({ world }) => {
    const { officer, chair } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    const { code } = await submitted(world, { asked: {} })
    const [row] = (await officer.call(api.listApplications, { q: code })).rows
    const id = row!.id
    let { version } = await officer.call(api.matchPerson, {
      id,
      version: row!.version,
      personId,
      requestId: randomUUID(),
    })
    ;({ version } = await officer.call(api.takeAction, act({ id, version }, 'accept')))
    const refusal = { kind: 'refuse' as const, reasons: ['Chưa có giấy xác nhận khuyết tật.'] }
    const refused = await officer.call(api.proposeDecision, {
      ...act({ id, version }, 'propose_refusal'),
      ...refusal,
    })
    await chair.call(api.signDecisions, { ids: [refused.proposalId], requestId: randomUUID() })

    const me = somebody(world)
    const tracked = await me.call(api.trackApplication, { code, born })
    const notice = tracked.documents.at(-1)!
    expect(notice).toMatchObject({
      kind: 'refusal',
      number: '01/TB-UBND',
      reasons: expect.arrayContaining(refusal.reasons) as unknown,
      appealBy: '2027-02-21',
      mayAppeal: true,
      appeal: null,
    })
    const appeal = {
      code,
      born,
      documentId: notice.id,
      contact: { fullName: 'Phùng Thị Mận', phone: '0912345678' },
      text: 'Tôi đã có giấy xác nhận khuyết tật nặng.',
      proof: await proofFor(world),
      requestId: randomUUID(),
    }
    const filed = await me.call(api.fileAppeal, appeal)
    expect(filed.dueOn).toBe('2026-12-03')
    expect(await me.call(api.fileAppeal, appeal)).toEqual(filed)
    const after = await me.call(api.trackApplication, { code, born })
    expect(after.documents.at(-1)).toMatchObject({
      mayAppeal: false,
      appeal: { state: 'received', dueOn: '2026-12-03' },
    })

    const [listed] = (await chair.call(api.listFeedback, { kind: 'appeal' })).rows
    expect(listed).toMatchObject({ application: { code }, document: { number: '01/TB-UBND' } })
    const accepted = await chair.call(api.answerFeedback, { ...answer(listed!, 'accept') })
    expect(accepted).toMatchObject({ state: 'accepted', dueOn: '2026-12-23' })
    const text = 'Chấp nhận khiếu nại: giấy xác nhận khuyết tật đã được cấp.'
    await chair.call(api.answerFeedback, { ...answer(accepted, 'settle'), text, outcome: 'upheld' })
    expect(await me.call(api.openFeedback, { code: filed.code })).toMatchObject({
      state: 'answered',
      outcome: 'upheld',
      messages: [{ isAnswer: false }, { isAnswer: true, byName: 'Trần Văn Thành' }],
    })

    const second = { ...appeal, proof: await proofFor(world), requestId: randomUUID() }
    await expect(me.call(api.fileAppeal, second)).rejects.toThrow('applications.appeal_answered')

    const real = await me.call(api.verifyDocument, { code: await codeOn(world, notice.id) })
    expect(real).toMatchObject({
      signer: 'Trần Văn Thành',
      title: 'Chủ tịch Ủy ban nhân dân xã Tam Sơn',
      superseded: { why: 'appeal', on: '2026-11-23', by: null },
    })

    const file = await officer.call(api.getApplication, { id })
    expect(file).toMatchObject({ step: { id: 'verify' }, outcome: null, clock: { left: 7 } })
    expect(file.steps.find(({ id: step }) => step === 'decide')).toMatchObject({ state: 'to_come' })
    await givenSevere(world, personId)
    const grant = await officer.call(api.proposeDecision, { ...act(file, 'propose'), kind: 'grant' })
    const { signed } = await chair.call(api.signDecisions, {
      ids: [grant.proposalId],
      requestId: randomUUID(),
    })
    expect(signed).toMatchObject([{ number: '01/QĐ-UBND' }])
    const by = { number: '01/QĐ-UBND', issuedOn: '2026-11-23' }
    expect(await me.call(api.verifyDocument, { code: await codeOn(world, notice.id) })).toMatchObject({
      superseded: { why: 'appeal', on: '2026-11-23', by },
    })
    expect((await officer.call(api.getApplication, { id })).documents).toMatchObject([
      { kind: 'receipt', superseded: null },
      { kind: 'refusal', superseded: { by } },
      { kind: 'decision', superseded: null },
    ])
  })

  test('is settled by who may sign, and by nobody else', async ({ world }) => {
    const { officer } = await staffOf(world)
    const answering = world.as({ ...officer.ctx.actor, can: ['applications.answer_feedback'] })
    const me = somebody(world)
    const said = { kind: 'feedback', areaId: tamSon, text: 'Cán bộ giải thích rõ ràng.' } as const
    await me.call(api.sendFeedback, { ...said, proof: await proofFor(world), requestId: randomUUID() })
    const [row] = (await answering.call(api.listFeedback, {})).rows
    expect(row).toMatchObject({ contact: null, dueOn: null, messages: [{ byName: null }] })
    await answering.call(api.answerFeedback, { ...answer(row!, 'settle'), text: 'Cảm ơn ông bà.' })
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

async function photograph(world: World) {
  const file = new File([onePixel], 'giấy tờ.png', { type: 'image/png' })
  return { file, proof: await proofFor(world), requestId: randomUUID() }
}

async function draft(world: World, content: Record<string, unknown>, code: string | null = null) {
  return { code, content, proof: await proofFor(world), requestId: randomUUID() }
}

function act({ id, version }: { id: api.ApplicationId; version: number }, action: string) {
  return { id, version, action, requestId: randomUUID() }
}

function answer({ id, version }: api.FeedbackView, step: 'accept' | 'settle') {
  return { id, version, step, requestId: randomUUID() }
}

/** The code in the corner of a paper, and that its address is the one of this installation. */
async function codeOn(world: World, id: string) {
  await actAs(world.ctx.db(), systemActor())
  const { rows } = await sql<{ verification: string; address: string }>`
    select verification, content #>> '{paper,verification,address}' as address
    from applications.document where id = ${id}`.execute(world.ctx.db())
  const { verification, address } = rows[0]!
  expect(address).toBe(`${publicOrigin()}/xac-minh/${verification}`)
  return verification
}

async function countIn(world: World, table: 'draft') {
  await actAs(world.ctx.db(), world.ctx.actor)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(`applications.${table}`)}`.execute(world.ctx.db())
  return rows[0]!.count
}

async function givenSevere(world: World, personId: string) {
  await givenFact(world.ctx, personId, severe)
}

/** A picture of one pixel, as a phone might send it. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
