import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { publicOrigin } from '#platform/server/configuration'
import { actAs } from '#platform/server/database'
import { systemActor } from '#platform/server/request'
import { test, type World } from '#testing/world'
import { givenFact, givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { take } from '../testing-decisions.ts'
import { fileOf, proofFor, somebody, staffOf, tamSon } from '../testing.ts'
import { born, photograph, subject, submitted } from '../testing-door.ts'

describe('a file from home', () => {
  test('is tracked by its code and the birth date, and by nothing else', async ({ world }) => {
    const { code, dueIfComplete } = await submitted(world)
    const me = somebody(world)
    expect(dueIfComplete).toBe('2026-12-03')
    expect(await me.call(api.trackApplication, { code, born })).toMatchObject({
      code,
      dueIfComplete,
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
    // With one of two it is asked for the other alone; a paper nobody asked for is kept, and answers nothing.
    for (const paper of [certificate, { kind: 'hiv_proof', uploadId: await page() }])
      expect(await answer([paper])).toMatchObject({
        mayAnswer: true,
        missing: [{ kind: 'other', why: 'Ảnh chân dung' }],
        tells: { vi: expect.not.stringContaining('khuyết tật') as unknown },
      })
    expect(await officer.call(api.getApplication, { id: row!.id })).toMatchObject({
      step: { id: 'incomplete' },
      missing: [{ kind: 'other' }],
    })
    const answered = await answer([{ kind: 'other', uploadId: await page() }])
    expect(answered).toMatchObject({ mayAnswer: false, missing: [] })
    const file = await officer.call(api.getApplication, { id: row!.id })
    expect(file).toMatchObject({ step: { id: 'intake' }, missing: [] })
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

test('the clock stands still until the last of the papers that were asked for is sent', async ({ world }) => {
  const { officer } = await staffOf(world)
  const { id, code } = await officer.call(
    api.submitApplication,
    fileOf(null, {
      subject,
      papers: [{ kind: 'disability_certificate', state: 'provided' }],
      isComplete: true,
    }),
  )
  await take(officer, id, 'ask_papers', {
    missing: [
      { kind: 'disability_certificate', why: 'Ảnh mờ' },
      { kind: 'other', why: 'Sổ hộ nghèo' },
    ],
  })
  const me = somebody(world)
  const answer = async (kind: string) => {
    const { uploadId } = await me.call(api.uploadPaper, await photograph(world))
    const proof = await proofFor(world)
    return me.call(api.answerPaperRequest, {
      code,
      born,
      papers: [{ kind, uploadId }],
      proof,
      requestId: randomUUID(),
    })
  }
  expect(await answer('other')).toMatchObject({
    mayAnswer: true,
    missing: [{ kind: 'disability_certificate', why: 'Ảnh mờ' }],
  })
  expect(await officer.call(api.getApplication, { id })).toMatchObject({
    step: { id: 'paused' },
    clock: { state: 'paused' },
  })
  expect(await answer('disability_certificate')).toMatchObject({ mayAnswer: false, missing: [] })
  expect(await officer.call(api.getApplication, { id })).toMatchObject({
    step: { id: 'verify' },
    clock: { state: 'ok' },
  })
})

test('a paper few may know of is asked for without its name, whoever holds the code', async ({ world }) => {
  const { code } = await submitted(world, { asked: { standing: { hiv: true } } })
  const { officer } = await staffOf(world)
  const [row] = (await officer.call(api.listApplications, { q: code })).rows
  await officer.call(api.takeAction, {
    ...act(row!, 'ask_papers'),
    missing: [
      { kind: 'hiv_proof', why: 'Bản có dấu của bệnh viện điều trị HIV' },
      { kind: 'other', why: 'Ảnh chân dung.' },
    ],
  })
  const me = somebody(world)
  const tracked = await me.call(api.trackApplication, { code, born })
  const { missing, tells } = tracked
  const name = { vi: 'Giấy tờ đã nêu riêng với người nộp', en: 'A paper named to the applicant alone' }
  expect(missing[0]).toEqual({ kind: 'private', name, why: name.vi })
  expect(tells.vi).toContain(`thiếu: ${name.vi}, Ảnh chân dung. Khi nộp đủ`)
  expect(tells.en).toContain(`missing: ${name.en}, Ảnh chân dung. The days`)

  // Sent by that name it comes to the file as what it is, and no answer names it either.
  const answer = async (papers: { kind: string; uploadId?: string }[]) => {
    const proof = await proofFor(world)
    return me.call(api.answerPaperRequest, { code, born, papers, proof, requestId: randomUUID() })
  }
  await expect(answer([{ kind: 'private' }])).rejects.toMatchObject({ data: { papers: ['private'] } })
  const { uploadId } = await me.call(api.uploadPaper, await photograph(world))
  const after = await answer([{ kind: 'private', uploadId }])
  for (const said of [tracked, after]) expect(JSON.stringify(said)).not.toMatch(/hiv/i)
  const { papers } = await officer.call(api.getApplication, { id: row!.id })
  expect(papers.find(({ kind }) => kind === 'hiv_proof')).toMatchObject({ state: 'provided' })
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

async function givenSevere(world: World, personId: string) {
  await givenFact(world.ctx, personId, severe)
}
