import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Problem } from '#kernel/problem'
import type { JobId } from '#platform/contract/jobs'
import type { Ctx } from '#platform/server/context'
import { enqueue, type Job } from '#platform/server/jobs'
import { getProvider, listProviderRows, lockProvider, type Provider } from '../db/providers.ts'
import { insertRefused, listSeenAnswers } from '../db/responses.ts'
import { RowFault } from '../domain/layout/layout.ts'
import { problems } from '../domain/problems.ts'
import { keepAnswer, openAnswer, unpacked } from './answer-store.ts'
import { openProtected } from './protection.ts'
import { isRefusal, readResponse, type ReadResponse } from './read-response.ts'

/** Takes a file somebody brings; a job reads it. */
export async function receiveResponse(ctx: Ctx, { providerId, file }: { providerId: string; file: File }) {
  await lockProvider(ctx, providerId)
  const { sha256 } = await keepAnswer(unpacked(file.stream() as AsyncIterable<Uint8Array>)) // A stream of the platform iterates.
  return askToRead(ctx, { providerId, name: file.name.slice(0, 200), sha256 })
}

async function askToRead(ctx: Ctx, input: { providerId: string; name: string; sha256: string }) {
  // By each who brings it: what one may not say of their own orders, another may.
  const once = `${input.providerId} ${input.sha256} ${ctx.actor.userId}`
  const { jobId } = await enqueue(ctx, { kind: 'payments.read', input, once })
  return { jobId: jobId as JobId } // Just asked for.
}

const ToRead = z.object({
  providerId: z.uuid(),
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** Reads one answer: in one transaction, so that whatever kills it leaves nothing, and the next worker begins again. */
export async function readAnswer(job: Job): Promise<ReadResponse> {
  return readKept(job, { ...ToRead.parse(job.input), isBrought: true })
}

type Kept = z.infer<typeof ToRead> & { readonly isBrought?: boolean }

async function readKept(job: Job, { providerId, name, sha256, isBrought = false }: Kept) {
  try {
    const { provider, today } = await job.request(async (ctx) => ({
      provider: await getProvider(ctx, providerId),
      today: ctx.today,
    }))
    const kept = { sha256, pieces: openAnswer(sha256) }
    const said = provider.protection === 'none' ? kept : await openProtected(kept.pieces, provider, today)
    return await job.request((ctx) => readResponse(ctx, { providerId, name, isBrought, ...said }))
  } catch (error) {
    // What the file is will not change: it is written down as refused, for people to see.
    if (isRefusal(error))
      await job.request((ctx) =>
        insertRefused(ctx, {
          providerId,
          name,
          sha256,
          because: becauseOf(error),
          faults: faultsOf(error),
        }),
      )
    throw error
  }
}

function becauseOf({ details, code }: Problem) {
  const { because } = details
  return typeof because === 'string' ? because : code
}

/** The rows of a list that could not be taken, where it is them. */
function faultsOf({ details }: Problem): readonly RowFault[] | null {
  return z.array(RowFault).safeParse(details['faults']).data ?? null
}

export async function fetchResponses(ctx: Ctx, { id }: { id: string }) {
  await lockProvider(ctx, id)
  const { jobId } = await enqueue(ctx, { kind: 'payments.fetch', input: { providerId: id }, once: id })
  return { jobId: jobId as JobId } // Just asked for.
}

/** Asks for the answers of every provider that has a place for them; one that gets no new orders still answers the old. */
export async function askForAnswers(ctx: Ctx) {
  for (const { id, delivery } of await listProviderRows(ctx))
    if (delivery.by !== 'hand')
      await enqueue(ctx, { kind: 'payments.fetch', input: { providerId: id }, once: id })
}

const ToFetch = z.object({ providerId: z.uuid() })

/**
 * Looks where a provider puts its answers, and reads those that were not read; one it cannot read does not hold up the others. In a
 * folder a name is no promise: a file may have been looked at before it was whole, and tomorrow’s may be called as today’s. So
 * what changed since is looked at again, and what it says counts once.
 */
export async function fetchAnswers(job: Job): Promise<{ read: string[]; refused: string[] }> {
  const { providerId } = ToFetch.parse(job.input)
  const { provider, seen } = await job.request(async (ctx) => ({
    provider: await getProvider(ctx, providerId),
    seen: await listSeenAnswers(ctx, providerId),
  }))
  const offered = (await listOffered(provider, job.signal)).filter(
    ({ name, changedAt }) => !seen.names.has(name) || changedAt > seen.names.get(name)!,
  )
  const [read, refused]: [string[], string[]] = [[], []]
  for (const [index, { name }] of offered.entries()) {
    await job.progress(index, offered.length, 'read')
    const { sha256 } = await keepAnswer(await piecesOf(provider, name, job.signal))
    if (seen.hashes.has(sha256)) continue
    try {
      await readKept(job, { providerId, name, sha256 })
      read.push(name)
    } catch (error) {
      if (!isRefusal(error)) throw error
      refused.push(name)
    }
  }
  return { read, refused }
}

/** A file that is there, and when it last changed; what is fetched over the network has a name of its own for ever. */
type Offered = { readonly name: string; readonly changedAt: number }

/** An answer by its ending; nothing that begins with a dot, as what is still being written does, or leads elsewhere. */
const answerName = /^[^./\\\p{C}][^/\\\p{C}]{0,180}\.(xml|csv|xlsx)(\.p7m)?$/iu

async function listOffered({ delivery }: Provider, signal: AbortSignal): Promise<Offered[]> {
  switch (delivery.by) {
    case 'hand':
      return []
    case 'folder':
      return Promise.all(
        (await readdir(delivery.inbox).catch(unreachable('folder')))
          .filter((name) => answerName.test(name))
          .toSorted()
          .map(async (name) => {
            // Moved or copied there, a file keeps the time it was written at; the other is when it came.
            const { mtimeMs, ctimeMs } = await stat(join(delivery.inbox, name))
            return { name, changedAt: Math.max(mtimeMs, ctimeMs) }
          }),
      )
    case 'http': {
      const response = await get(`${delivery.url.replace(/\/$/, '')}/answers`, signal)
      const said = z
        .array(z.string())
        .max(100_000)
        .safeParse(await response.json().catch(unreachable('http')))
      if (!said.success) throw problems('provider_unreachable', { by: 'http' })
      return said.data.filter((name) => answerName.test(name)).map((name) => ({ name, changedAt: 0 }))
    }
  }
}

async function piecesOf(
  { delivery }: Provider,
  name: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  if (delivery.by === 'folder') return createReadStream(join(delivery.inbox, name))
  if (delivery.by === 'hand') throw new Error('Nothing is fetched by hand')
  const response = await get(`${delivery.url.replace(/\/$/, '')}/answers/${encodeURIComponent(name)}`, signal)
  if (!response.body) throw problems('provider_unreachable', { by: 'http' })
  return response.body as unknown as AsyncIterable<Uint8Array> // A stream of the platform iterates.
}

async function get(url: string, signal: AbortSignal) {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(600_000)]),
  }).catch(unreachable('http'))
  if (!response.ok) throw problems('provider_unreachable', { by: 'http', status: response.status })
  return response
}

const unreachable = (by: string) => (cause: unknown) => {
  throw Object.assign(problems('provider_unreachable', { by }), { cause })
}
