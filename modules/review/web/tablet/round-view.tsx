import { useCallback, useEffect, useRef, useState } from 'react'
import { now } from '#kernel/civil-date'
import { apiError, useCommand } from '#platform/web/api'
import { SyncChips } from '#platform/web/offline/carried-page'
import { HandIn, LockButton, Noted, SendFailed } from '#platform/web/offline/list-deeds'
import { useNoting } from '#platform/web/offline/use-noting'
import { useBackCloses } from '#platform/web/offline/use-back-closes'
import { ProblemNotice } from '#platform/web/problem'
import { formatCount, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { handInTake, type CarriedRow } from '../../contract.ts'
import { useFieldWords } from '../use-field-words.ts'
import { DoorCard, type Said } from './door-card.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { PeopleList } from './people-list.tsx'
import { clockIsOff, isLeft, record, rounds, standingOf, type Round, type RoundRecord } from './round.ts'
import { useSendingAnswers } from './use-sending-answers.ts'

type Given = {
  readonly round: Round
  readonly onChange: (change: (records: readonly RoundRecord[]) => readonly RoundRecord[]) => void
  readonly onRecalled: () => void
  readonly onDone: () => void
  readonly onLock: () => void
}

/** The list in the hand of whoever goes from house to house: find somebody, say what was found, and on to the next. */
export function RoundView({ round, onChange, onRecalled, onDone, onLock }: Given) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const [chosen, choose] = useState<CarriedRow>()
  useBackCloses(chosen !== undefined, () => choose(undefined))
  const { last, note, undo, told } = useNoting<CarriedRow, RoundRecord>(rounds, onChange)
  const onSent = useCallback(
    (records: readonly RoundRecord[], isRecalled: boolean) => {
      const said = told(records)
      const isAllHeard = round.records.every(({ answer, verdict }) => verdict !== null || said.has(answer.id))
      // What was called back leaves the tablet, but nothing that was not heard does.
      if (isRecalled && isAllHeard) void rounds.forget(round).then(onRecalled)
    },
    [told, onRecalled, round],
  )
  const { waiting, error, isOnline, sendNow, heardAt, ask } = useSendingAnswers(round, onSent)
  const refused = useAsking(isOnline && waiting.length === 0, ask)
  const handIn = useCommand(handInTake)
  const isOver = round.list.expiresAt <= now()
  const say = async (row: CarriedRow, said: Said) => {
    if (await note(row, () => record(round, row, said))) choose(undefined)
  }
  const conflicts = round.records.filter(({ verdict }) => verdict === 'conflict')
  return (
    <>
      <Standing round={round} isOnline={isOnline} waiting={waiting.length} heardAt={heardAt} />
      {conflicts.length > 0 && <Notice kind="warn" title={t.conflicts(formatCount(conflicts.length))} />}
      {clockIsOff(round) && <Notice kind="warn" title={t.clockOff} />}
      <SendFailed error={error} sendNow={sendNow} words={t.problems} />
      <ProblemNotice error={refused} words={t.problems} />
      {isOver && <Notice kind="err" title={t.expired(formatInstant(round.list.expiresAt))} />}
      {last && !chosen && (
        <Noted
          title={t.was(last.row.fullName ?? t.unseen, words.outcomes[last.record.answer.outcome])}
          onUndo={() => undo(last.record)}
        />
      )}
      {chosen ? (
        <DoorCard
          key={chosen.personId}
          row={chosen}
          records={round.records}
          mayRecord={!isOver}
          onSay={(said) => void say(chosen, said)}
          onClose={() => choose(undefined)}
        />
      ) : (
        <>
          {!isOver && <PeopleList rows={round.list.rows} records={round.records} onChoose={choose} />}
          <HandIn
            waiting={waiting.length}
            isOnline={isOnline}
            onSend={sendNow}
            handIn={() => handIn.mutateAsync({ id: round.list.id })}
            forget={() => rounds.forget(round)}
            onDone={onDone}
            words={t.problems}
          />
          <LockButton onLock={onLock} />
        </>
      )}
    </>
  )
}

/** Asks the office once a list is opened with a network, so that one that was called back does not stay. */
function useAsking(isDue: boolean, ask: () => Promise<void>): unknown {
  const hasAsked = useRef(false)
  const [refused, setRefused] = useState<unknown>()
  useEffect(() => {
    if (!isDue || hasAsked.current) return
    hasAsked.current = true
    ask().catch((error: unknown) => {
      // Without a network it is asked when there is one again; anything else is for a person to see.
      if (apiError(error).code === 'offline') hasAsked.current = false
      else setRefused(error)
    })
  }, [isDue, ask])
  return refused
}

/** How far the list is, whether there is a network, and what the office has not heard yet. */
function Standing({
  round: { list, records },
  isOnline,
  waiting,
  heardAt,
}: {
  round: Round
  isOnline: boolean
  waiting: number
  heardAt: string | undefined
}) {
  const t = useMessages({ vi, en })
  const left = list.rows.filter((row) => isLeft(standingOf(row, records).state)).length
  return (
    <div className="carried-card">
      <p>
        <b>{[list.area.name, list.village].filter(Boolean).join(', ')}</b> · {list.title}
      </p>
      <p aria-live="polite">
        {t.progress(formatCount(list.rows.length - left), formatCount(list.rows.length))}
      </p>
      <SyncChips isOnline={isOnline} waiting={waiting} />
      <p className="quiet">
        {heardAt ? t.heard(formatInstant(heardAt)) : t.neverHeard}
        {waiting === 0 && heardAt && `. ${t.allSent}`}
      </p>
    </div>
  )
}
