import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Facts, Panel } from '#ui/page'
import type { FeedbackView } from '../../contract.ts'
import { fileHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { FeedbackAnswer } from './feedback-answer.tsx'
import { Deadline } from './feedback-table.tsx'

/** One talk with somebody: who they are, what was said on both sides, and the answer. */
export function FeedbackThread({
  thread,
  onDone,
}: {
  thread: FeedbackView
  onDone: (after: FeedbackView, told: string) => void
}) {
  const t = useMessages({ vi, en }).feedback
  const { contact, application, document, messages, outcome, kind } = thread
  const who = contact?.fullName ?? t.anonymous
  const reached = contact ? [contact.phone, contact.email, contact.address].filter(Boolean).join(' · ') : ''
  return (
    <Panel title={who} isPadded aside={<Chip>{t.kinds[kind]}</Chip>}>
      <div className="stack">
        <div>
          <Deadline row={thread} />
        </div>
        <Facts
          facts={[
            [t.received, formatDay(thread.receivedOn)],
            ...(reached ? ([[t.contact, reached]] as const) : []),
            ...(document
              ? ([[t.about, t.aboutDecision(document.number ?? '', formatDay(document.issuedOn))]] as const)
              : []),
          ]}
        />
        {!contact && <p className="hint">{t.noContact}</p>}
        {application && (
          <p>
            <TextLink href={fileHref(application.id)}>{t.openFile(application.code)}</TextLink>
          </p>
        )}
        <section aria-label={t.threadOf(who)}>
          <ol className="talk">
            {messages.map(({ isAnswer, byName, text, at }) => (
              <li key={`${at} ${text}`} data-side={isAnswer ? 'office' : 'person'}>
                <p className="quiet">
                  <strong>{isAnswer ? t.office(byName ?? '') : t.citizen}</strong> {t.at(formatInstant(at))}
                </p>
                <p className="said">{text}</p>
              </li>
            ))}
          </ol>
        </section>
        {outcome && <p>{t.outcomeWas(t.outcomes[outcome])}</p>}
        {thread.state === 'answered' ? (
          <p className="quiet">{kind === 'appeal' ? t.endedAppeal : t.ended}</p>
        ) : (
          <FeedbackAnswer thread={thread} onDone={onDone} />
        )}
      </div>
    </Panel>
  )
}
