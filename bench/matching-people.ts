import { familyName, personalName, type Sex } from '../app/demo/names.ts'
import { randomFrom, weigh, draw, type Random } from '../app/demo/random.ts'
import { errorKinds, misspell } from './matching-errors.ts'

/** A record as a list would have it, who it really is, and what was done to it. */
export type Listed = {
  readonly cells: Readonly<Record<string, string>>
  readonly truth: string
  readonly errors: readonly string[]
}

export type Copied = { -readonly [Column in keyof ReturnType<typeof cellsOf>]: string }

/** A hundred and thirty-six communes that became thirty-six, in nine districts. */
export const successors = Object.fromEntries(
  Array.from({ length: 136 }, (_, index) => [`C${index}`, `N${index % 36}`]),
)
const parents = Object.fromEntries(Array.from({ length: 36 }, (_, index) => [`N${index}`, `D${index % 9}`]))

export const vietnameseRules = {
  fields: {
    name: { kind: 'vietnamese_name', column: 'ho_ten', within: ['sex', 'born.generation'] },
    born: { kind: 'date', column: 'ngay_sinh', order: 'dmy' },
    sex: { kind: 'code', column: 'gioi_tinh' },
    number: { kind: 'number', column: ['so_dinh_danh', 'cmnd'], lengths: [9, 12] },
    commune: { kind: 'area', column: 'xa', successors, parents },
    village: { kind: 'text', column: 'thon' },
    head: { kind: 'vietnamese_name', column: 'chu_ho', unlike: 'ho_ten' },
    phone: { kind: 'code', column: 'dien_thoai' },
  },
  blocking: [
    ['number.12'],
    ['number.9'],
    ['name.ends', 'born.date'],
    ['name.ends', 'born.day_month'],
    ['name.given', 'born.day_month', 'born.year'],
    ['name.name', 'born.year', 'commune.present'],
    ['name.ends', 'born.year', 'commune.present', 'village'],
    ['name.name', 'commune.present', 'village'],
    ['born.date', 'commune.present'],
    ['name.name', 'born.year'],
  ],
  largestBlock: 200,
  together: [{ fields: ['commune', 'village', 'head', 'phone'], unless: ['name.given', 'born'] }],
} as const

const shares = { duplicated: 0.015, elder: 0.3 } as const
const sizes = weigh([
  [1, 10],
  [2, 17],
  [3, 22],
  [4, 28],
  [5, 14],
  [6, 9],
] as const)
const villages =
  'Thượng, Hạ, Trung, Đông, Đoài, Nội, Ngoại, Chùa, Đình, Giữa, Mới, Bến, Gò, Đồi, Phú Thịnh, An Lạc'.split(
    ', ',
  )

/** Households of invented people, and for some of them further records as another clerk would write them. */
export function* vietnamesePeople(count: number, seed: number): Generator<Listed> {
  const random = randomFrom(seed, 'matching')
  let made = 0
  let copies = 0
  while (made < count) {
    const family = makeFamily(random, made)
    for (const cells of family) {
      if (made++ >= count) return
      const truth = `P${made}`
      yield { cells, truth, errors: [] }
      if (!random.chance(shares.duplicated)) continue
      for (let further = random.chance(0.9) ? 1 : 2; further > 0 && made < count; further--, made++)
        yield spoil(random, cells, { truth, other: random.pick(family), copies: copies++ })
    }
  }
}

function makeFamily(random: Random, serial: number) {
  const size = draw(random, sizes)
  const [father, mother] = [familyName(random, false), familyName(random, false)]
  const age = random.chance(shares.elder) ? random.between(66, 95) : random.between(24, 65)
  const commune = `C${random.below(136)}`
  const village = `Thôn ${random.pick(villages)}`
  const phone = random.chance(0.6) ? `09${String(random.below(100_000_000)).padStart(8, '0')}` : ''
  const member = (years: number, sex: Sex, family: string) => {
    const year = 2022 - years
    const fullName = `${family} ${personalName(random, sex, year)}`
    // Every sixth of the oldest knows only the year.
    const isYear = years > 65 && random.chance(0.17)
    const [day, month] = [random.between(1, 28), random.between(1, 12)].map((part) =>
      String(part).padStart(2, '0'),
    )
    const century = (year >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0)
    const number = `026${century}${String(year % 100).padStart(2, '0')}${String(random.below(1_000_000)).padStart(6, '0')}`
    return {
      fullName,
      sex,
      born: isYear ? (random.chance(0.5) ? `01/01/${year}` : String(year)) : `${day}/${month}/${year}`,
      number,
      age: years,
    }
  }
  const people = [member(age, size === 1 && random.chance(0.5) ? 'female' : 'male', father)]
  if (size > 1) people.push(member(Math.max(20, age - random.between(-2, 5)), 'female', mother))
  const twins = random.chance(0.02)
  for (let child = 2; child < size; child++) {
    const made = member(
      Math.max(0, age - random.between(22, 34)),
      random.chance(0.48) ? 'female' : 'male',
      father,
    )
    const before = people.at(-1)!
    // Twins have a birth in common, names that differ, and numbers one after the other.
    const isTwin = twins && child > 2 && before.fullName !== made.fullName
    people.push(isTwin ? { ...made, born: before.born, number: nextTo(before.number) } : made)
  }
  const head = people[0]!.fullName
  return people.map((person, index) =>
    cellsOf(person, { id: `R${serial + index}`, commune, village, head, phone, random }),
  )
}

const nextTo = (number: string) => String(Number(number) + 1).padStart(12, '0')

function cellsOf(
  {
    fullName,
    sex,
    born,
    number,
    age,
  }: { fullName: string; sex: Sex; born: string; number: string; age: number },
  {
    id,
    commune,
    village,
    head,
    phone,
    random,
  }: { id: string; commune: string; village: string; head: string; phone: string; random: Random },
) {
  return {
    id,
    ho_ten: fullName,
    ngay_sinh: born,
    gioi_tinh: sex === 'female' ? 'nữ' : 'nam',
    so_dinh_danh: random.chance(0.8) ? number : '',
    cmnd: age > 30 && random.chance(0.3) ? `13${String(random.below(10_000_000)).padStart(7, '0')}` : '',
    so_that: number,
    xa: commune,
    thon: village,
    chu_ho: head,
    dien_thoai: phone,
  }
}

/** One to some errors, as often as the model of errors says; half of the further records come from another office. */
function spoil(
  random: Random,
  cells: Copied,
  { truth, other, copies }: { truth: string; other: Copied; copies: number },
): Listed {
  const copy = { ...cells, id: `${cells.id}-${copies}` }
  let errors = 1
  for (
    let chance = random.next(), limit = Math.exp(-1), product = chance;
    product > limit;
    product *= random.next()
  )
    errors++
  const done = new Set<string>()
  for (let tries = 0; tries < 30 && done.size < errors; tries++) {
    const kind = draw(random, errorKinds)
    if (!done.has(kind) && misspell(random, copy, kind, other)) done.add(kind)
  }
  return { cells: copy, truth, errors: [...done] }
}
