import { expect, test } from 'vitest'
import type { PublicProcedure } from '#modules/applications/contract'
import { submissionOf, type Fault, type Section } from '../domain/draft.ts'
import { givenBy } from '../domain/of-the-dead.ts'
import { sectionPage } from './apply-section.ts'
import { wordsFor } from './apply-words.ts'
import { messages as t } from './messages.vi.ts'

const procedure = { id: 'monthly_allowance', questions: [], papers: [] } as unknown as PublicProcedure // All that is read.

const pagesOf = () => ({ pages: [], stateOf: () => undefined, addressOf: () => undefined })

function shown(section: Section, fault: Fault): string {
  const draft = { procedure: procedure.id, values: { forWhom: 'other' }, done: [], photos: {} }
  return String(sectionPage({ t, procedure, draft, begun: [], pagesOf }, section, [fault]))
}

test('a question without an answer says that none was chosen, a box without a word what is missing', () => {
  const page = shown('payment', { field: 'receiver', why: 'needed' })
  expect(page).toContain('Ông/bà chưa chọn câu trả lời. Hãy chọn một ô.')
  expect(page).not.toContain('?.')
  expect(shown('person', { field: 'fullName', why: 'needed' })).toContain('Chưa có họ và tên.')
})

test('after a death the form speaks of who has died, for whom nobody answers a telephone or asks for themselves', () => {
  const funeral = {
    ...procedure,
    id: 'funeral_support',
    questions: [
      {
        id: 'who_died',
        text: { vi: 'Người đã mất trước đó', en: '' },
        answers: [{ id: 'allowance', label: { vi: 'hưởng trợ cấp', en: '' } }],
      },
    ],
  } as unknown as PublicProcedure // All that is read.
  const draft = { procedure: funeral.id, values: givenBy(funeral.id), done: [], photos: {} }
  const part = (section: Section) =>
    String(
      sectionPage({ t: wordsFor(t, funeral.id), procedure: funeral, draft, begun: [], pagesOf }, section, []),
    )
  expect(part('person')).toMatch(/<h1>Người đã mất<\/h1>/)
  expect(part('person')).not.toContain('name="phone"')
  expect(part('applicant')).not.toContain('Cho chính tôi')
  expect(part('applicant')).toContain('Quan hệ với người đã mất')
  expect(part('applicant')).toContain('name="applicantPhone"')
  expect(part('payment')).not.toContain('name="receiver"')
  expect(part('questions')).toContain('/>Hưởng trợ cấp')
  const told = { ...draft, values: { ...draft.values, applicantName: 'Lê Văn Nam', method: 'cash' } }
  expect(submissionOf(told, [])).toMatchObject({
    applicant: { fullName: 'Lê Văn Nam' },
    payment: { receiver: 'applicant' },
  })
})

test('a telephone that is none says so at its box', () => {
  expect(shown('person', { field: 'phone', why: 'phone' }).split('Số điện thoại chưa đúng.')).toHaveLength(3)
})
