import type { ApplicationView } from '../../contract.ts'

/** One thing that may be done in the step a file stands in. */
export type Action = ApplicationView['actions'][number]

/** What a dialog that takes an action is given. */
export type ActionDialogProps = {
  readonly file: ApplicationView
  readonly action: Action
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Both units read a file they have a part in; only the one that has it in hand acts. Both may be one: a facility of the very commune. */
export const isElsewhere = ({ area, otherArea }: ApplicationView, areaId: number) =>
  otherArea?.id === areaId && area.id !== areaId

/** Whether it can be done now: somebody else may have taken the file on meanwhile. */
export const mayStill = (file: ApplicationView, { id }: Action) =>
  file.actions.some((action) => action.id === id)

/** Whether it must be said to which unit the file goes: where it leaves, and no other unit has a part in it yet. */
export const asksForUnit = (file: ApplicationView, action: Action) =>
  action.goesAway && file.otherArea === null && action.proposes.length === 0
