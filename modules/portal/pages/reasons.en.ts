import { moneyEn as money } from './format.ts'
import type { ReasonWords } from './reasons.vi.ts'

const lost = (who: string) => ({
  dead: `the ${who} has died`,
  unidentified: `nobody knows who the ${who} is`,
  missing_declared: `a court declared the ${who} missing`,
  in_facility: `the ${who} lives in a facility`,
  detained: `the ${who} is detained`,
})
const age = (months: number) =>
  months < 36 ? `${months} months old` : `${Math.floor(months / 12)} years old`
const limit = (months: number) => (months <= 36 ? `${months} months` : String(months / 12))

export const reasonsEn: ReasonWords = {
  is: {
    household: { poor: 'in a poor household', near_poor: 'in a near-poor household' },
    disability: {
      exceptionally_severe: 'certificate of exceptionally severe disability',
      severe: 'certificate of severe disability',
    },
    father: lost('father'),
    mother: lost('mother'),
    obligor: {
      none: 'nobody is bound to maintain them',
      on_allowance: 'whoever maintains them is on the allowance too',
    },
    care: { own_household: 'cared for by the family', taken_in: 'taken in by somebody' },
    facility: { A: 'lives in a social assistance facility' },
  },
  flag: {
    abandoned: 'abandoned and not adopted',
    hiv: 'the private answer',
    isStudying: 'is studying',
    wasChildWithoutSupport: 'received this allowance before 16',
    isPregnant: 'is pregnant',
    inDifficultArea: 'lives in an area of extreme difficulty',
    facilityEligibleInCommunity: 'cannot manage alone and is cared for by somebody',
  },
  alone: 'raises children alone',
  ageFrom: (found, needed) => `${age(found)} (from ${limit(needed)})`,
  ageBelow: (found, needed) => `${age(found)} (below ${limit(needed)})`,
  children: (found, areSmall) => `raises ${found} under ${areSmall ? '36 months' : '16'}`,
  without: {
    pension: 'no pension',
    socialInsurance: 'no monthly social-insurance allowance',
    meritorious: 'no allowance for meritorious service',
  },
  small: {
    pension: (most) => `a pension below ${money(most)}`,
    socialInsurance: (most) => `a social-insurance allowance below ${money(most)}`,
    meritorious: (most) => `an allowance for meritorious service below ${money(most)}`,
  },
}
