/** The largest file the server takes; a photograph is made smaller on the phone long before. */
export const largestUpload = 25 * 1024 * 1024
/** Longer sides than this the server would cut down as well. */
export const longestSide = 2560
export const mostPages = 6

/** What no list of the law names, and somebody wants to be seen. */
export const otherPaper = 'other'
/** So many of them an application has room for, each with a name of its own. */
export const otherPapers = [otherPaper, 'other-2'] as const
export const nameFieldOf = (kind: string) => `name.${kind}`

/** One page of a paper: chosen on the phone, and sent once the server has given it a name. */
export type Photo = {
  /** Names the request too, so that a page sent twice is one. */
  readonly id: string
  readonly name: string
  readonly size: number
  readonly uploadId?: string
  readonly isPicture: boolean
  /** Whether its letters may be hard to read. */
  readonly isBlurred?: boolean
  /** The page it is taken again for, which stays until this one has arrived. */
  readonly instead?: string
}

/** Pages by the kind of paper they show. */
export type Photos = Readonly<Record<string, readonly Photo[]>>

export function allOf(photos: Photos): readonly Photo[] {
  return Object.values(photos).flat()
}

export function changed(photos: Photos, id: string, change: (photo: Photo) => Photo | undefined): Photos {
  return Object.fromEntries(
    Object.entries(photos).flatMap(([kind, pages]) => {
      const left = pages.flatMap((page) => (page.id === id ? (change(page) ?? []) : page))
      return left.length > 0 ? [[kind, left]] : []
    }),
  )
}

/** A new page of a paper; one that is taken again stands behind it until the new one has arrived. */
export function withPage(
  photos: Photos,
  {
    kind,
    page,
    instead,
  }: { readonly kind: string; readonly page: Photo; readonly instead?: string | undefined },
): Photos {
  const pages = photos[kind] ?? []
  const isThere = pages.some(({ id }) => id === instead)
  return {
    ...photos,
    [kind]:
      isThere && instead !== undefined
        ? pages.flatMap((one) => (one.id === instead ? [{ ...page, instead }, one] : one))
        : [...pages, page],
  }
}

/** A page the server has: the one it was taken again for goes. */
export function withArrived(photos: Photos, id: string, uploadId: string): Photos {
  const instead = allOf(photos).find((one) => one.id === id)?.instead
  const arrived = changed(photos, id, (photo) => ({ ...photo, uploadId }))
  return instead === undefined ? arrived : changed(arrived, instead, () => undefined)
}

/** The pages as an operation takes them, those alone that have arrived. */
export function papersSent(photos: Photos) {
  return Object.entries(photos).flatMap(([kind, pages]) =>
    pages.flatMap(({ uploadId }) => (uploadId === undefined ? [] : [{ kind, uploadId }])),
  )
}

/** What a file is by its first bytes, whatever its name says; a HEIC of a telephone not every browser can open. */
export function kindOf(head: Uint8Array): 'pdf' | 'heic' | 'other' {
  const text = String.fromCharCode(...head.subarray(0, 1024))
  if (text.includes('%PDF-')) return 'pdf'
  return /^....ftyp(hei[cmsx]|hev[cx]|m[is]f1)/s.test(text) ? 'heic' : 'other'
}

/** A PDF with a password says so in words, wherever its trailer stands. */
export function isLockedPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes).search(/\/Encrypt\s+\d+\s+\d+\s+R|\/Encrypt\s*<</) >= 0
}
