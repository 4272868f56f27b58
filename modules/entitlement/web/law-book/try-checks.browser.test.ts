import { expect, test } from 'vitest'
import { civilDate, month } from '#kernel/civil-date'
import { messages } from './messages.vi.ts'
import type { TriedPerson } from './tried.ts'
import { schemaOf } from './try-checks.ts'
import { valuesOf } from './try-values.ts'

const today = civilDate('2026-11-27')
const plain: TriedPerson = {
  born: '2015-01-01',
  choices: {},
  flags: [],
  amounts: {},
  children: [],
  childOf: [],
}
const child = (born: string) => ({ born: civilDate(born), isStudying: false, continued: false })
const parent: TriedPerson = {
  ...plain,
  born: '1990-01-01',
  children: [child('2015-02-01'), child('1995-02-01')],
}
const widowed: TriedPerson = { ...plain, choices: { singleParent: 'spouse_dead' }, flags: ['hasWage'] }

test.for<[who: string, persons: TriedPerson[], fields: string[]]>([
  ['of somebody alone', [widowed], ['persons.0.singleParent', 'persons.0.hasWage']],
  ['of a second person', [plain, widowed], ['persons.1.singleParent', 'persons.1.hasWage']],
  ['of the child it is about', [parent], ['persons.0.children.1.born']],
  ['of the child of a second person', [plain, parent], ['persons.1.children.1.born']],
  ['of nobody', [plain], []],
])('what cannot be at an age is said at the field of the form: %s', ([, persons, fields]) => {
  const values = valuesOf({ month: month('2026-11'), persons, events: [] }, today)
  const checked = schemaOf(messages, { language: 'vi', today }).safeParse(values)
  expect(checked.error?.issues.map(({ path }) => path.join('.')) ?? []).toEqual(fields)
})
