/** A telephone of this country as people write it: «0912 345 678», «+84 912.345.678», or ten digits more of a line in a house. */
export function looksLikePhone(written: string): boolean {
  return /^(?:0|\+?84)\d{9,10}$/.test(written.replaceAll(/[\s.()-]/g, ''))
}
