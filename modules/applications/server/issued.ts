import { Instant } from '#kernel/civil-date'
import { areaIdsWithin, areaNames } from '#modules/geography'
import { summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { ApplicationId } from '../contract.ts'
import { listApplicationsByIds } from '../db/applications.ts'
import type { Document } from '../db/documents.ts'
import { countUnsigned, issuedPage, listIssued as findIssued, type WantedIssued } from '../db/issued.ts'
import { readCode } from '../domain/code.ts'
import { wordsAskedFor } from './search-terms.ts'
import { viewDocument } from './show.ts'

type Wish = {
  readonly q?: string | undefined
  readonly kind?: string | undefined
  readonly isUnsigned?: boolean | undefined
  readonly areaId?: number | undefined
  readonly after?: string | undefined
}

/** What was signed, the latest first, found by number, by the code in its corner, or by whose file it belongs to. */
export async function listIssued(ctx: Ctx, { q, kind, isUnsigned, areaId, after }: Wish) {
  const found = await findIssued(ctx, {
    kind,
    isUnsigned,
    ...(q && wantedBy(q)),
    areaIds: areaId === undefined ? undefined : await areaIdsWithin(ctx, areaId),
    after: after === undefined ? undefined : placeIn(after),
  })
  const documents = found.slice(0, issuedPage)
  const applications = new Map(
    (
      await listApplicationsByIds(
        ctx,
        documents.flatMap(({ applicationId }) => applicationId ?? []),
      )
    ).map((application) => [application.id, application]),
  )
  const people = await summariesOf(
    ctx,
    documents.flatMap(({ personId }) => personId ?? []),
  )
  const names = await areaNames(ctx, new Set(documents.map(({ areaId }) => areaId)))
  return {
    rows: documents.map((document) => {
      const application = applications.get(document.applicationId ?? '')
      return {
        ...viewDocument(document),
        area: { id: document.areaId, name: names.get(document.areaId) ?? '' },
        personId: document.personId,
        fullName: people.get(document.personId ?? '')?.fullName ?? application?.subject.fullName ?? '',
        application: application ? { id: ApplicationId.parse(application.id), code: application.code } : null,
      }
    }),
    next: found.length > issuedPage ? nextAfter(documents.at(-1)!) : null, // A full page has a last row.
    unsigned: await countUnsigned(ctx),
  }
}

function wantedBy(q: string): Pick<WantedIssued, 'sequence' | 'verification' | 'words'> {
  const number = /^(\d{1,6})(\/\S*)?$/.exec(q.trim())
  if (number) return { sequence: Number(number[1]) }
  const verification = readCode('document', q)
  if (verification) return { verification }
  const code = readCode('application', q)
  return { words: code ? [code.toLowerCase().replaceAll('-', '')] : wordsAskedFor(q) }
}

function nextAfter({ issuedAt, id }: Document) {
  return `${issuedAt}_${id}`
}

function placeIn(after: string) {
  const [at = '', id = ''] = after.split('_')
  return { at: Instant.parse(at), id }
}
