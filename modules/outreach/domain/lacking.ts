/** What a decision needs and the register does not hold («còn thiếu»). */
export const lacks = [
  'personal_number',
  'number_unverified',
  'birth_day',
  'disability_certificate',
  'poverty_list',
  'pension_check',
] as const
export type Lack = (typeof lacks)[number]
