import { nd147, nd20, nd335 } from '#modules/entitlement'
import { answered, personHas } from '../file-condition.ts'
import type { Edition, Form, Paper, Procedure, Question } from '../procedure.ts'
import { postingOfArticle8, stepsOfArticle8 } from './article-8.ts'
import { papersOf } from './papers.ts'
import { firstOfR21, firstOfR25, firstOfR26, timeToDecide } from './clocks.ts'
import { districtThenCommune } from './competence.ts'
import { oneOffice } from './parts.ts'

const whoCares: Question = {
  id: 'who_cares',
  text: { vi: 'Đề nghị hỗ trợ cho việc gì?', en: 'What is the support for?' },
  answers: [
    {
      id: 'own_household',
      label: {
        vi: 'Gia đình tự chăm sóc người khuyết tật đặc biệt nặng',
        en: 'A family caring for its own exceptionally disabled member',
      },
    },
    {
      id: 'taken_in',
      label: {
        vi: 'Nhận chăm sóc, nuôi dưỡng người ngoài gia đình',
        en: 'Taking in somebody from outside the family',
      },
    },
    {
      id: 'parent',
      label: {
        vi: 'Người khuyết tật đang mang thai hoặc nuôi con nhỏ',
        en: 'A disabled person who is pregnant or raises a small child',
      },
    },
  ],
}

const formsR21: readonly Form[] = [
  {
    number: '1đ',
    name: { vi: 'Tờ khai trợ giúp xã hội: người khuyết tật', en: 'Declaration: people with a disability' },
    when: answered('who_cares', 'parent'),
    cite: nd20('Phụ lục, Mẫu số 1đ', 'uncertain'),
  },
  {
    number: '2a',
    name: {
      vi: 'Tờ khai hộ gia đình có người khuyết tật đặc biệt nặng',
      en: 'Declaration of a household with an exceptionally disabled member',
    },
    when: answered('who_cares', 'own_household'),
    cite: nd20('Phụ lục, Mẫu số 2a'),
  },
  {
    number: '2b',
    name: {
      vi: 'Tờ khai nhận chăm sóc, nuôi dưỡng đối tượng bảo trợ xã hội',
      en: 'Declaration of who takes somebody in',
    },
    when: answered('who_cares', 'taken_in'),
    cite: nd20('Phụ lục, Mẫu số 2b'),
  },
  {
    number: '03',
    name: {
      vi: 'Tờ khai của người được nhận chăm sóc, khi chưa hưởng trợ cấp xã hội',
      en: 'Declaration of the person taken in, where no allowance is paid',
    },
    when: answered('who_cares', 'taken_in'),
    cite: nd20('Phụ lục, Mẫu số 03'),
  },
]

function papers(cited: ReturnType<typeof papersOf>): readonly Paper[] {
  const { residence, identity, birthCertificate, disabilityCertificate, pregnancyProof } = cited
  return [
    residence,
    identity,
    { ...birthCertificate, when: answered('who_cares', 'taken_in', 'parent') },
    { ...disabilityCertificate, when: answered('who_cares', 'own_household', 'parent') },
    { ...pregnancyProof, when: personHas('isPregnant') },
  ]
}

/** What whoever takes somebody in must be; near relatives of a child need neither home nor means. */
const carer = (cite: Paper['cite']): NonNullable<Edition['notes']>[number] => ({
  text: {
    vi: 'Người nhận chăm sóc phải có năng lực hành vi dân sự đầy đủ, tự nguyện, có chỗ ở ổn định, sức khỏe và điều kiện kinh tế. Ông bà, cô dì chú bác, anh chị ruột nhận trẻ em không phải đáp ứng điều kiện về chỗ ở và kinh tế.',
    en: 'Whoever takes somebody in has full capacity, is willing, and has a stable home, health and means. Grandparents, aunts, uncles and siblings of a child need not show home or means.',
  },
  cite,
})

/** Điều 20 was not read; the text of Decree 20 goes on (open question 1). */
const carerOfAdults: NonNullable<Edition['notes']>[number] = {
  text: {
    vi: 'Người nhận chăm sóc người khuyết tật đặc biệt nặng, người cao tuổi: như Điều 23 Nghị định 20/2021/NĐ-CP.',
    en: 'Whoever takes in an adult: as Art. 23 of Decree 20/2021.',
  },
  cite: nd335('Điều 20', 'uncertain'),
}

const r21: Edition = {
  regime: 'R21',
  from: firstOfR21,
  until: firstOfR25,
  cite: nd20('Điều 8, Điều 18–23'),
  channels: { among: ['counter'], cite: nd20('khoản 1 Điều 8') },
  where: {
    vi: 'Ủy ban nhân dân xã, phường, thị trấn nơi cư trú',
    en: 'The commune where the person lives',
  },
  forms: formsR21,
  papers: papers(papersOf(nd20('điểm a khoản 1 Điều 8'))),
  questions: [whoCares],
  total: timeToDecide('R21'),
  steps: stepsOfArticle8,
  posting: postingOfArticle8,
  notes: [carer(nd20('Điều 22, Điều 23'))],
  open: ['R21-20', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21'],
}

const r25: Edition = {
  ...r21,
  regime: 'R25',
  from: firstOfR25,
  until: firstOfR26,
  cite: nd147('Điều 5'),
  channels: { among: ['counter', 'post', 'online'], cite: nd147('khoản 1 Điều 5') },
  where: { vi: 'Ủy ban nhân dân cấp xã nơi cư trú', en: 'The commune where the person lives' },
  papers: papers(papersOf(nd20('điểm a khoản 1 Điều 8'), nd147('Điều 5'))),
  total: timeToDecide('R25'),
  steps: oneOffice(['grant', 'adjust']),
  posting: undefined,
  open: ['PROC-PAUSE', 'PROC-WAIT', 'PROC-FORMS-21', 'PROC-POST'],
}

const r26: Edition = {
  ...r25,
  regime: 'R26',
  from: firstOfR26,
  until: undefined,
  cite: nd335('Điều 7, Điều 8, Điều 16–19'),
  channels: { among: ['counter', 'post', 'online'], cite: nd335('Điều 8') },
  where: {
    vi: 'Bất kỳ Bộ phận Một cửa nào, qua bưu chính hoặc Cổng Dịch vụ công quốc gia',
    en: 'Any one-stop desk, by post, or on the national portal',
  },
  forms: [
    {
      number: '02',
      name: {
        vi: 'Tờ khai đề nghị hỗ trợ kinh phí chăm sóc, nuôi dưỡng',
        en: 'Declaration for care and foster support',
      },
      cite: nd335('Điều 7'),
    },
  ],
  papers: papers(papersOf(nd335('Điều 7', 'uncertain'), nd335('Điều 8'))),
  total: timeToDecide('R26'),
  notes: [carer(nd335('Điều 19')), carerOfAdults],
  open: ['1', 'PROC-PAUSE', 'PROC-WAIT', 'PROC-PAPERS-26', 'PROC-POST'],
}

export const careSupport: Procedure = {
  id: 'care_support',
  name: { vi: 'Hỗ trợ kinh phí chăm sóc, nuôi dưỡng', en: 'Care and foster support' },
  about: {
    vi: 'Cho hộ chăm sóc người khuyết tật đặc biệt nặng, người nhận nuôi dưỡng trẻ em hoặc người cao tuổi, và người khuyết tật đang mang thai hoặc nuôi con nhỏ.',
    en: 'For households that care for an exceptionally disabled person, whoever takes in a child or an older person, and disabled people who are pregnant or raise a small child.',
  },
  benefits: ['care_support', 'parenting_support'],
  events: [],
  begunBy: 'applicant',
  competent: districtThenCommune,
  editions: [r21, r25, r26],
}
