import type { ApplicationView } from '../../contract.ts'

/** One thing that may be done in the step a file stands in. */
export type Action = ApplicationView['actions'][number]
