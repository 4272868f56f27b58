export const runHref = (id: string) => `/nghiep-vu/ky-chi-tra/${id}`

/** The people a run pays otherwise than the run before, for one reason or for all. */
export function changesHref(runId: string, reason?: string, page = 1) {
  const search = new URLSearchParams({
    ...(reason && { lydo: reason }),
    ...(page > 1 && { trang: String(page) }),
  })
  const query = search.toString()
  return `${runHref(runId)}${query && `?${query}`}#thay-doi`
}

/** The list of a run, filtered; an empty value is no filter. */
export function linesHref(runId: string, filter: Readonly<Record<string, string | number | undefined>> = {}) {
  const names: Readonly<Record<string, string>> = {
    areaId: 'xa',
    payPointId: 'diem',
    component: 'chedo',
    rule: 'nhom',
    kind: 'loai',
    name: 'ten',
    page: 'trang',
  }
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(filter))
    if (value !== undefined && value !== '') search.set(names[name] ?? name, String(value))
  const query = search.toString()
  return `/nghiep-vu/ky-chi-tra/${runId}/danh-sach${query && `?${query}`}`
}

/** Where payments explains why its figures of a month and those of the list differ. */
export const figuresHref = (month: string) => `/nghiep-vu/vi-sao-khac-nhau?ky=${month}`

/** Why a person is due what they are in a month. */
export function whyHref(personId: string, month: string) {
  return `/nghiep-vu/nguoi/${personId}/vi-sao?thang=${month}`
}
