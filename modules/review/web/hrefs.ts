import type { Contested, RowFilter } from '../contract.ts'

export const reviewsHref = '/nghiep-vu/ra-soat'
/** Where the page of a tablet is; it stands outside the shell. */
export const tabletHref = '/nghiep-vu/ra-soat/may'
export const tasksHref = ({ view, page }: { view?: 'open' | 'done'; page?: number } = {}) =>
  withSearch(`${reviewsHref}/viec`, { muc: view === 'done' ? 'xong' : undefined, trang: pageOf(page) })

const changes: Partial<Record<Contested, string>> = {
  care: '&loai=carer',
  identity: '&loai=identity',
  moved_away: '&loai=move',
  household: '',
}

/** Where what was told in words is asked for with its paper; undefined where it is recorded in a file or elsewhere. */
export function recordHref(field: Contested, personId: string): string | undefined {
  if (field === 'way') return `/nghiep-vu/nguoi/${personId}/cach-nhan`
  const kind = changes[field]
  return kind === undefined ? undefined : `/nghiep-vu/bien-dong/moi?nguoi=${personId}${kind}`
}

export type PartSearch = Partial<RowFilter> & {
  readonly page?: number | undefined
  readonly person?: string | undefined
}

/** The list of a commune, filtered, with somebody opened. */
export function partHref(id: string, { state, reason, village, q, page, person }: PartSearch = {}) {
  return withSearch(`${reviewsHref}/${id}`, {
    ketqua: state,
    lydo: reason,
    thon: village,
    tim: q,
    trang: pageOf(page),
    nguoi: person,
  })
}

const pageOf = (page: number | undefined) => (page && page > 1 ? String(page) : undefined)

function withSearch(path: string, given: Readonly<Record<string, string | undefined>>) {
  const search = new URLSearchParams(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString()
  return `${path}${search && `?${search}`}`
}
