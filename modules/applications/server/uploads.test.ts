import { PDF } from '@libpdf/core'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { describe, expect } from 'vitest'
import { addSeconds } from '#kernel/civil-date'
import { actAs } from '#platform/server/database'
import { setChallenge } from '#platform/server/proof-of-work'
import { systemActor } from '#platform/server/request'
import { test } from '#testing/world'
import * as api from '../contract.ts'
import { answerTo, fileOf, proofFor, somebody, staffOf } from '../testing.ts'
import { draft, photograph, submitted } from '../testing-door.ts'
import { forgetUploads } from './uploads.ts'

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
    expect(papers.find(({ kind: one }) => one === 'other')).toMatchObject({
      name: { vi: 'Giấy tờ khác: Đơn trình bày' },
    })
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
