/** Where a person’s ways to be paid are asked for and decided. */
export const waysOfHref = (personId: string) => `/nghiep-vu/nguoi/${personId}/cach-nhan`
export const listHref = '/nghiep-vu/bien-dong'
export const requestHref = (id: string) => `${listHref}/${id}`
/** Where people keeps a list that was sent. */
export const importHref = (id: string) => `/nghiep-vu/nhap-du-lieu/${id}`
export const checkHref = (id: string) => `${listHref}/${id}/xac-minh`
export const addHref = (personId: string) => `${listHref}/moi?nguoi=${personId}`
export const personHref = (id: string) => `/nghiep-vu/nguoi/${id}`
/** What a list would come to in money, page by page. */
export const effectsOfImportHref = (id: string, page: number) =>
  `${listHref}/tep/${id}${page > 1 ? `?trang=${page}` : ''}`
