import type { Dong } from '#kernel/dong'
import type { Month } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { problems } from '../domain/problems.ts'

/** Whom a command of the register names. */
export type RecordingOf = {
  readonly personId: string
  readonly otherId?: string | undefined
  readonly householdId?: string | undefined
}

/** Months in which somebody is paid otherwise. */
type Repaid = {
  readonly component: string
  readonly from: Month
  readonly through: Month | null
  readonly before: Dong
  readonly after: Dong
}

/** Does the recording, and tells what it does to money; the register itself knows of none. */
export type Watch = <Result>(
  ctx: Ctx,
  about: RecordingOf,
  record: () => Promise<Result>,
) => Promise<{ readonly result: Result; readonly effects: readonly Repaid[] }>

/**
 * One officer alone records what alters no money. Where somebody would be paid otherwise in any month, the request is
 * refused and with it undone: what was to be recorded is then asked for, with its paper, and a second person decides.
 */
export const unlessItPays =
  (watch: Watch) =>
  <Input extends RecordingOf, Result>(record: (ctx: Ctx, input: Input) => Promise<Result>) =>
  async (ctx: Ctx, input: Input): Promise<Result> => {
    const { result, effects } = await watch(ctx, input, () => record(ctx, input))
    if (effects.length === 0) return result
    // The months alone: whose they are may lie outside what the actor may see.
    throw problems('second_person_needed', {
      effects: effects.map(({ component, from, through, before, after }) => ({
        component,
        from,
        through,
        before,
        after,
      })),
    })
  }
