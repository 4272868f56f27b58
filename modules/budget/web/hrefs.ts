import type { EstimateId } from '../contract.ts'

export const budgetHref = '/nghiep-vu/du-toan'
/** Where payments keep the budget lines of a year. */
export const fundsHref = (year: number) => `/nghiep-vu/dong-du-toan?nam=${year}`
export const yearHref = (year: number) => `${budgetHref}?nam=${year}`
export const compareHref = (ids: readonly EstimateId[]) => `${budgetHref}/so-sanh?ban=${ids.join(',')}`

/** An estimate, or the part of it that one commune, one line or both are. */
export function estimateHref(
  id: EstimateId,
  shown: { areaId?: number | undefined; line?: string | undefined; part?: string | undefined } = {},
): string {
  const { areaId, line, part } = shown
  const given = [
    ...(areaId === undefined ? [] : [['xa', String(areaId)]]),
    ...(line === undefined ? [] : [['nhom', line]]),
    ...(part === undefined ? [] : [['phan', part]]),
  ]
  const search = new URLSearchParams(given).toString()
  return `${budgetHref}/${id}${search && `?${search}`}`
}
