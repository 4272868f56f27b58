export const reformsHref = '/nghiep-vu/dia-gioi'
export const boundariesHref = '/nghiep-vu/dia-gioi/ranh-gioi'
export const mapHref = '/nghiep-vu/ban-do'

export function reformHref(id: string): string {
  return `/nghiep-vu/dia-gioi/tep/${id}`
}

/** The day of a reform that is looked at. */
export function stepHref(reformId: string, stepId: string): string {
  return `${reformHref(reformId)}?buoc=${stepId}`
}

/** Where the outlines of the parts of divided communes are given with a day. */
export function partsHref(stepId: string): string {
  return `${boundariesHref}?buoc=${stepId}`
}
