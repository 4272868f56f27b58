import type { ApplicationView } from '../../contract.ts'

/** One thing that may be done in the step a file stands in. */
export type Action = ApplicationView['actions'][number]

/** Whether it must be said to which unit the file goes: where it leaves, and no other unit has a part in it yet. */
export const asksForUnit = (file: ApplicationView, action: Action) =>
  action.goesAway && file.otherArea === null && action.proposes.length === 0
