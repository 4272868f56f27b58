/** What can be found in one outline of a file. */
export const outlineFindings = [
  'no_code',
  'unknown_code',
  'code_twice',
  'no_area',
  'ring_short',
  'axes_swapped',
  'projected',
  'outside_country',
  'empty',
  'ring_closed',
  'rewound',
  'untangled',
  'slivers_dropped',
  'holes',
] as const
export type OutlineFindingCode = (typeof outlineFindings)[number]
