import { useId, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { formatCount } from './format.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** A long job that goes on without us: how far, how long still, how to stop it. Speaks at every quarter only. */
export function ProgressCard({
  title,
  done,
  total,
  detail,
  onStop,
  isStopping = false,
  actions,
}: {
  title: string
  done: number
  total: number
  /** «còn khoảng 20 giây» */
  detail?: ReactNode
  onStop?: () => void
  isStopping?: boolean
  actions?: ReactNode
}) {
  const t = useMessages({ vi, en })
  const id = useId()
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 0
  const words = t.progress(formatCount(done), formatCount(total), percent)
  return (
    <section className="job" aria-labelledby={id}>
      <div className="split">
        <h2 id={id} className="h-small">
          {title}
        </h2>
        <div className="btns">
          {actions}
          {onStop && (
            <Button onPress={onStop} isPending={isStopping}>
              {t.stop}
            </Button>
          )}
        </div>
      </div>
      <div
        className="bar"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <progress> cannot be drawn alike in every browser
        role="progressbar"
        aria-labelledby={id}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${words}, ${t.percent(percent)}`}
      >
        <i style={{ '--v': percent }} />
      </div>
      <p className="hint">
        {words}
        {detail && <>, {detail}</>}. {t.canDoOtherWork}
      </p>
      <QuarterlyNews percent={percent}>{`${title}: ${words}`}</QuarterlyNews>
    </section>
  )
}

/** Keeps its words until the next quarter is reached, so that a screen reader is not flooded. */
function QuarterlyNews({ children, percent }: { children: string; percent: number }) {
  const quarter = Math.floor(percent / 25)
  const [said, setSaid] = useState({ quarter, words: children })
  if (quarter !== said.quarter) setSaid({ quarter, words: children })
  return <output className="sr">{said.words}</output>
}

/** Where a procedure stands: done is a tick, now is filled, later is an outline. */
export function Steps({
  label,
  steps,
  current,
}: {
  label: string
  steps: readonly string[]
  current: number
}) {
  const t = useMessages({ vi, en })
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step, place) => (
        <li
          key={step}
          data-done={place < current || undefined}
          aria-current={place === current ? 'step' : undefined}
        >
          {step}
          {place < current && <span className="sr"> {t.stepDone}</span>}
        </li>
      ))}
    </ol>
  )
}

/** One bar of a difference list: gain grows right and is solid, loss grows left and is hatched. */
export function DeltaBar({ value, largest }: { value: number; largest: number }) {
  const share = largest > 0 ? Math.round((Math.abs(value) / largest) * 100) : 0
  return (
    <span className="delta" aria-hidden="true">
      <i className={value < 0 ? 'down' : 'up'} style={{ '--v': share }} />
    </span>
  )
}
