import type { PairFilter, PairView } from '../contract.ts'

const page = '/nghiep-vu/trung-lap'

/** What each list is called in an address. */
const names: Readonly<Record<PairView, string>> = {
  undecided: 'can-xem',
  asked: 'dang-hoi',
  agreed: 'xac-nhan-trung',
  proposed: 'cho-nguoi-thu-hai',
  apart: 'giu-rieng',
  merged: 'da-gop',
}

export function viewNamed(name: string | undefined): PairView {
  const views = Object.keys(names) as PairView[] // Its keys are the views.
  return views.find((view) => names[view] === name) ?? 'undecided'
}

/** A list of pairs, filtered; what is not given is no filter. */
export function pairsHref({
  view = 'undecided',
  areaId,
  reach,
  money,
  page: at,
}: Partial<PairFilter> & { page?: number } = {}): string {
  const given = {
    muc: view === 'undecided' ? undefined : names[view],
    xa: areaId,
    noi: reach === undefined ? undefined : reach === 'within' ? 'cung-xa' : 'khac-xa',
    tien: money ? '1' : undefined,
    trang: at === 1 ? undefined : at,
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) search.set(name, String(value))
  const query = search.toString()
  return `${page}${query && `?${query}`}`
}

export const pairHref = (id: string) => `${page}/${id}`
export const personHref = (id: string) => `/nghiep-vu/nguoi/${id}`

/** Where a death, or that one was none, is asked for with its paper. */
export const changeHref = (personId: string, kind: 'death' | 'alive') =>
  `/nghiep-vu/bien-dong/moi?nguoi=${personId}&loai=${kind}`
