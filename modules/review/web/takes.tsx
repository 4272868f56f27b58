import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { formatCount, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { Panel } from '#ui/page'
import { listTakes, recallTake, type TakeView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const kinds: Readonly<Record<TakeView['state'], ChipKind>> = {
  out: 'info',
  expired: 'warn',
  handed_in: 'ok',
  recalled: 'err',
}

/** Who carries the list about, what came from it, and the way to call it back. */
export function Takes({ partId }: { partId: string }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data, error } = useQuery(apiQuery(listTakes, { partId }))
  const [recalling, askToRecall] = useState<string>()
  const recall = useCommand(recallTake)
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!data || data.length === 0) return null
  return (
    <Panel title={t.takes.title}>
      <ul className="lines">
        {data.map((take) => (
          <li key={take.id}>
            <span className="split">
              <span>
                {t.takes.line(
                  take.takenName,
                  take.device,
                  take.village ?? t.takes.whole,
                  formatCount(take.people),
                )}{' '}
                <Chip kind={kinds[take.state]}>{t.takes.states[take.state]}</Chip>
                <span className="quiet below-name">
                  {take.lastHeardAt
                    ? t.takes.heard(formatInstant(take.lastHeardAt), formatCount(take.answers))
                    : t.takes.never}{' '}
                  · {t.takes.until(formatInstant(take.expiresAt))}
                </span>
              </span>
              {can('review.answer') && (take.state === 'out' || take.state === 'expired') && (
                <Button icon="undo" onPress={() => askToRecall(take.id)}>
                  {t.takes.recall}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {recalling && (
        <ConfirmDialog
          isOpen
          kind="danger"
          onClose={() => askToRecall(undefined)}
          title={t.takes.recallTitle}
          verb={t.takes.recall}
          otherwise={t.takes.otherwise}
          isPending={recall.isPending}
          onConfirm={() => recall.mutate({ id: recalling }, { onSuccess: () => askToRecall(undefined) })}
        >
          <p>{t.takes.recallMore}</p>
          <ProblemNotice error={recall.error} words={t.problems} />
        </ConfirmDialog>
      )}
    </Panel>
  )
}
