import { nd147, nd176, nd176as335, nd335 } from '#modules/entitlement'
import { belowAge } from '../file-condition.ts'
import type { Edition, Paper, Procedure } from '../procedure.ts'
import { papersOf } from './papers.ts'
import { firstOfR25, firstOfR26, workingDays } from './clocks.ts'
import { communeChair } from './competence.ts'
import { oneOffice } from './parts.ts'

const poorHousehold = (cite: Paper['cite']): Paper => ({
  id: 'poor_household',
  name: {
    vi: 'Giấy chứng nhận hộ nghèo, hộ cận nghèo',
    en: 'Certificate of a poor or near-poor household',
  },
  when: belowAge(75),
  how: 'shown',
  held: { by: 'poverty_list', since: firstOfR25, cite },
  cite,
})

const papersR25 = papersOf(nd176('Điều 4'), nd176('Điều 4'))

/** Ten working days, in which the data are authenticated; read in press reports. */
const r25: Edition = {
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd176('Điều 4'),
  channels: { among: ['counter', 'post', 'online'], cite: nd176('Điều 4') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the person lives' },
  forms: [
    {
      number: '01',
      name: {
        vi: 'Văn bản đề nghị trợ cấp hưu trí xã hội (Nghị định 176/2025/NĐ-CP)',
        en: 'Request for the social pension (Decree 176/2025)',
      },
      cite: nd176('Mẫu số 01'),
    },
  ],
  papers: [papersR25.identity, papersR25.residence, poorHousehold(nd176('Điều 4', 'uncertain'))],
  total: workingDays(10, nd176('Điều 4'), 'complete'),
  steps: oneOffice(['grant']),
  open: ['PROC-PAUSE', 'PROC-WAIT', 'PROC-HELD'],
}

const papersR26 = papersOf(nd176as335('Điều 4'), nd176as335('Điều 4'))

const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd176as335('Điều 4'),
  channels: { among: ['counter', 'post', 'online'], cite: nd176as335('Điều 4') },
  where: {
    vi: 'Bất kỳ Bộ phận Một cửa nào, qua bưu chính hoặc Cổng Dịch vụ công quốc gia',
    en: 'Any one-stop desk, by post, or on the national portal',
  },
  forms: [
    {
      number: '01',
      name: {
        vi: 'Tờ khai đề nghị trợ cấp xã hội, trợ cấp hưu trí xã hội',
        en: 'Declaration for the allowance and the social pension',
      },
      cite: nd335('Mẫu số 01'),
    },
  ],
  papers: [papersR26.identity, papersR26.residence, poorHousehold(nd176as335('Điều 4', 'uncertain'))],
  total: workingDays(7, nd176as335('Điều 4'), 'complete'),
}

export const socialPension: Procedure = {
  id: 'social_pension',
  name: { vi: 'Trợ cấp hưu trí xã hội', en: 'Social pension' },
  about: {
    vi: 'Cho người từ đủ 75 tuổi, hoặc từ đủ 70 tuổi thuộc hộ nghèo, cận nghèo, không có lương hưu hoặc lương hưu thấp hơn mức này.',
    en: 'For people of 75, or of 70 in poor and near-poor households, without a pension or with a lower one.',
  },
  benefits: ['social_pension'],
  events: [],
  begunBy: 'applicant',
  competent: [communeChair(firstOfR25, nd147('Điều 5'))],
  editions: [r25, r26],
}
