import type { Benefit } from './benefits.ts'

const path = '/nghiep-vu/trinh-ky/danh-sach'

/** The lists, and the one that is being drawn up for a benefit. */
export function batchesHref({ benefit, page = 1 }: { benefit?: Benefit; page?: number } = {}): string {
  return path + searchOf({ khoan: benefit, trang: page > 1 ? String(page) : undefined })
}

/** One list, page by page. */
export function batchHref(id: string, page = 1): string {
  return path + searchOf({ xem: id, trang: page > 1 ? String(page) : undefined })
}

function searchOf(given: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(given)) if (value) search.set(name, value)
  const query = search.toString()
  return query && `?${query}`
}
