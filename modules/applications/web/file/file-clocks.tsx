import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import type { ApplicationView } from '../../contract.ts'
import { FileClock } from '../common/file-clock.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** The day the queue names, first; where it is that of the step, so it is called, and the day of the whole file follows. */
export function FileClocks({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).clock
  const { clock, outcome, actions } = file
  const { total, step } = file.clocks
  // What the unit that is left has decided waits for the decision of the new one.
  const isDecided =
    outcome !== null && !actions.some(({ proposes, decides }) => proposes.length + decides.length > 0)
  if (!clock) return <Chip icon="clock">{isDecided ? t.decided : t.notYet}</Chip>
  const isOfStep = step !== null && (total === null || clock.dueOn !== total.dueOn)
  if (!isOfStep)
    return (
      <>
        <FileClock clock={clock} />
        {step?.state === 'waiting' && <FileClock clock={step} />}
      </>
    )
  return (
    <>
      <span className="quiet">{t.ofStep}</span>
      <FileClock clock={clock} />
      {total && (
        <>
          <span className="quiet">{t.ofFile}</span>
          <FileClock clock={total} />
        </>
      )}
    </>
  )
}
