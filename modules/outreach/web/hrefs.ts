import type { ProspectFilter, ProspectView, Stake, View } from '../contract.ts'
import { assessment, procedureOf } from '../domain/asked-by.ts'

/** What each list is called in an address, and on which of the two pages it lies. */
export const placeOf: Readonly<Record<View, { readonly page: Page; readonly name: string }>> = {
  soon: { page: 'sap-du-dieu-kien', name: 'sap-du' },
  unused: { page: 'sap-du-dieu-kien', name: 'chua-huong' },
  ending: { page: 'sap-het-dieu-kien', name: 'sap-het' },
  ended: { page: 'sap-het-dieu-kien', name: 'cho-thoi-huong' },
  changing: { page: 'sap-het-dieu-kien', name: 'doi-muc' },
  renewal: { page: 'sap-het-dieu-kien', name: 'cho-danh-sach' },
  certificate: { page: 'sap-het-dieu-kien', name: 'giay-khuyet-tat' },
}
export type Page = 'sap-du-dieu-kien' | 'sap-het-dieu-kien'

export const viewsOn: Readonly<Record<Page, readonly View[]>> = {
  'sap-du-dieu-kien': ['soon', 'unused'],
  'sap-het-dieu-kien': ['ending', 'ended', 'changing', 'renewal', 'certificate'],
}

/** The list an address names; the first of its page where it names none. */
export function viewNamed(page: Page, name: string | undefined): View {
  return viewsOn[page].find((view) => placeOf[view].name === name) ?? viewsOn[page][0]!
}

type Wanted = ProspectFilter & { readonly page?: number }

/** A list, filtered; an empty value is no filter. */
export function outreachHref(view: View, { areaId, benefit, within, progress, page }: Wanted = {}): string {
  const place = placeOf[view]
  const search = new URLSearchParams()
  const given = {
    muc: place.name === placeOf[viewsOn[place.page][0]!].name ? undefined : place.name,
    xa: areaId,
    chedo: benefit,
    trong: within,
    viec: progress,
    trang: page === 1 ? undefined : page,
  }
  for (const [name, value] of Object.entries(given)) if (value !== undefined) search.set(name, String(value))
  const query = search.toString()
  return `/nghiep-vu/${place.page}${query && `?${query}`}`
}

/** Why a person is due what they are in a month. */
export function whyHref(personId: string, month: string) {
  return `/nghiep-vu/nguoi/${personId}/vi-sao?thang=${month}`
}

/** A file for a person, begun with what the law would give them, or to have their disability assessed anew. */
export function newFileHref({ person, benefit, event }: Pick<ProspectView, 'person' | 'benefit' | 'event'>) {
  const procedure = event === 'certify' ? assessment : procedureOf[benefit]
  return `/nghiep-vu/tiep-nhan?nguoi=${person.id}&thutuc=${procedure}`
}

/** A file in hand. */
export function fileHref(id: string) {
  return `/nghiep-vu/ho-so/${id}`
}

/** An imported list that waits for a second person. */
export function waitingHref({ importId, areaId }: NonNullable<ProspectView['waiting']>) {
  return `/nghiep-vu/cho-xac-nhan/${importId}/${areaId}`
}

/** Everybody on a list, whether a file is in hand for them or not. */
export function peopleOf(stake: Pick<Stake, 'people' | 'waiting' | 'withFile'> | undefined): number {
  return (stake?.people ?? 0) + (stake?.waiting ?? 0) + (stake?.withFile ?? 0)
}
