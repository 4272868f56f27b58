import { sql } from 'kysely'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect } from 'vitest'
import { civilDate, instant } from '#kernel/civil-date'
import { checkSignatures, configuredKey } from '#modules/documents'
import { areaIdsWithin } from '#modules/geography'
import { test, type World } from '#testing/world'
import { givenCertificateFile } from '../../documents/testing.ts'
import { givenPerson, severe } from '../../entitlement/testing.ts'
import * as api from '../contract.ts'
import { fileOf, staffOf, tamSon } from '../testing.ts'
import { propose, sign, take, versionOf, wordsOf } from '../testing-decisions.ts'
import { givenDraftedGrant, makePapers, pdfOf, shownPaper } from '../testing-papers.ts'

const keys = mkdtempSync(join(tmpdir(), 'ansinh-keys-'))
afterAll(() => {
  rmSync(keys, { recursive: true })
  delete process.env['ANSINH_SIGNING_KEYS']
})

describe('a deputy', () => {
  test('signs for the chair while a written delegation holds, and the paper says so', async ({ world }) => {
    const { chair } = await staffOf(world)
    const deputy = await givenDeputy(world)
    const first = await givenDraftedGrant(world)
    await expect(sign(deputy, first)).rejects.toThrow('applications.not_delegated')
    expect(await deputy.call(api.showOwnDelegation, {})).toEqual({ delegation: null })

    const delegation = {
      deputyId: deputy.ctx.actor.userId,
      document: '15/QĐ-UBND',
      documentOn: civilDate('2026-11-20'),
      from: civilDate('2026-11-23'),
      until: civilDate('2026-12-31'),
    }
    const given = (differing: object = {}) =>
      chair.call(api.delegate, { ...delegation, ...differing, requestId: crypto.randomUUID() })
    await expect(given({ from: civilDate('2026-11-01') })).rejects.toThrow('delegation_in_past')
    await expect(given({ deputyId: chair.ctx.actor.userId })).rejects.toThrow('delegate_unknown')
    await expect(
      deputy.call(api.delegate, { ...delegation, requestId: crypto.randomUUID() }),
    ).rejects.toThrow('not_competent')
    const { id } = await given()
    await expect(given()).rejects.toThrow('delegation_in_past')
    expect(await deputy.call(api.showOwnDelegation, {})).toMatchObject({
      delegation: { document: '15/QĐ-UBND', from: '2026-11-23', until: '2026-12-31' },
    })

    const { documentId } = await sign(deputy, first)
    expect(await wordsOf(world, documentId)).toMatch(/"KT\. CHỦ TỊCH","PHÓ CHỦ TỊCH"/)
    const { rows } = await sql`select signer_title from entitlement.decision where kind = 'grant'`.execute(
      world.ctx.db(),
    )
    expect(rows).toEqual([{ signerTitle: 'KT. Chủ tịch, Phó Chủ tịch Ủy ban nhân dân xã Tam Sơn' }])

    await chair.call(api.endDelegation, {
      id,
      until: civilDate('2026-11-23'),
      requestId: crypto.randomUUID(),
    })
    expect((await chair.call(api.listDelegations, {})).delegations).toMatchObject([{ until: '2026-11-23' }])
  })
})

describe('a paper', () => {
  test('is signed with the certificate of its unit where there is one, and openly unsigned without', async ({
    world,
  }) => {
    const { chair, officer } = await staffOf(world)
    const without = await sign(chair, await givenDraftedGrant(world))
    await makePapers(world)
    expect(await shownPaper(officer, without.documentId)).toMatchObject({ state: 'made', certificate: null })
    expect(await checkSignatures(await pdfOf(officer, without.documentId))).toEqual([])

    givenKey(String(tamSon), 'UBND xã Tam Sơn')
    process.env['ANSINH_SIGNING_KEYS'] = keys
    const signed = await sign(chair, await givenDraftedGrant(world))
    await makePapers(world)
    expect(await shownPaper(officer, signed.documentId)).toMatchObject({
      certificate: expect.stringContaining('UBND xã Tam Sơn'),
    })
    const [signature, ...more] = await checkSignatures(await pdfOf(officer, signed.documentId))
    expect(more).toEqual([])
    // The moment is that of the signature, however late the file is made.
    expect(signature).toMatchObject({
      isIntact: true,
      coversWholeFile: true,
      claimedAt: "D:20261123090000+07'00'",
    })

    givenKey('250709112', 'UBND xã Thổ Tang')
    writeFileSync(join(keys, '250709112.password'), 'another')
    await expect(configuredKey('250709112')).rejects.toThrow(/./)
  })
})

describe('slips', () => {
  test('apologise for what is late with a day to come, and nothing else', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
    const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
    const apology = {
      slip: 'apology' as const,
      reason: 'Chờ trả lời của cơ quan bảo hiểm xã hội.',
      newDueAt: instant('2026-12-10T10:00:00Z'),
    }
    const give = async (more: object) =>
      officer.call(api.giveSlip, {
        id,
        version: await versionOf(officer, id),
        requestId: crypto.randomUUID(),
        ...apology,
        ...more,
      })
    await expect(give({})).rejects.toThrow('not_late')
    await sql`update applications.application set due_at = '2026-11-20T10:00:00Z' where id = ${id}`.execute(
      world.ctx.db(),
    )
    await expect(give({ reason: undefined })).rejects.toThrow('reason_needed')
    await expect(give({ newDueAt: instant('2026-11-22T10:00:00Z') })).rejects.toThrow('not_late')
    const { documentId } = await give({})
    expect(await wordsOf(world, documentId)).toMatch(/xin lỗi.*10 tháng 12 năm 2026|10\/12\/2026/)
    const control = await give({ slip: 'control_slip' })
    expect(await wordsOf(world, control.documentId)).toContain('Nguyễn Thị Lan')
    await expect(give({ slip: 'posting_notice' })).rejects.toThrow('slip_not_possible')
  })

  test('put up nothing of a file that tells of HIV', async ({ world }) => {
    const { officer } = await staffOf(world)
    const personId = await givenPerson(world.ctx, { areaId: tamSon })
    for (const [hiv, posted] of [
      [true, []],
      [false, ['posting_notice']],
    ] as const) {
      const { id } = await officer.call(
        api.submitApplication,
        fileOf(personId, {
          procedure: 'disability_degree',
          asked: { answers: { disability_request: 'determine' }, standing: { hiv } },
          papers: [{ kind: 'medical_conclusion', state: 'provided' }],
          isComplete: true,
        }),
      )
      await propose(officer, id, {
        action: 'conclude',
        kind: 'certify',
        detail: {
          kind: 'certify',
          by: 'council',
          concludedOn: civilDate('2026-11-23'),
          level: 'severe',
          types: ['sight'],
          meeting: { members: 7, present: 7, for: 7, against: 0, presidentIsFor: true },
        },
      })
      const { documents } = await officer.call(api.getApplication, { id })
      expect(documents.map(({ kind }) => kind).filter((kind) => kind === 'posting_notice')).toEqual(posted)
      await take(officer, id, 'object', { reason: 'Xem lại.' })
    }
  })
})

async function givenDeputy(world: World): Promise<World> {
  const areaIds = [...(await areaIdsWithin(world.ctx, tamSon))]
  const userId = '0197f000-0000-7000-8000-0000000000c1'
  await sql`insert into identity."user" (id, name, email, username) values
    (${userId}, 'Đỗ Văn Phó', 'pho@example.com', 'pho')`.execute(world.ctx.db())
  await sql`insert into identity.assignment (user_id, role, area_id) values
    (${userId}, 'commune_deputy', ${tamSon})`.execute(world.ctx.db())
  return world.as({
    userId,
    name: 'Đỗ Văn Phó',
    areaId: tamSon,
    areaIds,
    can: [
      'applications.read',
      'applications.sign',
      'applications.sign_by_delegation',
      'people.read_confidential',
    ],
  })
}

/** A certificate as an agency keeps it, with its password beside it. */
function givenKey(holder: string, name: string) {
  writeFileSync(join(keys, `${holder}.p12`), givenCertificateFile(name, 'bi-mat'))
  writeFileSync(join(keys, `${holder}.password`), 'bi-mat\n')
}
