import { BanksObject } from 'vietnam-qr-pay'

export type Bank = { readonly bin: string; readonly name: string; readonly bic: string | null }

const known = new Map<string, Bank>()
for (const { bin, shortName, name, code, swiftCode, deprecated } of Object.values(BanksObject)) {
  if (deprecated) continue // Renamed: the bank is listed again under its new name.
  const isBic = swiftCode && /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(swiftCode)
  const bank: Bank = { bin, name: shortName, bic: isBic ? swiftCode : null }
  for (const word of [shortName, code, name, bin, swiftCode]) if (word) known.set(keyOf(word), bank)
}

/** Every bank there is, each once, by name. */
export const banks: readonly Pick<Bank, 'bin' | 'name'>[] = [
  ...new Map([...known.values()].map(({ bin, name }) => [bin, { bin, name }])).values(),
].toSorted((one, other) => (one.name < other.name ? -1 : 1))

/** The bank a clerk means by a short name, a code or its number with NAPAS; undefined where there is none. */
export function findBank(word: string): Bank | undefined {
  return known.get(keyOf(word))
}

function keyOf(word: string) {
  return word.normalize('NFC').toLocaleUpperCase('vi-VN').replaceAll(/\s+/gu, '')
}
