import type { Ctx } from '#platform/server/context'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertPapers, type NewPaper } from '../db/papers.ts'
import { openFileForUpdate, type OpenFile } from './open-file.ts'
import { assertPapers, tellsConfidentially } from './submit.ts'
import { assertOwnFiles } from './uploads.ts'

/** Records which papers came, are good, or have to be brought again. */
export function recordPapers(
  ctx: Ctx,
  input: {
    readonly id: string
    readonly version: number
    readonly papers: readonly NewPaper[]
    readonly requestId: string
  },
) {
  return once(ctx, 'record_papers', input, async () => {
    const opened = await openFileForUpdate(ctx, input)
    assertPapers(opened.edition, input.papers)
    await assertOwnFiles(ctx, opened.application.id, input.papers)
    return recordIn(ctx, opened, input.papers)
  })
}

/** Writes down how papers of an open file stand, and that they do. */
export async function recordIn(
  ctx: Ctx,
  { application, edition }: Pick<OpenFile, 'application' | 'edition'>,
  papers: readonly NewPaper[],
) {
  await insertPapers(ctx, application.id, papers)
  const isConfidential = tellsConfidentially(edition, papers)
  const version = await updateApplication(ctx, application, isConfidential ? { isConfidential } : {})
  const told = papers.map(({ kind, state }) => ({ kind, state }))
  await insertEvents(ctx, [
    { applicationId: application.id, kind: 'papers', version, detail: { papers: told } },
  ])
  return { version }
}
