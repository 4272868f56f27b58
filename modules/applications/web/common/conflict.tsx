import { z } from 'zod'
import { Instant } from '#kernel/civil-date'
import { apiError } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const Conflict = z.object({
  changedBy: z.string(),
  changedAt: Instant,
  events: z.array(z.object({ kind: z.string(), byName: z.string(), at: Instant })).default([]),
})

/** Why an act was refused; where somebody else was faster, who did what, and the way on without losing a word. */
export function ActProblem({ error, onLookAgain }: { error: unknown; onLookAgain: () => void }) {
  const t = useMessages({ vi, en })
  if (!error) return null
  const { code, details } = apiError(error)
  const conflict = Conflict.safeParse(details)
  if (code !== 'applications.changed_meanwhile' || !conflict.success)
    return <ProblemNotice error={error} words={t.problems} />
  const { changedBy, changedAt, events } = conflict.data
  return (
    <Notice
      kind="warn"
      isLive
      title={t.act.conflict.title(changedBy, formatInstant(changedAt))}
      actions={<Button onPress={onLookAgain}>{t.act.conflict.look}</Button>}
    >
      <p>{t.act.conflict.safe}</p>
      {events.length > 0 && (
        <ul className="bullets">
          {events.map(({ kind, byName, at }) => (
            <li key={`${at} ${kind}`}>
              {byName}, {formatInstant(at)}: {t.file.log.kinds[kind] ?? t.file.log.otherKind}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
