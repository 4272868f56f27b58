import { expect, test } from 'vitest'
import type { PublicProcedure } from '#modules/applications/contract'
import type { Fault, Section } from '../domain/draft.ts'
import { sectionPage } from './apply-section.ts'
import { messages as t } from './messages.vi.ts'

const procedure = { id: 'monthly_allowance', questions: [], papers: [] } as unknown as PublicProcedure // All that is read.

function shown(section: Section, fault: Fault): string {
  const draft = { procedure: procedure.id, values: { forWhom: 'other' }, done: [], photos: {} }
  const pagesOf = () => ({ pages: [], stateOf: () => undefined, addressOf: () => undefined })
  return String(sectionPage({ t, procedure, draft, begun: [], pagesOf }, section, [fault]))
}

test('a question without an answer says that none was chosen, a box without a word what is missing', () => {
  const page = shown('payment', { field: 'receiver', why: 'needed' })
  expect(page).toContain('Ông/bà chưa chọn câu trả lời. Hãy chọn một ô.')
  expect(page).not.toContain('?.')
  expect(shown('person', { field: 'fullName', why: 'needed' })).toContain('Chưa có họ và tên.')
})

test('a telephone that is none says so at its box', () => {
  expect(shown('person', { field: 'phone', why: 'phone' }).split('Số điện thoại chưa đúng.')).toHaveLength(3)
})
