import { expect, test } from 'vitest'
import { decodeTable, encodingOf } from './table-encoding.ts'

const text = 'Họ và tên;Ngày sinh\nNguyễn Thị Hòa;12/03/1938\nTrần Văn Đức;1951\nLưu Thị Tý;1950\n'

/** Windows-1258 as a Vietnamese Windows wrote it: letters it has with their marks, tones after them. */
const in1258 = (() => {
  const byte = new Map<string, number>()
  for (let code = 0; code < 256; code++)
    byte.set(new TextDecoder('windows-1258').decode(Uint8Array.of(code)), code)
  return (from: string) =>
    Uint8Array.from(
      Array.from(from.normalize('NFC')).flatMap((letter) => {
        const own = byte.get(letter)
        if (own !== undefined) return [own]
        const [base = '', ...marks] = Array.from(letter.normalize('NFD'))
        const tones = marks.filter((mark) => '\u0300\u0309\u0303\u0301\u0323'.includes(mark))
        const plain = (base + marks.filter((mark) => !tones.includes(mark)).join('')).normalize('NFC')
        return [plain, ...tones].map((one) => byte.get(one)!)
      }),
    )
})()

const utf16 = (isBig: boolean, mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(isBig ? bytes.swap16() : bytes)
}

test.for([
  ['UTF-8', new TextEncoder().encode(text), 'utf-8'],
  ['UTF-8 with its mark', new TextEncoder().encode(`\ufeff${text}`), 'utf-8'],
  ['decomposed UTF-8', new TextEncoder().encode(text.normalize('NFD')), 'utf-8'],
  ['UTF-16 with its mark', utf16(false, true), 'utf-16le'],
  ['UTF-16 the other way about', utf16(true, true), 'utf-16be'],
  ['UTF-16 without a mark', utf16(false, false), 'utf-16le'],
  ['windows-1258', in1258(text), 'windows-1258'],
] as const)('%s is read as it was written', ([, bytes, encoding]) => {
  expect(encodingOf(bytes)).toBe(encoding)
  expect(decodeTable(bytes)).toBe(text)
})

test('text of an old font keeps the signs it was written with', () => {
  const tcvn3 = 'Hä vµ tªn;Ngµy sinh\nNguyÔn V¨n Hßa;1938\n'
  expect(decodeTable(Buffer.from(tcvn3, 'latin1'))).toBe(tcvn3)
  const vni = 'Hoï vaø teân;Ngaøy sinh\nNguyeãn Vaên Ñöùc;1938\n'
  expect(decodeTable(Buffer.from(vni, 'latin1'))).toBe(vni)
})

test('what is no text is told apart', () => {
  expect(encodingOf(Uint8Array.of(0, 0, 0, 1, 2, 0, 0, 0))).toBe('binary')
})
