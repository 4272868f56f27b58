export const reformsHref = '/nghiep-vu/dia-gioi'
export const boundariesHref = '/nghiep-vu/dia-gioi/ranh-gioi'
export const mapHref = '/nghiep-vu/ban-do'

export function reformHref(id: string): string {
  return `/nghiep-vu/dia-gioi/tep/${id}`
}
