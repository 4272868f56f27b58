import { expect, test } from 'vitest'
import { becomesOf, type Becomes, type Succession } from './receiving.ts'

const [ward, aunt, uncle] = ['ward', 'aunt', 'uncle']
const own = { benefit: 'monthly_allowance', payeeId: ward, receiver: null }
const by = (role: string, personId: string) => ({ ...own, receiver: { role, personId } })
const care = (payeeId: string) => ({ benefit: 'care_support', payeeId, receiver: null })
const named = (payeeId: string) => ({ ...own, payeeId })
const follows = (
  role: 'guardian' | 'carer',
  successorId: string | null,
  differing: Partial<Succession> = {},
): Succession => ({ wardId: ward, role, successorId, receives: false, ...differing })

test.for<[string, Parameters<typeof becomesOf>[0], Succession, Becomes]>([
  ['who receives themselves goes on doing so', own, follows('guardian', aunt), 'stays'],
  ['a new guardian is asked for', own, follows('guardian', aunt, { receives: true }), 'asked'],
  ['one who receives already', by('guardian', aunt), follows('guardian', aunt, { receives: true }), 'stays'],
  ['a former guardian gives it back', by('guardian', uncle), follows('guardian', aunt), 'given_back'],
  ['also where nobody follows', by('guardian', uncle), follows('guardian', null), 'given_back'],
  ['a guardian is no carer', by('guardian', uncle), follows('carer', aunt), 'stays'],
  ['a carer is no guardian', by('carer', uncle), follows('guardian', aunt), 'stays'],
  ['a former carer gives it back', by('carer', uncle), follows('carer', aunt), 'given_back'],
  ['who was authorised stays so', by('authorised', uncle), follows('carer', aunt), 'stays'],
  ['money for care is the carer’s own', care(uncle), follows('carer', aunt), 'by_decision'],
  ['and of the carer who stays', care(aunt), follows('carer', aunt), 'stays'],
  ['and no matter of a guardian', care(uncle), follows('guardian', aunt), 'stays'],
  ['a guardian whom a decision names', named(uncle), follows('guardian', aunt), 'by_decision'],
  [
    'a parent who is none any more',
    by('guardian', uncle),
    follows('guardian', null, { formerId: uncle }),
    'given_back',
  ],
  ['and not the other parent', by('guardian', aunt), follows('guardian', null, { formerId: uncle }), 'stays'],
])('%s', ([, hands, succession, expected]) => {
  expect(becomesOf(hands, succession)).toBe(expected)
})
