import { useEffect, useRef, useState } from 'react'
import type { Instant } from '#kernel/civil-date'
import { useCommand, useRequestId } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, KeyHint, TextLink } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { answerRow, type ReviewRow, type RowPage } from '../contract.ts'
import { AnswerList } from './answer-list.tsx'
import { ChangedDialog, SoughtDialog } from './answer-dialogs.tsx'
import { Conflict } from './conflict.tsx'
import { KnownFacts, Reasons } from './known-facts.tsx'
import { LastGiven } from './last-given.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Said, Told } from './said.ts'
import { StateChip } from './state-chip.tsx'
import './review.css'

type Props = {
  readonly part: RowPage['part']
  readonly row: ReviewRow | undefined
  readonly readAt: Instant
  readonly onNext: () => void
  readonly hasNext: boolean
}

/** One person of the list, with all that is known, and the keys that say what was found. */
export function PersonPanel({ part, row, readAt, onNext, hasNext }: Props) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const answer = useCommand(answerRow)
  const [answerId, renew] = useRequestId()
  const [last, setLast] = useState<Told>()
  const [asking, ask] = useState<'changed' | 'not_found'>()
  const box = useRef<HTMLDivElement>(null)
  const personId = row?.personId
  useEffect(() => {
    // Whoever goes on by a key reads from the top.
    box.current?.scrollTo({ top: 0 })
  }, [personId])
  const mayAnswer = row !== undefined && can('review.answer') && part.closedAt === null
  const say = ({ outcome, changes = [], note = null }: Said) => {
    if (!row || answer.isPending) return
    answer.mutate(
      {
        partId: part.id,
        id: answerId,
        personId: row.personId,
        outcome,
        changes,
        note,
        knew: row.knew,
        seenAt: readAt,
      },
      {
        onSuccess: (given) => {
          setLast({ row, outcome, answerId, given })
          renew()
          ask(undefined)
          onNext()
        },
      },
    )
  }
  useKeys(mayAnswer ? { 'Ctrl Enter': () => say({ outcome: 'unchanged' }), F2: () => ask('changed') } : {})
  return (
    <div className="review-person" ref={box}>
      {last && <LastGiven last={last} onUndone={() => setLast(undefined)} />}
      <ProblemNotice error={answer.error} words={t.problems} />
      {!row ? (
        <Panel title={t.person.title} isPadded>
          <p>{t.part.choose}</p>
          <p className="quiet">{t.part.chooseKeys}</p>
        </Panel>
      ) : (
        <Panel
          title={row.fullName ?? t.part.unseen}
          aside={<TextLink href={`/nghiep-vu/nguoi/${row.personId}`}>{t.person.page}</TextLink>}
          isPadded
        >
          <p className="btns">
            <StateChip state={row.state} />
            {row.tries > 0 && <span className="quiet">{t.person.tries(row.tries)}</span>}
          </p>
          {row.conflicts.length > 0 && <Conflict row={row} onTake={mayAnswer ? say : undefined} />}
          <Reasons reasons={row.reasons} />
          {mayAnswer && (
            <div className="btns">
              <Button
                emphasis="primary"
                icon="check"
                isPending={answer.isPending}
                onPress={() => say({ outcome: 'unchanged' })}
              >
                {t.person.unchanged} <KeyHint keys="Ctrl Enter" />
              </Button>
              <Button icon="pencil" onPress={() => ask('changed')}>
                {t.person.changed} <KeyHint keys="F2" />
              </Button>
              <Button icon="pause" onPress={() => say({ outcome: 'not_met' })}>
                {t.person.notMet}
              </Button>
              <Button icon="help" onPress={() => ask('not_found')}>
                {t.person.notFound}
              </Button>
              {hasNext && (
                <Button emphasis="quiet" icon="right" onPress={onNext}>
                  {t.person.next} <KeyHint keys="F8" />
                </Button>
              )}
            </div>
          )}
          {part.closedAt !== null && <Notice kind="past">{t.person.closedNow}</Notice>}
          <KnownFacts known={row.known} />
          <AnswerList row={row} mayWithdraw={mayAnswer} />
        </Panel>
      )}
      {row && asking === 'changed' && (
        <ChangedDialog
          row={row}
          error={answer.error}
          isPending={answer.isPending}
          onSay={say}
          onClose={() => ask(undefined)}
        />
      )}
      {row && asking === 'not_found' && (
        <SoughtDialog
          row={row}
          error={answer.error}
          isPending={answer.isPending}
          onSay={say}
          onClose={() => ask(undefined)}
        />
      )}
    </div>
  )
}
