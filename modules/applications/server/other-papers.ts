import type { Ctx } from '#platform/server/context'
import { dropPapers, insertPapers, listPapers } from '../db/papers.ts'
import type { Missing } from '../db/tables.ts'
import { apart, askedApart, isIn, isOther, placeOf } from '../domain/paper.ts'
import { nameOfOther } from './messages.vi.ts'
import type { OpenFile } from './open-file.ts'

type File = Pick<OpenFile, 'application'>

/** Each paper asked for beside the list of the law is one of its own, whatever else of the kind the file has. */
export async function askedForApart(ctx: Ctx, { application }: File, named: Missing): Promise<Missing> {
  const recorded = await listPapers(ctx, application.id)
  return askedApart(
    named,
    recorded.map(({ kind }) => kind),
  )
}

/** Writes down which papers beside the list are waited for, by what they were called. */
export async function waitForOthers(ctx: Ctx, { application }: File, wanted: Missing) {
  const recorded = new Set((await listPapers(ctx, application.id)).map(({ kind }) => kind))
  const fresh = wanted.filter(({ kind }) => isOther(kind) && !recorded.has(kind))
  await insertPapers(
    ctx,
    application.id,
    fresh.map(({ kind, why }) => ({ kind, state: 'missing', fileId: null, name: why, note: null })),
  )
}

/** The office goes on with what there is: what has not come by now is waited for no more. */
export async function waitForNoOthers(ctx: Ctx, { application }: File) {
  const left = (await listPapers(ctx, application.id)).filter(
    ({ kind, state }) => isOther(kind) && state === 'missing',
  )
  await dropPapers(
    ctx,
    application.id,
    left.map(({ kind }) => kind),
  )
}

/** What came beside the list, as a receipt names it; of a file few may know of not even by name. */
export async function namesOfOthers(ctx: Ctx, { id, isConfidential }: OpenFile['application']) {
  const recorded = await listPapers(ctx, id)
  return recorded
    .filter(({ kind, state }) => isOther(kind) && isIn(state))
    .toSorted((one, other) => placeOf(one.kind) - placeOf(other.kind))
    .map(({ name }) => nameOfOther(isConfidential ? null : name).vi)
}

/** What was sent: pages of a paper that was asked for go to it, and whatever else is beside the list stands by itself. */
export async function sentApart<Sent extends { readonly kind: string; readonly note: string | null }>(
  ctx: Ctx,
  { application }: File,
  sent: readonly Sent[],
) {
  const recorded = await listPapers(ctx, application.id)
  return apart(sent, {
    known: new Set(application.missing.map(({ kind }) => kind)),
    taken: recorded.map(({ kind }) => kind),
  })
}
