import type { Dong } from './dong.ts'

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const ranks = ['', ' nghìn', ' triệu'] as const

/**
 * An amount as official papers write it («số tiền bằng chữ»): «Một triệu không trăm linh năm nghìn đồng». Groups of
 * three are read with thousand and million; beyond them everything repeats with «tỷ».
 */
export function moneyInWords(amount: Dong): string {
  const words = `${amount < 0 ? 'âm ' : ''}${read(Math.abs(amount))} đồng`
  return words[0]!.toUpperCase() + words.slice(1)
}

function read(number: number): string {
  if (number === 0) return digits[0]
  const billions = Math.floor(number / 1e9)
  const rest = number % 1e9
  const below = readGroups(rest, billions > 0)
  if (billions === 0) return below
  return below === '' ? `${read(billions)} tỷ` : `${read(billions)} tỷ ${below}`
}

/** Millions, thousands and units; an empty group is not said. */
function readGroups(number: number, hasBefore: boolean): string {
  const parts: string[] = []
  for (const [rank, size] of [
    [2, 1e6],
    [1, 1e3],
    [0, 1],
  ] as const) {
    const group = Math.floor(number / size) % 1000
    if (group > 0) parts.push(readThree(group, hasBefore || parts.length > 0) + ranks[rank])
  }
  return parts.join(' ')
}

/** Up to 999; after a larger group the hundreds are said even where they are none. */
function readThree(number: number, hasBefore: boolean): string {
  const [hundreds, tens, units] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10]
  const hasHundreds = hundreds > 0 || hasBefore
  const parts = hasHundreds ? [`${digits[hundreds]} trăm`] : []
  if (tens > 1) parts.push(`${digits[tens]} mươi`)
  else if (tens === 1) parts.push('mười')
  else if (units > 0 && hasHundreds) parts.push('linh')
  if (units > 0) parts.push(unitWord(tens, units))
  return parts.join(' ')
}

/** After tens 1, 4 and 5 have a word of their own: «hai mươi mốt», «hai mươi tư», «mười lăm». */
function unitWord(tens: number, units: number): string {
  if (units === 5 && tens > 0) return 'lăm'
  if (units === 1 && tens > 1) return 'mốt'
  if (units === 4 && tens > 1) return 'tư'
  return digits[units]!
}
