/**
 * A Vietnamese mobile number as gateways want it: «0912 345 678», «84912345678» and «+84 912.345.678» are one. Undefined for
 * anything else: a number on a line in a house gets no messages, and one of another country is not ours to pay for.
 */
export function readMobile(written: string | null): string | undefined {
  const digits = written?.replaceAll(/[\s.()-]/g, '') ?? ''
  const [, own] = digits.match(/^(?:\+?84|0)([35789]\d{8})$/) ?? []
  return own && `+84${own}`
}

/** As people read it out: «0912 345 678». */
export function formatMobile(number: string): string {
  return number.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3')
}
