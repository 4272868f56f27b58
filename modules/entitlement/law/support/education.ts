import { ageBelow, ageFrom, any, flag, inGroup, is } from '../../domain/rule-set.ts'
import { allOf, receives, type Gives, type SupportRule } from '../../domain/support.ts'
import { nd20, nd238, nd335, circular42, tt02 } from '../sources.ts'

const proof: Gives = {
  kind: 'inKind',
  what: {
    vi: 'giấy xác nhận (trích quyết định hưởng) để được miễn, giảm học phí, hỗ trợ chi phí học tập theo pháp luật giáo dục',
    en: 'proof (an extract of the decision) for tuition waivers and study support by the law on education',
  },
}
const study = { family: 'education', of: ['month'], payee: 'person', gives: proof } as const

const edu1: SupportRule = {
  ...study,
  id: 'EDU-1',
  label: {
    vi: 'Người hưởng trợ cấp xã hội đang học: hỗ trợ giáo dục',
    en: 'On the allowance and studying: support in education',
  },
  cite: nd20('Điều 10', 'knowledge'),
  when: allOf(receives('monthly_allowance'), flag('isStudying')),
}

const edu3: SupportRule = {
  ...study,
  id: 'EDU-3',
  label: {
    vi: 'Người khuyết tật đang học: miễn, giảm học phí, hỗ trợ phương tiện học tập',
    en: 'Disabled learner: tuition waiver and study support',
  },
  cite: circular42('miễn, giảm học phí, hỗ trợ học tập', 'knowledge'),
  when: allOf(is('disability', 'severe', 'exceptionally_severe'), flag('isStudying')),
}

/** Guidance for carers, priority loans, training and jobs: no money of these decrees. */
const carer = (cite: SupportRule['cite']): SupportRule => ({
  id: 'TRAIN-CARER',
  family: 'training',
  of: ['month'],
  payee: 'carer',
  label: { vi: 'Tập huấn người nhận chăm sóc', en: 'Training for carers' },
  cite,
  when: receives('care_support'),
  gives: {
    kind: 'inKind',
    what: {
      vi: 'hướng dẫn, đào tạo kỹ năng chăm sóc; ưu tiên vay vốn, dạy nghề, tạo việc làm',
      en: 'guidance and training in care; priority for loans, vocational training and jobs',
    },
  },
})

export const educationR21: readonly SupportRule[] = [edu1, edu3, carer(tt02('Điều 4'))]

/** Decree 238/2025: learners of 16 to 22 in first-degree study under khoản 1 and 2 pay no tuition. */
export const educationR25: readonly SupportRule[] = [
  {
    ...edu1,
    id: 'EDU-2',
    label: {
      vi: 'Người từ 16 đến 22 tuổi không nguồn nuôi dưỡng, học đại học văn bằng thứ nhất: miễn học phí',
      en: 'Aged 16 to 22 without support, in a first degree: no tuition',
    },
    cite: nd238('đối tượng được miễn học phí'),
    when: allOf(any(inGroup('MSA-1'), inGroup('MSA-2')), ageFrom(16), ageBelow(22), flag('isStudying')),
  },
]

/** Pre-school is added. */
export const educationR26: readonly SupportRule[] = [
  { ...edu1, cite: nd335('Điều 10') },
  carer(nd335('Điều 17', 'uncertain')),
]
