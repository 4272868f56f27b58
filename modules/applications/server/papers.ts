import type { Ctx } from '#platform/server/context'
import { insertEvents, updateApplication } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertPapers, type NewPaper } from '../db/papers.ts'
import { openFileForUpdate } from './open-file.ts'
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
    const { application, edition } = await openFileForUpdate(ctx, input)
    assertPapers(edition, input.papers)
    await assertOwnFiles(ctx, application.id, input.papers)
    await insertPapers(ctx, application.id, input.papers)
    const isConfidential = tellsConfidentially(edition, input.papers)
    const version = await updateApplication(ctx, application, isConfidential ? { isConfidential } : {})
    const told = input.papers.map(({ kind, state }) => ({ kind, state }))
    await insertEvents(ctx, [
      { applicationId: application.id, kind: 'papers', version, detail: { papers: told } },
    ])
    return { version }
  })
}
