import { nd147, nd176, nd176as335, nd20, nd335, type Source } from '#modules/entitlement'
import { answered, whenNot } from '../file-condition.ts'
import type { Edition, Paper, Procedure, Question } from '../procedure.ts'
import { firstOfR21, firstOfR25, firstOfR26, workingDays } from './clocks.ts'
import { communeChair, districtChair } from './competence.ts'
import { oneOffice } from './parts.ts'

const whoDied: Question = {
  id: 'who_died',
  text: { vi: 'Người đã mất trước đó', en: 'Before, the person' },
  answers: [
    {
      id: 'allowance',
      label: { vi: 'hưởng trợ cấp xã hội hằng tháng', en: 'received the monthly allowance' },
    },
    {
      id: 'child_of_single_parent',
      label: {
        vi: 'là con của người đơn thân nghèo đang hưởng trợ cấp',
        en: 'was a child of a poor single parent on the allowance',
      },
    },
    {
      id: 'survivor',
      label: {
        vi: 'hưởng trợ cấp tuất hoặc trợ cấp hằng tháng khác khi cao tuổi',
        en: 'received a survivor’s or other monthly allowance in old age',
      },
    },
    {
      id: 'social_pension',
      label: {
        vi: 'hưởng hưu trí xã hội, hoặc đã nộp hồ sơ và đủ điều kiện',
        en: 'received the social pension, or had asked and was eligible',
      },
    },
  ],
}

const pensioner = answered('who_died', 'social_pension')

/** Article 11 of Decree 335 was read; its number is known from the order of the decree. */
const article11 = nd335('Điều 11', 'knowledge')

function papers(cite: Source, held?: Paper['held']): readonly Paper[] {
  return [
    {
      id: 'death_certificate',
      name: { vi: 'Bản sao giấy chứng tử (trích lục khai tử)', en: 'Copy of the death certificate' },
      how: 'kept',
      ...(held && { held }),
      cite,
    },
    {
      id: 'stop_of_survivor_allowance',
      name: {
        vi: 'Bản sao quyết định thôi hưởng trợ cấp tuất hoặc trợ cấp khác',
        en: 'Copy of the decision that ends the survivor’s or other allowance',
      },
      when: answered('who_died', 'survivor'),
      how: 'kept',
      cite,
    },
  ]
}

const form = (number: string, cite: Source) => ({
  number,
  name: { vi: 'Tờ khai đề nghị hỗ trợ chi phí mai táng', en: 'Request for funeral support' },
  cite,
})

const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 11'),
  channels: { among: ['counter'], cite: nd20('Điều 11') },
  where: {
    vi: 'Ủy ban nhân dân xã, phường, thị trấn nơi người mất cư trú',
    en: 'The commune where the person lived',
  },
  forms: [form('04', nd20('Phụ lục, Mẫu số 04'))],
  papers: papers(nd20('Điều 11')),
  questions: [{ ...whoDied, answers: whoDied.answers.filter(({ id }) => id !== 'social_pension') }],
  total: workingDays(5, nd20('Điều 11'), 'complete'),
  steps: oneOffice(['support'], {
    verify: workingDays(2, nd20('Điều 11'), 'complete'),
    decide: workingDays(3, nd20('Điều 11')),
  }),
  open: ['PROC-PAUSE', 'PROC-WAIT', 'FUN-STD'],
}

/** Three days by Decree 176 for social pensioners; for the others Decree 147 was not read. */
const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 6–10', 'uncertain'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('Điều 6–10', 'uncertain') },
  where: {
    vi: 'Ủy ban nhân dân cấp xã nơi người mất cư trú',
    en: 'The commune where the person lived',
  },
  forms: [
    { ...form('04', nd20('Phụ lục, Mẫu số 04')), when: whenNot(pensioner) },
    { ...form('02', nd176('Mẫu số 02')), when: pensioner },
  ],
  papers: papers(nd147('Điều 6–10', 'uncertain')),
  questions: [whoDied],
  total: workingDays(3, nd147('Điều 6–10', 'uncertain'), 'complete'),
  steps: oneOffice(['support']),
  notes: [
    {
      text: {
        vi: 'Người hưởng hưu trí xã hội: 3 ngày làm việc theo Nghị định 176/2025/NĐ-CP.',
        en: 'For social pensioners: three working days by Decree 176/2025.',
      },
      cite: nd176('Điều 5'),
    },
  ],
  open: ['FUN-DAYS', 'FUN-STD', 'PROC-PAUSE', 'PROC-WAIT'],
}

/** Registered with the death itself where the linked service is used («liên thông»). */
const linked = {
  by: 'civil_status',
  since: firstOfR26,
  cite: article11,
} as const

const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: article11,
  channels: { among: ['counter', 'post', 'online'], cite: article11 },
  where: {
    vi: 'Bộ phận Một cửa, hoặc cùng lúc đăng ký khai tử trên Cổng Dịch vụ công quốc gia',
    en: 'A one-stop desk, or together with the registration of the death on the national portal',
  },
  forms: [form('03', nd335('Mẫu số 03'))],
  papers: papers(article11, linked),
  total: workingDays(3, article11, 'complete'),
  notes: [
    {
      text: {
        vi: 'Dịch vụ liên thông: đăng ký khai tử, xóa đăng ký thường trú, hỗ trợ mai táng.',
        en: 'One linked service: registration of the death, end of residence, funeral support.',
      },
      cite: article11,
    },
    {
      text: {
        vi: 'Người hưởng hưu trí xã hội: cũng 3 ngày làm việc.',
        en: 'For social pensioners: three working days too.',
      },
      cite: nd176as335('Điều 5'),
    },
  ],
  open: ['1', 'FUN-STD', 'PROC-PAUSE', 'PROC-WAIT'],
}

export const funeralSupport: Procedure = {
  id: 'funeral_support',
  name: { vi: 'Hỗ trợ chi phí mai táng', en: 'Funeral support' },
  about: {
    vi: 'Cho người, hộ gia đình hoặc tổ chức lo mai táng người đang hưởng trợ cấp.',
    en: 'For whoever arranged the burial of somebody who received an allowance.',
  },
  benefits: [],
  events: ['death'],
  begunBy: 'applicant',
  competent: [districtChair(nd20('Điều 11')), communeChair(firstOfR25, nd147('Điều 6–10', 'uncertain'))],
  editions: [r21, r25, r26],
}
