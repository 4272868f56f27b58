/** The number of a paper as it is compared: «99 /qđ-ubnd» is 99/QĐ-UBND, however its letters are put together. */
export function numberKey(number: string): string {
  return number.normalize('NFC').replaceAll(/\s+/gu, '').toLocaleLowerCase('vi')
}
