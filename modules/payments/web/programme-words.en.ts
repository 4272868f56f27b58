import type * as vi from './programme-words.vi.ts'

export const programmes: typeof vi.programmes = {
  monthly_allowance: 'Monthly social allowance',
  social_pension: 'Social pension',
  care: 'Care and fostering',
  one_off: 'One-off assistance',
}

export const sources: typeof vi.sources = {
  central: 'Central budget',
  province: 'Provincial budget',
  commune: 'Commune budget',
}
