import { dayOf, type CivilDate, type Instant } from '#kernel/civil-date'

/** That a paper that is real holds no more: since when, why, and by which paper. */
export type Superseded = {
  readonly why: 'appeal' | 'replaced'
  readonly on: CivilDate
  /** Null while what takes its place is not decided. */
  readonly by: { readonly number: string; readonly issuedOn: CivilDate } | null
}

type Issued = {
  readonly id: string
  readonly kind: string
  readonly number: string | null
  readonly issuedOn: CivilDate
  readonly issuedAt: Instant
}

type Appeal = {
  readonly documentId: string | null
  readonly outcome: string | null
  readonly answeredAt: Instant | null
}

const decided: ReadonlySet<string> = new Set(['decision', 'refusal', 'certificate'])

/**
 * What became of a paper: an appeal against it was upheld and its file decided anew, or – of a certificate of disability –
 * another one was issued to the same person. A right that a later decision changed is no such thing: the earlier one held.
 */
export function supersessionOf(
  document: Issued,
  {
    ofFile,
    appeals,
    exchangedAt,
    laterCertificate,
  }: {
    /** The papers of its file, the oldest first. */
    readonly ofFile: readonly Issued[]
    readonly appeals: readonly Appeal[]
    /** When the file was taken up again because whoever was to be paid had died. */
    readonly exchangedAt: readonly Instant[]
    readonly laterCertificate: Issued | undefined
  },
): Superseded | null {
  const appeal = appeals.find(
    ({ documentId, outcome }) => documentId === document.id && outcome !== null && outcome !== 'rejected',
  )
  if (appeal?.answeredAt) {
    const later = ofFile.slice(ofFile.findIndex(({ id }) => id === document.id) + 1)
    const by = later.find(({ kind }) => decided.has(kind))
    return { why: 'appeal', on: dayOf(appeal.answeredAt), by: referenceTo(by) }
  }
  // Until another decision takes its place, the one that named the dead stands.
  if (document.kind === 'decision' && exchangedAt.some((at) => document.issuedAt <= at)) {
    const by = ofFile
      .slice(ofFile.findIndex(({ id }) => id === document.id) + 1)
      .find(({ kind }) => decided.has(kind))
    if (by) return { why: 'replaced', on: by.issuedOn, by: referenceTo(by) }
  }
  if (document.kind === 'certificate' && laterCertificate)
    return { why: 'replaced', on: laterCertificate.issuedOn, by: referenceTo(laterCertificate) }
  return null
}

function referenceTo(paper: Issued | undefined) {
  return paper?.number ? { number: paper.number, issuedOn: paper.issuedOn } : null
}
