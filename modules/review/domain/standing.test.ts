import { describe, expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import type { Finding } from './field.ts'
import { standingOf, type Counted, type Outcome } from './standing.ts'

const study: Finding = { field: 'study', text: 'Nghỉ học từ tháng 9' }
const studyOtherwise: Finding = { field: 'study', text: 'Chuyển sang học nghề' }
const phone: Finding = { field: 'phone', text: '0912 345 678' }
const died: Finding = { field: 'death', on: civilDate('2026-11-02') }

type Given = readonly [outcome: Outcome, changes?: readonly Finding[], more?: Partial<Counted>]

/** Answers in the order they came; unless said otherwise none had seen any other. */
function stand(...given: readonly Given[]) {
  return standingOf(
    given.map(([outcome, changes = [], more], place) => ({
      id: String(place + 1),
      seq: place + 1,
      outcome,
      changes,
      knew: 0,
      takeId: null,
      ...more,
    })),
  )
}

describe('what two people say about one person without knowing of each other', () => {
  test.for<[string, readonly Given[], string, readonly Finding[]]>([
    ['nothing yet', [], 'waiting', []],
    ['nothing changed, twice', [['unchanged'], ['unchanged']], 'unchanged', []],
    [
      'different fields are merged',
      [
        ['changed', [study]],
        ['changed', [phone]],
      ],
      'changed',
      [study, phone],
    ],
    [
      'the same of one field is the same',
      [
        ['changed', [study]],
        ['changed', [study, phone]],
      ],
      'changed',
      [study, phone],
    ],
    ['nobody met, and then somebody', [['not_met'], ['unchanged']], 'unchanged', []],
    ['somebody, and then nobody met by who did not know', [['unchanged'], ['not_met']], 'unchanged', []],
    ['nobody met twice', [['not_met'], ['not_met']], 'not_met', []],
  ])('%s', ([, answers, state, changes]) => {
    expect(stand(...answers)).toMatchObject({ state, changes, conflicts: [] })
  })

  test('of one field, two values, is a conflict of that field; the others are merged', () => {
    expect(stand(['changed', [study, phone]], ['changed', [studyOtherwise]])).toMatchObject({
      state: 'conflict',
      changes: [phone],
      conflicts: [{ field: 'study', answerIds: ['1', '2'] }],
    })
  })

  test('unchanged against a changed field is a conflict of that field', () => {
    expect(stand(['unchanged'], ['changed', [died]])).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'death', answerIds: ['1', '2'] }],
    })
  })

  test('not to be found against met is a conflict', () => {
    expect(stand(['not_found'], ['unchanged'])).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'presence', answerIds: ['1', '2'] }],
    })
  })
})

describe('whoever knew what was said before', () => {
  test('replaces it', () => {
    expect(stand(['changed', [study]], ['unchanged', [], { knew: 1 }])).toMatchObject({
      state: 'unchanged',
      counting: ['2'],
    })
  })

  test('and settles a conflict of others', () => {
    expect(
      stand(['changed', [study]], ['changed', [studyOtherwise]], ['changed', [study], { knew: 2 }]),
    ).toMatchObject({ state: 'changed', changes: [study], conflicts: [] })
  })

  test('carries the same list, by which they knew of their own answers', () => {
    expect(
      stand(['changed', [study], { takeId: 'a' }], ['changed', [studyOtherwise], { takeId: 'a' }]),
    ).toMatchObject({ state: 'changed', changes: [studyOtherwise], conflicts: [] })
  })

  test('did not know of what came from elsewhere in between', () => {
    expect(
      stand(
        ['changed', [study], { takeId: 'a' }],
        ['unchanged', [], { takeId: 'b' }],
        ['changed', [study, phone], { takeId: 'a' }],
      ),
    ).toMatchObject({ state: 'conflict', counting: ['2', '3'] })
  })
})
