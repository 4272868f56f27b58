/** Rules that many questions are about. */
export const older = ['MSA-5A', 'MSA-5B', 'MSA-5C', 'MSA-5D'] as const
export const allowance = ['MSA-1', 'MSA-2', 'MSA-3', 'MSA-4', ...older, 'MSA-6', 'MSA-7', 'MSA-8'] as const
