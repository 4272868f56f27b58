import { weigh, type Random } from '../app/demo/random.ts'
import { spell, withoutMarks, withTone } from '../modules/people/domain/syllable.ts'
import type { Copied } from './matching-people.ts'

/** What goes wrong when a person is written down again, and how often (assumed; the sum need not be one). */
export const errorRates = {
  'name: marks lost': 6,
  'name: a tone lost': 5,
  'name: a tone wrong': 3,
  'name: tone placed otherwise': 10,
  'name: Telex keys': 0.5,
  'name: VNI keys': 0.3,
  'name: D for Đ': 2,
  'name: northern sounds': 2,
  'name: middle dropped': 3,
  'name: middle added': 2,
  'name: order': 0.5,
  'name: abbreviated': 0.5,
  'name: capitals': 20,
  'name: a letter': 1.5,
  'name: another given name': 1,
  'birth: day and month': 3,
  'birth: year only': 18,
  'birth: a digit': 2,
  'birth: year off': 3,
  'birth: lunar': 2,
  'number: 9 for 12 digits': 15,
  'number: missing': 10,
  'number: a digit': 1.5,
  'number: zero lost': 3,
  'number: of a relative': 0.5,
  'home: village otherwise': 15,
  'home: commune of today': 20,
  'home: moved': 4,
  'sex: wrong': 0.4,
  'phone: missing or another': 20,
} as const
export type ErrorKind = keyof typeof errorRates

export const errorKinds = weigh(Object.entries(errorRates) as [ErrorKind, number][]) // The keys are the kinds.

/** Does one thing to a record; false where it cannot be done to this one. */
export function misspell(random: Random, cells: Copied, kind: ErrorKind, other: Copied): boolean {
  const before = JSON.stringify(cells)
  const [day, month, year] = cells.ngay_sinh.split('/')
  switch (kind) {
    case 'name: marks lost':
      cells.ho_ten = withoutMarks(cells.ho_ten)
      break
    case 'name: a tone lost':
      cells.ho_ten = changeWord(random, cells.ho_ten, (word) => toned(word, () => 0))
      break
    case 'name: a tone wrong':
      cells.ho_ten = changeWord(random, cells.ho_ten, (word) =>
        toned(word, (tone) => 1 + ((tone + random.between(0, 3)) % 5)),
      )
      break
    case 'name: tone placed otherwise':
      cells.ho_ten = cells.ho_ten
        .replaceAll('òa', 'oà')
        .replaceAll('óa', 'oá')
        .replaceAll('ủy', 'uỷ')
        .replaceAll('úy', 'uý')
        .replaceAll('Lý', 'Lí')
        .replaceAll('Mỹ', 'Mĩ')
      break
    case 'name: Telex keys':
      cells.ho_ten = cells.ho_ten
        .split(' ')
        .map((word) => keyed(word, telex))
        .join(' ')
      break
    case 'name: VNI keys':
      cells.ho_ten = cells.ho_ten
        .split(' ')
        .map((word) => keyed(word, vni))
        .join(' ')
      break
    case 'name: D for Đ':
      cells.ho_ten = cells.ho_ten.replaceAll('Đ', random.chance(0.5) ? 'D' : '\u00d0')
      break
    case 'name: northern sounds':
      cells.ho_ten = changeWord(random, cells.ho_ten, northern)
      break
    case 'name: middle dropped':
      cells.ho_ten = cells.ho_ten.replace(/ \S+ /, ' ')
      break
    case 'name: middle added':
      cells.ho_ten = cells.ho_ten.replace(' ', cells.gioi_tinh === 'nữ' ? ' Thị ' : ' Văn ')
      break
    case 'name: order':
      cells.ho_ten = `${cells.ho_ten.split(' ').at(-1)} ${cells.ho_ten.split(' ').slice(0, -1).join(' ')}`
      break
    case 'name: abbreviated':
      cells.ho_ten = cells.ho_ten.replace(/^(Ng|\p{L})\S* (\p{L})\S* /u, '$1.$2. ')
      break
    case 'name: capitals':
      cells.ho_ten = cells.ho_ten.toUpperCase()
      break
    case 'name: a letter':
      cells.ho_ten = changeWord(random, cells.ho_ten, (word) =>
        word.length < 4 ? word : word.slice(0, 2) + word.slice(3),
      )
      break
    case 'name: another given name':
      cells.ho_ten = cells.ho_ten.replace(/\S+$/, random.pick(['Bé', 'Cả', 'Út', 'Gái', 'Hai', 'Tư']))
      break
    case 'birth: day and month':
      if (year !== undefined && Number(day) <= 12) cells.ngay_sinh = `${month}/${day}/${year}`
      break
    case 'birth: year only':
      if (year !== undefined) cells.ngay_sinh = random.chance(0.5) ? year : `01/01/${year}`
      break
    case 'birth: a digit':
      if (year !== undefined)
        cells.ngay_sinh = `${day}/${month}/${year.slice(0, 3)}${(Number(year[3]) + random.between(2, 8)) % 10}`
      break
    case 'birth: year off':
      cells.ngay_sinh = cells.ngay_sinh.replace(/\d{4}$/, (found) =>
        String(Number(found) + random.pick([-1, 1])),
      )
      break
    case 'birth: lunar':
      if (year !== undefined && Number(month) > 1)
        cells.ngay_sinh = `${day}/${String(Number(month) - 1).padStart(2, '0')}/${year}`
      break
    case 'number: 9 for 12 digits':
      if (cells.so_dinh_danh && cells.cmnd === '') {
        cells.cmnd = `13${String(random.below(10_000_000)).padStart(7, '0')}`
        cells.so_dinh_danh = ''
      }
      break
    case 'number: missing':
      cells.so_dinh_danh = cells.cmnd = ''
      break
    case 'number: a digit':
      cells.so_dinh_danh = cells.so_dinh_danh.replace(
        /(\d)(\d)(\d)$/,
        random.chance(0.5) ? '$2$1$3' : '$17$3',
      )
      break
    case 'number: zero lost':
      cells.so_dinh_danh = cells.so_dinh_danh.replace(/^0/, '')
      break
    case 'number: of a relative':
      if (other.so_dinh_danh !== '') cells.so_dinh_danh = other.so_dinh_danh
      break
    case 'home: village otherwise':
      cells.thon = random.chance(0.5) ? '' : `xóm ${withoutMarks(cells.thon.replace('Thôn ', ''))}`
      break
    case 'home: commune of today':
      cells.xa = `N${Number(cells.xa.slice(1)) % 36}`
      break
    case 'home: moved':
      cells.xa = `C${random.below(136)}`
      cells.thon = `Thôn ${random.pick(['Thượng', 'Hạ', 'Đông', 'Đoài', 'Chùa', 'Mới'])}`
      break
    case 'sex: wrong':
      cells.gioi_tinh = cells.gioi_tinh === 'nữ' ? 'nam' : 'nữ'
      break
    case 'phone: missing or another':
      cells.dien_thoai = random.chance(0.6) ? '' : `09${String(random.below(100_000_000)).padStart(8, '0')}`
      break
  }
  return JSON.stringify(cells) !== before
}

function changeWord(random: Random, name: string, change: (word: string) => string): string {
  const words = name.split(' ')
  const at = random.below(words.length)
  words[at] = likeBefore(words[at]!, change(words[at]!))
  return words.join(' ')
}

function likeBefore(before: string, after: string): string {
  if (before === before.toUpperCase()) return after.toUpperCase()
  return after.slice(0, 1).toUpperCase() + after.slice(1)
}

function toned(word: string, change: (tone: number) => number): string {
  const { letters, tone } = spell(word)
  return withTone({ letters, tone: change(tone) })
}

const swaps = [
  ['l', 'n'],
  ['n', 'l'],
  ['tr', 'ch'],
  ['ch', 'tr'],
  ['s', 'x'],
  ['x', 's'],
  ['gi', 'd'],
  ['d', 'gi'],
  ['r', 'd'],
] as const

function northern(word: string): string {
  const lower = word.toLowerCase()
  const swap = swaps.find(([from]) => lower.startsWith(from) && !/^(?:ng|nh)/.test(lower))
  return swap
    ? swap[1] + lower.slice(swap[0].length)
    : lower.replaceAll(/[ãẫẵẽễĩõỗỡũữỹ]/g, (letter) =>
        letter.normalize('NFD').replace('\u0303', '\u0309').normalize('NFC'),
      )
}

const telex = {
  tones: ['', 'f', 'r', 'x', 's', 'j'],
  letters: { ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' },
} as const
const vni = {
  tones: ['', '2', '3', '4', '1', '5'],
  letters: { ă: 'a8', â: 'a6', đ: 'd9', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7' },
} as const

/** A word as it stands in a text when the input method was off. */
function keyed(word: string, keys: typeof telex | typeof vni): string {
  const { letters, tone } = spell(word)
  const typed = Array.from(
    letters,
    (letter) => (keys.letters as Record<string, string>)[letter] ?? letter,
  ).join('')
  return likeBefore(word, typed + keys.tones[tone]!)
}
