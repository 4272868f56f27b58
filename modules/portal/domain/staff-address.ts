/**
 * Whether an address is the staff’s or the program’s, and so no page of the portal. Staff choose their language in the menu; an
 * address of theirs under /en, as the portal has them, is the same page, which turns to English.
 */
export function isOfStaff(path: string): boolean {
  return /^(\/en)?\/(nghiep-vu|dang-nhap|doi-mat-khau)(\/|$)/.test(path) || /^\/api(\/|$)/.test(path)
}
