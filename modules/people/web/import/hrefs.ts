import type { ImportRowView } from '../../import-contract.ts'

export const importsHref = '/nghiep-vu/nhap-du-lieu'

export function importHref(
  id: string,
  { verdict, page }: { verdict?: ImportRowView['verdict'] | undefined; page?: number } = {},
): string {
  const search = new URLSearchParams()
  if (verdict) search.set('ketqua', verdict)
  if (page && page > 1) search.set('trang', String(page))
  const text = search.toString()
  return `${importsHref}/${id}${text ? `?${text}` : ''}`
}

/** Where whoever may decide confirms what lists of others say is paid. */
export const toConfirmHref = '/nghiep-vu/cho-xac-nhan'
