export const envelopesHref = '/nghiep-vu/dot-chi'
export const oneOffsHref = '/nghiep-vu/dot-chi/mot-lan'
/** Where the page of a clerk’s phone is; it stands outside the shell. */
export const tillHref = '/nghiep-vu/chi-tien-mat/may'
export const cashHref = (month?: string) => `/nghiep-vu/chi-tien-mat${month ? `?ky=${month}` : ''}`
/** The requests for ways: those that wait, or another part. */
export function waysHref({ part, page }: { part?: string | undefined; page?: number | undefined } = {}) {
  const search = new URLSearchParams({
    ...(part && { phan: part }),
    ...(page && page > 1 && { trang: String(page) }),
  }).toString()
  return `/nghiep-vu/doi-cach-nhan${search && `?${search}`}`
}

/** The part of a person’s page that says who receives and how. */
export const personWaysHref = (personId: string) => `/nghiep-vu/nguoi/${personId}/cach-nhan`

/** Why the figures of a month differ; the same address is known to payroll, cashless and the page of the day. */
export const figuresHref = (month: string, areaId?: number) =>
  `/nghiep-vu/vi-sao-khac-nhau?ky=${month}${areaId === undefined ? '' : `&xa=${areaId}`}`

/** The budget lines of a year; the page of the budget knows the same address. */
export const fundsHref = (year: number) => `/nghiep-vu/dong-du-toan?nam=${year}`

export function reconciliationHref({ isSettled = false, page = 1 } = {}) {
  const search = new URLSearchParams({
    ...(isSettled && { phan: 'da-xu-ly' }),
    ...(page > 1 && { trang: String(page) }),
  }).toString()
  return `/nghiep-vu/doi-soat${search && `?${search}`}`
}

/** An envelope, with the instructions in a state or all of them. */
export function envelopeHref(
  id: string,
  filter: { state?: string | undefined; page?: number | undefined } = {},
) {
  const search = new URLSearchParams({
    ...(filter.state && { trangthai: filter.state }),
    ...(filter.page && filter.page > 1 && { trang: String(filter.page) }),
  })
  const query = search.toString()
  return `${envelopesHref}/${id}${query && `?${query}#lenh-chi`}`
}

export const recoveriesHref = byState('/nghiep-vu/thu-hoi')
export const recoveryHref = (id: string) => `/nghiep-vu/thu-hoi/${id}`

/** Orders that somebody asked to call back. */
export const recallsHref = byState('/nghiep-vu/thu-hoi-lenh')

/** Where payroll keeps a run. */
export const runHref = (id: string) => `/nghiep-vu/ky-chi-tra/${id}`

export const settlementsHref = '/nghiep-vu/quyet-toan'
export const settlementHref = (id: string) => `${settlementsHref}/${id}`

export const refundsHref = '/nghiep-vu/hoan-tra'
export const refundHref = (id: string, page = 1) => `${refundsHref}/${id}${page > 1 ? `?trang=${page}` : ''}`

/** How providers want their lists laid out. */
export const layoutsHref = '/nghiep-vu/bo-cuc-tep'
export const layoutHref = (providerId: string) => `${layoutsHref}/${providerId}`

/** Where a page of a list is, of the rows that stand somewhere or of all. */
function byState(path: string) {
  return ({ state, page = 1 }: { state?: string | undefined; page?: number } = {}) => {
    const search = new URLSearchParams({
      ...(state && { tinhtrang: state }),
      ...(page > 1 && { trang: String(page) }),
    }).toString()
    return search ? `${path}?${search}` : path
  }
}
