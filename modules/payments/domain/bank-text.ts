/** What a gateway without Vietnamese letters takes: the same letters without marks, and only the signs of the SWIFT set. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[^0-9A-Za-z/\-?:().,'+ ]/g, ' ')
    .replaceAll(/ +/g, ' ')
    .trim()
}

/** Text for a field of so many characters: one line, one blank at a time, cut between whole letters. */
export function fieldText(text: string, { isPlain, most }: { isPlain: boolean; most: number }): string {
  const whole = isPlain ? plainText(text) : text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim()
  // oxlint-disable-next-line no-control-regex -- what XML cannot hold at all
  const clean = whole.replaceAll(/[\u0000-\u001f\u007f\uFFFE\uFFFF]|\p{Cs}/gu, '')
  return clean.length <= most ? clean.trim() : Array.from(clean).slice(0, most).join('').trim()
}

/** A name as it is compared: banks write TRAN VAN NAM for Trần Văn Nam. */
export function nameKey(name: string): string {
  return plainText(name)
    .toUpperCase()
    .replaceAll(/[^A-Z ]/g, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}
