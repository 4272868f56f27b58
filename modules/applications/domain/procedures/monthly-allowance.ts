import { nd147, nd20, nd335 } from '#modules/entitlement'
import { belowAge, fromAge, personHas, personIs, whenAll, whenAny, whenNot } from '../file-condition.ts'
import type { Edition, Form, Procedure } from '../procedure.ts'
import { postingOfArticle8, stepsOfArticle8 } from './article-8.ts'
import { papersOf } from './papers.ts'
import { firstOfR21, firstOfR25, firstOfR26, timeToDecide } from './clocks.ts'
import { districtThenCommune } from './competence.ts'
import { oneOffice } from './parts.ts'

const severe = personIs('disability', 'severe', 'exceptionally_severe')

/** Only 1d was seen named for its group; the others go by what communes do. */
const formsR21: readonly Form[] = [
  {
    number: '1a',
    name: {
      vi: 'Tờ khai trợ giúp xã hội: trẻ em và người từ 16 tuổi đang học',
      en: 'Declaration: children, and those who study on after 16',
    },
    when: whenAll(
      whenAny(belowAge(16), personHas('wasChildWithoutSupport')),
      whenNot(severe),
      whenNot(personHas('hiv')),
    ),
    cite: nd20('Phụ lục, Mẫu số 1a', 'uncertain'),
  },
  {
    number: '1b',
    name: { vi: 'Tờ khai trợ giúp xã hội: người nhiễm HIV', en: 'Declaration: people with HIV' },
    when: personHas('hiv'),
    cite: nd20('Phụ lục, Mẫu số 1b', 'uncertain'),
  },
  {
    number: '1c',
    name: {
      vi: 'Tờ khai trợ giúp xã hội: người đơn thân nghèo đang nuôi con',
      en: 'Declaration: poor single parents',
    },
    when: personIs('singleParent', 'never_married', 'spouse_dead', 'spouse_missing'),
    cite: nd20('Phụ lục, Mẫu số 1c', 'uncertain'),
  },
  {
    number: '1d',
    name: { vi: 'Tờ khai trợ giúp xã hội: người cao tuổi', en: 'Declaration: older people' },
    when: whenAll(fromAge(60), whenNot(severe)),
    cite: nd20('Phụ lục, Mẫu số 1d', 'knowledge'),
  },
  {
    number: '1đ',
    name: { vi: 'Tờ khai trợ giúp xã hội: người khuyết tật', en: 'Declaration: people with a disability' },
    when: severe,
    cite: nd20('Phụ lục, Mẫu số 1đ', 'uncertain'),
  },
]

const { residence, identity, birthCertificate, disabilityCertificate, hivProof } = papersOf(
  nd20('điểm a khoản 1 Điều 8'),
)

/** Commune, posting, district office, district chair: twenty working days when nobody objects. */
const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 7, Điều 8'),
  channels: { among: ['counter'], cite: nd20('khoản 1 Điều 8') },
  where: {
    vi: 'Ủy ban nhân dân xã, phường, thị trấn nơi cư trú',
    en: 'The commune where the person lives',
  },
  forms: formsR21,
  papers: [residence, identity, birthCertificate, disabilityCertificate, hivProof],
  total: timeToDecide('R21'),
  steps: stepsOfArticle8,
  posting: postingOfArticle8,
  open: ['R21-20', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21'],
}

/** From the commune alone; the chair there decides. */
const commune = oneOffice(['grant', 'adjust'])

const lookedUpR25 = nd147('Điều 5')
const papersR25 = papersOf(nd20('điểm a khoản 1 Điều 8'), lookedUpR25)

const r25: Edition = {
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('khoản 1 Điều 5') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the person lives' },
  forms: formsR21,
  papers: [
    papersR25.residence,
    papersR25.identity,
    papersR25.birthCertificate,
    papersR25.disabilityCertificate,
    papersR25.hivProof,
  ],
  total: timeToDecide('R25'),
  steps: commune,
  open: ['PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21', 'PROC-POST'],
}

const papersR26 = papersOf(nd335('Điều 7', 'uncertain'), nd335('Điều 8'))

const r26: Edition = {
  regime: 'R26',
  from: firstOfR26,
  cite: nd335('Điều 7, Điều 8'),
  channels: { among: ['counter', 'post', 'online'], cite: nd335('Điều 8') },
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
      cite: nd335('Điều 7'),
    },
  ],
  papers: [
    papersR26.residence,
    papersR26.identity,
    papersR26.birthCertificate,
    papersR26.disabilityCertificate,
    papersR26.hivProof,
  ],
  total: timeToDecide('R26'),
  steps: commune,
  open: ['1', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-PAPERS-26', 'PROC-POST'],
}

export const monthlyAllowance: Procedure = {
  id: 'monthly_allowance',
  name: { vi: 'Trợ cấp xã hội hằng tháng', en: 'Monthly social allowance' },
  about: {
    vi: 'Cho trẻ em không có nguồn nuôi dưỡng, người khuyết tật nặng, người đơn thân nghèo nuôi con, người cao tuổi nghèo và một số người khác.',
    en: 'For children without support, people with a severe disability, poor single parents, poor older people and some others.',
  },
  benefits: ['monthly_allowance'],
  events: [],
  begunBy: 'applicant',
  competent: districtThenCommune,
  editions: [r21, r25, r26],
}
