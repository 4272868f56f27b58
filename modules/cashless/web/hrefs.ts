import type { CampaignFilter } from '../contract.ts'

const base = '/nghiep-vu/khong-tien-mat'
export const planHref = `${base}/ke-hoach`

const withSearch = (path: string, given: Readonly<Record<string, string | number | undefined>>) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value !== undefined) search.set(name, String(value))
  const text = search.toString()
  return `${path}${text && `?${text}`}`
}

export const overviewHref = (areaId?: number) => withSearch(base, { xa: areaId })

/** The list of a commune, narrowed down. */
export function campaignHref({
  areaId,
  standing,
  age,
  disability,
  isMine,
  page,
}: Omit<CampaignFilter, 'isMine'> & { isMine?: boolean | undefined; page?: number | undefined } = {}) {
  return withSearch(`${base}/van-dong`, {
    xa: areaId,
    tinhtrang: standing,
    tuoi: age,
    khuyettat: disability,
    cuatoi: isMine ? 'true' : undefined,
    trang: page === 1 ? undefined : page,
  })
}

export const effectHref = (waveId?: string, areaId?: number) =>
  withSearch(`${base}/hieu-qua`, { dot: waveId, xa: areaId })

export const personHref = (personId: string) => `/nghiep-vu/nguoi/${personId}`
/** The part of a person’s page where another way is asked for; with the form open. */
export const askWayHref = (personId: string) => `/nghiep-vu/nguoi/${personId}/cach-nhan?denghi=moi`
export const waysOfPersonHref = (personId: string) => `/nghiep-vu/nguoi/${personId}/cach-nhan`
export const envelopeHref = (id: string) => `/nghiep-vu/dot-chi/${id}`
