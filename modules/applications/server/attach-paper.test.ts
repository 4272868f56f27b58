import { expect } from 'vitest'
import { areaIdsWithin } from '#modules/geography'
import { test, type World } from '#testing/world'
import { jpegOf, redAndBlue } from '../../documents/testing.ts'
import * as api from '../contract.ts'
import { fileOf, givenPerson, staffOf, tamSon } from '../testing.ts'
import { versionOf } from '../testing-decisions.ts'

const kind = 'disability_certificate'

test('a paper laid on the counter is put into its file: cleaned, once, one page after another', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const id = await givenFile(world)
  const version = await versionOf(officer, id)
  const requestId = crypto.randomUUID()
  const first = await attach(officer, { id, version, requestId })
  expect(await attach(officer, { id, version, requestId })).toEqual(first)
  expect(await paperIn(officer, id)).toMatchObject({ state: 'provided', fileId: expect.any(String) })
  const kept = await openPaper(officer, id)
  expect(kept.type).toBe('image/jpeg')

  await officer.call(api.recordPapers, {
    id,
    version: first.version,
    papers: [{ kind, state: 'accepted' }],
    requestId: crypto.randomUUID(),
  })
  await attach(officer, { id, version: await versionOf(officer, id) })
  expect((await openPaper(officer, id)).type).toBe('application/pdf')
  expect(await paperIn(officer, id)).toMatchObject({ state: 'accepted' })
})

test('a paper that has to be brought again is replaced by what is brought', async ({ world }) => {
  const { officer } = await staffOf(world)
  const id = await givenFile(world)
  await attach(officer, { id, version: await versionOf(officer, id) })
  await officer.call(api.recordPapers, {
    id,
    version: await versionOf(officer, id),
    papers: [{ kind, state: 'rejected' }],
    requestId: crypto.randomUUID(),
  })
  await attach(officer, { id, version: await versionOf(officer, id) })
  expect((await openPaper(officer, id)).type).toBe('image/jpeg')
  expect(await paperIn(officer, id)).toMatchObject({ state: 'provided' })
})

test('nothing is attached that is no paper of the file, that cannot be read, or where nobody has the file in hand', async ({
  world,
}) => {
  const { officer } = await staffOf(world)
  const id = await givenFile(world)
  const version = await versionOf(officer, id)
  await expect(attach(officer, { id, version, kind: 'no_such_paper' })).rejects.toThrow('paper_unknown')
  await expect(attach(officer, { id, version: version + 1 })).rejects.toThrow('changed_meanwhile')
  const letter = new File(['Kính gửi Ủy ban'], 'thư.txt')
  await expect(attach(officer, { id, version, file: letter })).rejects.toThrow('upload_of_other_kind')
  const elsewhere = 250709112
  const stranger = world.as({
    areaId: elsewhere,
    areaIds: [...(await areaIdsWithin(world.ctx, elsewhere))],
    can: ['applications.read', 'applications.handle', 'people.read_confidential'],
  })
  await expect(attach(stranger, { id, version })).rejects.toThrow('application_not_found')
  expect(await paperIn(officer, id)).toMatchObject({ fileId: null })
})

type Attached = {
  readonly id: api.ApplicationId
  readonly version: number
  readonly kind?: string
  readonly file?: File
  readonly requestId?: string
}

async function attach(world: World, { id, version, ...more }: Attached) {
  const picture = await jpegOf(redAndBlue(60, 40))
  return world.call(api.attachPaper, {
    id,
    version,
    kind: more.kind ?? kind,
    file: more.file ?? new File([new Uint8Array(picture)], 'giấy.jpg'),
    requestId: more.requestId ?? crypto.randomUUID(),
  })
}

async function givenFile(world: World) {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon })
  return (await officer.call(api.submitApplication, fileOf(personId, { papers: [] }))).id
}

async function paperIn(officer: World, id: api.ApplicationId) {
  return (await officer.call(api.getApplication, { id })).papers.find((paper) => paper.kind === kind)
}

async function openPaper(officer: World, id: api.ApplicationId) {
  return (await officer.call(api.downloadPaper, { id, kind })) as File // As the contract says.
}
