import { draw, randomFrom, weigh, type Random } from '../app/demo/random.ts'
import type { Listed } from './matching-people.ts'

/** Names by how common they are: the first is met about as often as the next two together. */
const byRank = (names: string) => weigh(names.split(' ').map((name, rank) => [name, 1 / (rank + 3)] as const))

const given = byRank(
  'joshua emily jack sophie thomas georgia lachlan chloe matthew jessica james olivia daniel isabella william emma nicholas hannah ' +
    'samuel charlotte benjamin sarah michael lauren liam ruby ryan amy ethan mia luke grace jacob ella alexander lucy jayden zoe ' +
    'connor madison dylan caitlin harrison kate jordan rachel christopher rebecca mitchell holly joseph lily andrew brianna david ' +
    'tahlia robert abbey john kayla harry elizabeth sebastian erin oliver victoria timothy katherine patrick jasmine edward nicole ' +
    'aaron alice peter bridget anthony catherine stephen margaret charles jennifer george patricia kevin susan',
)
const surnames = byRank(
  'white smith clarke webb ryan campbell reid green nguyen miles brown jones matthews taylor wilson martin thompson anderson harris ' +
    'johnson morris walker hall lee young king wright scott hill baker adams nelson carter mitchell roberts turner phillips parker ' +
    'evans edwards collins stewart cook rogers morgan cooper peterson bailey bell murphy kelly howard ward cox richardson wood watson ' +
    'brooks bennett gray hughes price myers long ross foster sanders powell sullivan russell griffin hayes hamilton graham wallace ' +
    'cole west jordan owens reynolds fisher ellis gibson mcdonald cruz marshall ortiz gomez murray freeman wells simpson stevens ' +
    'tucker porter hunter hicks crawford boyd mason kennedy warren dixon ramos burns gordon shaw holmes rice robertson hunt black ' +
    'daniels palmer mills nichols grant knight ferguson rose stone hawkins dunn perkins hudson spencer gardner stephens payne pierce',
)
const streets =
  'willow maple paterson carruthers hawker bourke banks darwin gregory florey sturt cook mawson barton kingsford chapman walker burn hannan derwent'.split(
    ' ',
  )
const kinds = ['street', 'place', 'crescent', 'road', 'avenue', 'circuit']
const suburbs = byRank(
  'toowoomba mandurah ballarat bendigo geelong hobart cairns townsville nowra orange dubbo albury mildura wodonga gosford ipswich launceston penrith blacktown hornsby frankston epping carlton brighton richmond',
)
const states = weigh([
  ['nsw', 34],
  ['vic', 25],
  ['qld', 19],
  ['wa', 9],
  ['sa', 8],
  ['tas', 3],
  ['act', 2],
] as const)

export const englishRules = {
  id: 'rec_id',
  gold: { column: 'rec_id', pattern: 'rec-(\\d+)' },
  fields: {
    name: { kind: 'name_in_parts', given: 'given_name', surname: 'surname' },
    born: { kind: 'date', column: 'date_of_birth', order: 'ymd' },
    number: { kind: 'number', column: 'soc_sec_id' },
    street_number: { kind: 'code', column: 'street_number' },
    address: { kind: 'text', column: ['address_1', 'address_2'] },
    suburb: { kind: 'text', column: 'suburb' },
    postcode: { kind: 'number', column: 'postcode' },
    state: { kind: 'code', column: 'state' },
  },
  blocking: [
    ['number'],
    ['born.date'],
    ['name.names'],
    ['name.start', 'postcode'],
    ['name.surname', 'born.year'],
    ['name.given', 'born.year'],
    ['name.given', 'postcode'],
    ['name.surname', 'postcode'],
    ['address.text'],
    ['suburb.text', 'born.day_month'],
  ],
  largestBlock: 400,
  together: [{ fields: ['postcode', 'suburb', 'state'] }],
} as const

const columns = [
  'given_name',
  'surname',
  'street_number',
  'address_1',
  'address_2',
  'suburb',
  'postcode',
  'state',
  'date_of_birth',
  'soc_sec_id',
] as const
type Column = (typeof columns)[number]

/**
 * People as Australian lists have them, and for some of them further records spoiled after the rules of Febrl's generator:
 * letters put in, left out, changed or crossed, values missing, and values in each other's columns.
 */
export function* englishPeople(
  people: number,
  { seed, copies, most }: { seed: number; copies: number; most: number },
): Generator<Listed> {
  const random = randomFrom(seed, 'english')
  for (let person = 0; person < people; person++) {
    const cells = person1(random)
    const truth = String(person)
    yield { cells: { ...cells, rec_id: `rec-${person}-org` }, truth, errors: [] }
    if (!random.chance(copies)) continue
    for (let copy = 0; copy < random.between(1, most); copy++) {
      const spoiled: Record<Column, string> = { ...cells }
      const errors = Array.from({ length: random.between(1, 4) }, () => spoil(random, spoiled))
      yield { cells: { ...spoiled, rec_id: `rec-${person}-dup-${copy}` }, truth, errors }
    }
  }
}

function person1(random: Random): Record<Column, string> {
  const pad = (value: number) => String(value).padStart(2, '0')
  const blank = (share: number, value: string) => (random.chance(share) ? '' : value)
  return {
    given_name: blank(0.02, draw(random, given)),
    surname: blank(0.01, draw(random, surnames)),
    street_number: blank(0.04, String(random.between(1, 250))),
    address_1: blank(0.03, `${random.pick(streets)} ${random.pick(kinds)}`),
    address_2: blank(0.6, `${random.pick(streets)} ${random.pick(['lodge', 'park', 'village', 'court'])}`),
    suburb: blank(0.01, draw(random, suburbs)),
    postcode: String(random.between(2000, 2400)),
    state: blank(0.08, draw(random, states)),
    date_of_birth: blank(
      0.05,
      `${random.between(1910, 1999)}${pad(random.between(1, 12))}${pad(random.between(1, 28))}`,
    ),
    soc_sec_id: String(random.between(1_000_000, 9_999_999)),
  }
}

function spoil(random: Random, cells: Record<Column, string>): string {
  if (random.chance(0.05)) {
    ;[cells.given_name, cells.surname] = [cells.surname, cells.given_name]
    return 'names in each other’s column'
  }
  const column = random.pick(columns)
  if (random.chance(0.12)) {
    cells[column] = ''
    return 'missing'
  }
  cells[column] = misspell(random, cells[column])
  return column === 'given_name' || column === 'surname'
    ? 'name'
    : column === 'date_of_birth'
      ? 'birth'
      : column === 'soc_sec_id'
        ? 'number'
        : 'address'
}

function misspell(random: Random, text: string): string {
  if (text.length < 2) return text
  const at = random.below(text.length - 1)
  const sign = /\d/.test(text[at]!) ? String(random.below(10)) : String.fromCharCode(97 + random.below(26))
  return random.pick([
    text.slice(0, at) + sign + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at) + sign + text.slice(at + 1),
    text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2),
  ])
}
