import type { World } from '#testing/world'
import { givenPerson, severe } from '../entitlement/testing.ts'
import * as api from './contract.ts'
import { makeDocuments } from './server/make-documents.ts'
import { propose } from './testing-decisions.ts'
import { fileOf, staffOf, tamSon } from './testing.ts'

/** A grant that waits for the chair of Tam Sơn, for somebody severely disabled. */
export async function givenDraftedGrant(world: World): Promise<string> {
  const { officer } = await staffOf(world)
  const personId = await givenPerson(world.ctx, { areaId: tamSon, facts: [severe] })
  const { id } = await officer.call(api.submitApplication, fileOf(personId, { isComplete: true }))
  return (await propose(officer, id, { action: 'propose', kind: 'grant' })).proposalId
}

/** Makes the papers within the transaction of the test. */
export async function makePapers({ ctx }: World) {
  await makeDocuments({ request: (work) => work(ctx), progress: async () => {} } as Parameters<
    typeof makeDocuments
  >[0])
}

/** A paper as the page of what was signed shows it. */
export async function shownPaper(officer: World, id: string) {
  const { rows } = await officer.call(api.listIssued, {})
  return rows.find((row) => row.id === id)
}

export async function pdfOf(officer: World, id: string): Promise<Uint8Array> {
  const file = await officer.call(api.downloadDocument, { id: id as api.DocumentId })
  return new Uint8Array(await (file as Blob).arrayBuffer())
}
