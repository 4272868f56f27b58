import { z } from 'zod'

/** What is wrong with a scenario: the field it is about, and what the words of the refusal need. */
export const Refusal = z.object({
  /** `changes.0.value`, as the form names it. */
  path: z.string(),
  code: z.enum([
    'month_before_law',
    'month_to_come',
    'starts_before_base',
    'below_central',
    'below_social_pension',
    'no_social_pension',
    'amount_not_whole',
    'rule_unknown',
    'group_unknown',
    'boundary_unknown',
    'age_crosses',
    'no_poverty_condition',
    'changed_twice',
    'group_for_everybody',
    'ages_exclude_everybody',
    'others_refer_to_it',
    'unsound',
  ]),
  details: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})
export type Refusal = z.infer<typeof Refusal>
