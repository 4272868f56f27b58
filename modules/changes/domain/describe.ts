/** One thing a change alters, as it is and as it will be: values, which the page puts into words. */
export type Difference = {
  readonly field: Field
  /** Whom it is about, where that is not the person of the request. */
  readonly about: string | null
  readonly before: string | null
  readonly after: string | null
}

export const fields = [
  'full_name',
  'sex',
  'born',
  'personal_id',
  'died_on',
  'home',
  'household',
  'relation_to_head',
  'head',
  'head_of_rest',
  'member',
  'disability_level',
  'disability_types',
  'certificate',
  'circumstance',
  'circumstance_from',
  'circumstance_until',
  'spouse',
  'guardian',
  'carer',
  'care_arrangement',
  'parents',
  'children',
  'paid_months',
] as const
export type Field = (typeof fields)[number]
