export const listsHref = '/nghiep-vu/cho-xac-nhan'

type List = { readonly importId: string; readonly area: { readonly id: number } }

/** The rows of a list in one unit, those in one state where that is asked, by page. */
export function listHref({ importId, area }: List, { state, page }: { state?: string; page?: number } = {}) {
  const asked = new URLSearchParams({
    ...(state && { tinhtrang: state }),
    ...(page && page > 1 && { trang: String(page) }),
  }).toString()
  return `${listsHref}/${importId}/${area.id}${asked && `?${asked}`}`
}
