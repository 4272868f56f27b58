import { expect, test } from 'vitest'
import { civilDate } from '#kernel/civil-date'
import type { PublicProcedure } from '#modules/applications/contract'
import { interviewOf } from '../domain/interview.ts'
import { unknown, type Answers, type QuestionId } from '../domain/question.ts'
import { messages as t } from './messages.vi.ts'
import { resultPage } from './result.ts'

const today = civilDate('2026-11-23')
type Given = Partial<Record<QuestionId, readonly string[]>>

const aged72: Given = {
  who: ['self'],
  happening: ['nothing'],
  birth: ['1954-03-12'],
  place: [unknown],
  household: ['neither'],
  home: ['family'],
  income: ['nothing'],
  disability: ['no'],
  services: ['nothing'],
}

test('a result that hangs on «không biết» says on which question, what it would be, and leads back to it', () => {
  const page = shown({ ...aged72, household: [unknown] })
  expect(page.heading).toBe('Có được hưởng hay không, còn tùy một điều chưa rõ')
  expect(page.text).toContain('Năm nay, hộ của ông/bà được xã công nhận là hộ gì?')
  expect(page.text).toContain('540.000')
  expect(page.markup).toContain('data-change="household"')
  expect(page.text).not.toContain('Chưa đủ: cần hộ nghèo')
})

test('where somebody lives decides as well as what they are: not knowing it is no refusal', () => {
  const page = shown({ ...aged72, birth: ['1948-05-12'], home: [unknown] })
  expect(page.heading).toBe('Có được hưởng hay không, còn tùy một điều chưa rõ')
  expect(page.text).toContain('Hiện nay ông/bà ở đâu?')
})

test('what is asked only of the poor is open while nobody knows whether they are', () => {
  const page = shown({ ...aged72, birth: ['1964-05-12'], household: [unknown] })
  expect(page.text).toMatch(/Nếu đủ điều kiện: .*Trợ cấp xã hội hằng tháng/)
  expect(page.text).not.toContain('HIV')
})

test('a funeral hangs on what the dead received', () => {
  const page = shown({
    who: ['deceased'],
    birth: ['1948'],
    place: [unknown],
    deceased: [unknown],
    funeralPaid: ['no'],
    household: ['neither'],
    income: ['nothing'],
  })
  expect(page.heading).toMatch(/^Có được hưởng hay không, còn tùy/)
  expect(page.text).toContain('Nếu đủ điều kiện: Hỗ trợ chi phí mai táng')
  expect(page.text).toContain('Người đã mất thuộc trường hợp nào?')
})

test('the commune somebody chose stands among the answers, and its standard counts, though no list tells of its difficulty', () => {
  const place = ['Xã Tam Sơn', '7', 'vinh-phuc', 'unknown']
  const page = shown({ ...aged72, birth: ['1948-05-12'], place })
  expect(page.text).toContain('Ông/bà đang sống ở xã, phường, đặc khu nào? Xã Tam Sơn')
  expect(page.interview.known.facts.get('territory')).toBe('vinh-phuc')
  expect(page.interview.known.facts.has('inDifficultArea')).toBe(false)
})

test('papers of what is certain come first, those of what is open apart and by name', () => {
  const page = shown({ ...aged72, birth: ['1948-05-12'], disability: ['certified'], level: [unknown] })
  expect(page.heading).toBe('Ông/bà có thể được hưởng')
  expect(page.bring).toBe(
    'Trợ cấp hưu trí: giấy hưu trí Chỉ khi đủ điều kiện – Trợ cấp tháng: giấy trợ cấp ' +
      'giấy khuyết tật Khi có khuyết tật ' +
      'Chỉ khi đủ điều kiện – Chăm sóc: giấy chăm sóc',
  )
})

test('where all is certain the papers stand without a heading', () => {
  expect(shown({ ...aged72, birth: ['1948-05-12'] }).bring).toBe('giấy hưu trí')
})

test('whoever takes somebody in reads what carers bring', () => {
  const page = shown({ who: ['takeIn'], takeIn: ['child'], place: [unknown] })
  expect(page.bring).toBe('giấy chăm sóc')
})

test('emergency help is told to the village or the commune at once, each kind with its own time, and nothing is sent online', () => {
  const page = shown({
    who: ['self'],
    happening: ['hunger', 'home', 'accident'],
    birth: ['1974-03-12'],
    place: ['Xã Tam Sơn', '7', 'central', 'unknown'],
    household: ['poor'],
    home: ['family'],
    disability: ['no'],
    hunger: ['disaster', '4'],
    income: ['nothing'],
    damage: ['destroyed'],
    hiv: ['no'],
    singleParent: ['no'],
    victim: ['dead'],
    services: ['nothing'],
  })
  expect(page.text).toMatch(/60 kg gạo.*40\.000\.000.*27\.000\.000/)
  expect(page.text).toContain('Báo ngay trưởng thôn hoặc Ủy ban nhân dân xã')
  expect(page.text).toContain('Ủy ban nhân dân Xã Tam Sơn')
  expect(page.text).toContain('Trợ giúp khẩn cấp: trong 2 ngày,')
  expect(page.text).toContain('Nhà ở khẩn cấp: luật không ghi số ngày')
  expect(page.text).toContain('Người chết do thiên tai: trong 3 ngày làm việc,')
  expect(page.text).not.toContain('7 ngày làm việc')
  expect(page.markup).not.toContain('/nop-ho-so')
})

test('money of every month is sent online to its own procedure, whose time is the one that is told', () => {
  const page = shown({ ...aged72, birth: ['1948-05-12'] })
  expect(page.markup).toContain('href="/nop-ho-so/social_pension"')
  expect(page.text).toContain('Chờ xã trả lời trong 7 ngày làm việc')
  expect(page.text).not.toContain('Báo ngay')
})

test('a paper the answers rule out is not asked for, one they leave open is asked for with when', () => {
  const older = { ...aged72, birth: ['1948-05-12'], household: ['poor'] }
  const lone = { ...older, obligor: ['nobody'], selfCare: ['yes'], hiv: ['no'], singleParent: ['no'] }
  expect(shown(lone).bring).not.toMatch(/khai sinh|khuyết tật/)
  expect(shown(lone).text).toContain(
    'hai khoản: Trợ cấp xã hội hằng tháng (1.080.000 đ); Trợ cấp hưu trí xã hội (540.000 đ)',
  )
})

function shown(given: Given) {
  const answers: Answers = new Map(Object.entries(given) as [QuestionId, readonly string[]][]) // Keys of the record.
  const interview = interviewOf(answers, today)
  expect(interview.next?.id).toBeUndefined()
  const markup = String(resultPage({ t, interview, today, isHere: true, procedures }))
  const [, heading] = /<h1[^>]*>(.*?)<\/h1>/s.exec(markup) ?? []
  const [, bring = ''] = /<div data-bring[^>]*>(.*?)<\/div>/s.exec(markup) ?? []
  return { interview, markup, heading, text: textOf(markup), bring: textOf(bring) }
}

const textOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(' ,', ',')
    .trim()

const paperOf = (name: string) => ({ name: { vi: name, en: name }, isHeld: false, isPrivate: false })
const severe = { kind: 'is', fact: 'disability', among: ['severe'] }
const child = { kind: 'ageBelow', months: 192 }
const conditional = [
  { ...paperOf('giấy khai sinh'), when: { vi: 'Khi dưới 16 tuổi', en: '' }, condition: child },
  { ...paperOf('giấy khuyết tật'), when: { vi: 'Khi có khuyết tật', en: '' }, condition: severe },
]
const month = { length: 7, unit: 'working_days' }
const online = { begunBy: 'applicant', channels: ['counter', 'online'] }
const inPerson = { begunBy: 'either', channels: ['counter', 'home_visit'] }
const procedures = (
  [
    ['monthly_allowance', 'Trợ cấp tháng', 'giấy trợ cấp', { ...online, time: month }],
    ['social_pension', 'Trợ cấp hưu trí', 'giấy hưu trí', { ...online, time: month }],
    ['care_support', 'Chăm sóc', 'giấy chăm sóc', { ...online, time: month }],
    [
      'emergency_relief',
      'Trợ giúp khẩn cấp',
      'giấy cứu trợ',
      { ...inPerson, time: { length: 2, unit: 'calendar_days' } },
    ],
    ['emergency_housing', 'Nhà ở khẩn cấp', 'giấy di dời', { ...inPerson, time: null }],
    [
      'emergency_death',
      'Người chết do thiên tai',
      'giấy chứng tử',
      { ...inPerson, time: { length: 3, unit: 'working_days' } },
    ],
  ] as const
).map(([id, name, paper, way]) => ({
  id,
  name: { vi: name, en: name },
  where: { vi: 'Ủy ban nhân dân cấp xã', en: 'The commune' },
  ...way,
  papers: [
    { ...paperOf(paper), when: null, condition: null },
    { ...paperOf('căn cước'), when: null, condition: null, isHeld: true },
    ...(id === 'monthly_allowance' ? conditional : []),
  ],
})) as unknown as readonly PublicProcedure[] // Nothing else of them is read.
