import type { Source } from '../../domain/rule-set.ts'
import type { Choice } from '../../domain/support.ts'
import { convention, nd20, nd335 } from '../sources.ts'
import { cardOfND335 } from './health-insurance.ts'

/** Of several rights to one thing the best. */
export const choicesR21: readonly Choice[] = [
  {
    id: 'FUNERAL',
    label: {
      vi: 'nhiều chế độ mai táng: một mức cao nhất',
      en: 'several funeral supports: one, the highest',
    },
    cite: nd20('khoản 2 Điều 11'),
    against: 'otherFuneral',
  },
  {
    id: 'HOUSING',
    label: { vi: 'một căn nhà: một mức cao nhất', en: 'one home: one amount, the highest' },
    cite: convention('C18'),
  },
  {
    id: 'CARD',
    label: {
      vi: 'nhiều đối tượng: một thẻ, quyền lợi cao nhất',
      en: 'several titles: one card, the one with the best benefit',
    },
    cite: nd20('Điều 9'),
  },
]

const sourcesR26: Readonly<Record<string, Source>> = {
  FUNERAL: nd335('Điều 11', 'knowledge'),
  CARD: cardOfND335,
}

export const choicesR26: readonly Choice[] = choicesR21.map((choice) => {
  const cite = sourcesR26[choice.id]
  return cite ? { ...choice, cite } : choice
})
