import { TextLink } from '#ui/button'
import { formatDay, Money } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import type { IntakePreview } from '../../contract.ts'
import { whyHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { Once } from '../common/once.tsx'
import { Lines } from '../common/terms.tsx'

/** What the law gives by what was said so far, while it is being said; and the day of the answer. */
export function IntakeResult({
  preview,
  personId,
  isNamed,
}: {
  preview: IntakePreview | undefined
  personId: string | null
  isNamed: boolean
}) {
  const t = useMessages({ vi, en })
  const words = t.intake
  return (
    <Panel title={words.result} isPadded>
      <div className="stack" aria-live="polite">
        {!isNamed && <p className="quiet">{words.resultLater}</p>}
        {isNamed &&
          preview?.results.map(({ benefit, isRight, isAwarded, terms }) => (
            <div key={benefit} className="stack">
              {preview.results.length > 1 && <p className="h-small">{t.benefits[benefit]}</p>}
              <p className="res">
                <span>
                  <Icon name={isRight || preview.about === 'award' ? 'check' : 'cross'} />{' '}
                  <b>
                    {preview.about === 'award'
                      ? words.drawn
                      : isRight
                        ? t.file.result.right
                        : t.file.result.noRight}
                  </b>{' '}
                  {isRight && <Money value={terms.monthly} />}
                </span>
                {personId && (
                  <TextLink href={whyHref(personId, terms.effective)}>{t.file.result.why}</TextLink>
                )}
              </p>
              {isRight ? (
                <Lines terms={terms} />
              ) : (
                terms.reasons.length > 0 && (
                  <ul className="bullets">
                    {terms.reasons.slice(0, 3).map((reason) => (
                      <li key={reason}>{reason}</li>
                    ))}
                  </ul>
                )
              )}
              {preview.about === 'right' && isAwarded && (
                <Notice kind="warn">
                  <p>{words.alreadyAwarded(t.benefits[benefit])}</p>
                </Notice>
              )}
            </div>
          ))}
        {isNamed && preview?.once && <Once {...preview.once} />}
        {isNamed && preview && !preview.once && preview.results.length === 0 && (
          <p>
            {preview.about === 'award'
              ? preview.isKnownElsewhere
                ? words.drawnElsewhere
                : words.drawsNothing
              : preview.eventForm
                ? t.file.result.untold
                : t.file.result.nothingMonthly}
          </p>
        )}
        {preview?.dueOn && <p className="quiet">{words.answerBy(formatDay(preview.dueOn))}</p>}
      </div>
    </Panel>
  )
}
