import { tenths } from '#kernel/dong'
import { ageBelow, ageFrom, all, flag, type Group } from '../domain/rule-set.ts'
import { nd136, nd20, nd335 } from './sources.ts'

/** MSA-2 — người từ đủ 16 tuổi đã hưởng theo khoản 1, đang học; «nhưng tối đa không quá 22 tuổi» until R26. */
export const msa2R13: Group = {
  id: 'MSA-2',
  benefit: 'monthly_allowance',
  component: 'allowance',
  base: 'standard',
  label: {
    vi: 'Người từ 16 tuổi đã hưởng theo khoản 1, đang học',
    en: 'From 16, once supported under khoản 1, still studying',
  },
  cite: nd136('khoản 2 Điều 5'),
  when: all(ageFrom(16), ageBelow(22), flag('wasChildWithoutSupport'), flag('isStudying')),
  bands: [
    {
      id: 'MSA-2',
      label: { vi: 'đến khi học xong, tối đa 22 tuổi', en: 'until study ends, at most 22' },
      coefficient: tenths(15),
      cite: nd136('điểm b khoản 1 Điều 6'),
    },
  ],
}

export const msa2R21: Group = {
  ...msa2R13,
  cite: nd20('khoản 2 Điều 5'),
  bands: msa2R13.bands.map((band) => ({ ...band, cite: nd20('điểm b khoản 1 Điều 6') })),
}

/** Continuous study and no cap; `isStudying` is recorded with C11 (breaks) in mind. */
export const msa2R26: Group = {
  ...msa2R13,
  cite: nd335('khoản 2 Điều 5'),
  when: all(ageFrom(16), flag('wasChildWithoutSupport'), flag('isStudying')),
  bands: [
    {
      id: 'MSA-2',
      label: { vi: 'đến khi học xong, học liên tục', en: 'until continuous study ends' },
      coefficient: tenths(15),
      cite: nd335('khoản 1 Điều 6'),
    },
  ],
}
