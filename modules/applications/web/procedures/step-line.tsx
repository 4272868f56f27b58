import { useMessages } from '#ui/language'
import type { HandbookPage } from '../../domain/handbook/handbook.ts'
import { useLabel } from '../common/use-label.ts'
import { Cited } from './cited.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Step = HandbookPage['steps'][number]

/** The way of a file as a line: who acts, how long, what the applicant reads, and where each action leads. */
export function StepLine({ steps }: { steps: readonly Step[] }) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  return (
    <ol className="step-line">
      {steps.map((step) => (
        <li key={step.id} data-end={step.by === null || undefined}>
          <h3 className="h-small">{pick(step.name)}</h3>
          {step.by && step.clock ? (
            <>
              <p>
                {pick(step.by)} · <b>{pick(step.clock.text)}</b> <Cited of={step.clock.cite} />
              </p>
              {step.becomes && <p className="hint">{pick(step.becomes)}</p>}
              <p className="hint">
                {t.tells}: “{pick(step.tells)}”
              </p>
              <ActionList step={step} />
            </>
          ) : (
            <p className="hint">
              {t.ends}. {t.tells}: “{pick(step.tells)}”
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}

function ActionList({ step }: { step: Step }) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  return (
    <ul className="step-actions" aria-label={t.actions}>
      {step.actions.map(({ label, to, when, effects }) => (
        <li key={label.vi}>
          <b>{pick(label)}</b> → {pick(to)}
          {effects.length > 0 && <span className="hint"> ({effects.map(pick).join('; ')})</span>}
          {when && <span className="hint"> {pick(when)}</span>}
        </li>
      ))}
    </ul>
  )
}
