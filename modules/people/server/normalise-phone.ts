/** Digits only, the national prefix as a zero. */
export function normalisePhone(phone: string): string {
  return phone.replaceAll(/[^\d+]/g, '').replace(/^(?:\+84|0084)/, '0')
}
