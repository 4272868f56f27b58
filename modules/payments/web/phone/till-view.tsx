import { useCallback, useState } from 'react'
import { now } from '#kernel/civil-date'
import { useCommand } from '#platform/web/api'
import { SyncChips } from '#platform/web/offline/carried-page'
import { HandIn, LockButton, Noted, SendFailed } from '#platform/web/offline/list-deeds'
import { useNoting } from '#platform/web/offline/use-noting'
import { useBackCloses } from '#platform/web/offline/use-back-closes'
import { Button } from '#ui/button'
import { formatCount, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { handInCashList, type CashRow } from '../../contract.ts'
import { rowOfCode } from './find-row.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { PayeeCard } from './payee-card.tsx'
import { PayeeList } from './payee-list.tsx'
import { canScan, Scanner } from './scanner.tsx'
import { record, standingOf, tills, type Till, type TillRecord } from './till.ts'
import { useSendingHandOuts } from './use-sending-hand-outs.ts'

type Given = {
  readonly till: Till
  readonly isRecalled: boolean
  readonly onChange: (change: (records: readonly TillRecord[]) => readonly TillRecord[]) => void
  readonly onRecalled: () => void
  readonly onDone: () => void
  readonly onLock: () => void
}

/** The list of the day in the hand of a clerk: find a payee, say what happened, and on to the next. */
export function TillView({ till, isRecalled, onChange, onRecalled, onDone, onLock }: Given) {
  const t = useMessages({ vi, en })
  const [chosen, choose] = useState<CashRow>()
  const [isScanning, scan] = useState(false)
  // One entry for either: a code that was scanned opens a card without going back.
  useBackCloses(chosen !== undefined || isScanning, () => {
    scan(false)
    choose(undefined)
  })
  const [isUnknown, setUnknown] = useState(false)
  const { last, isNoting, note, undo, told } = useNoting<CashRow, TillRecord>(tills, onChange)
  const { rows } = till.list
  const onSent = useCallback(
    (records: readonly TillRecord[], wasRecalled: boolean) => {
      told(records)
      if (wasRecalled) onRecalled()
    },
    [told, onRecalled],
  )
  const { waiting, error, isOnline, sendNow } = useSendingHandOuts(till, onSent)
  const handIn = useCommand(handInCashList)
  const isOver = till.list.expiresAt <= now()
  const mayPay = !isOver && !isRecalled
  const say = async (row: CashRow, what: Parameters<typeof record>[2]) => {
    if (await note(row, () => record(till, row, what))) choose(undefined)
  }
  const onCode = (text: string) => {
    const row = rowOfCode(rows, text)
    scan(false)
    setUnknown(row === undefined)
    choose(row)
  }
  return (
    <>
      <Standing till={till} isOnline={isOnline} waiting={waiting.length} />
      <Conflicts till={till} />
      <SendFailed error={error} sendNow={sendNow} words={t.problems} />
      {isRecalled && <Notice kind="err" isLive title={t.recalled} />}
      {isOver && <Notice kind="err" title={t.expired(formatInstant(till.list.expiresAt))} />}
      {last && !chosen && (
        <Noted
          title={
            last.record.handOut.outcome === 'paid'
              ? t.wasPaid(last.row.name, formatMoney(last.row.amount))
              : t.wasNoted(last.row.name)
          }
          onUndo={() => undo(last.record)}
        />
      )}
      {isUnknown && !chosen && <Notice kind="warn" isLive title={t.unknownCode} />}
      {isScanning ? (
        <Scanner onCode={onCode} onClose={() => scan(false)} />
      ) : chosen ? (
        <PayeeCard
          key={chosen.number}
          row={chosen}
          records={till.records}
          mayPay={mayPay}
          isNoting={isNoting}
          onPaid={() => void say(chosen, { outcome: 'paid' })}
          onAbsent={(reason) => void say(chosen, { outcome: 'absent', reason })}
          onClose={() => choose(undefined)}
        />
      ) : (
        <>
          {canScan && mayPay && (
            <Button emphasis="primary" icon="search" isBlock onPress={() => scan(true)}>
              {t.scan}
            </Button>
          )}
          <PayeeList
            rows={rows}
            records={till.records}
            onChoose={(row) => {
              setUnknown(false)
              choose(row)
            }}
          />
          <HandIn
            waiting={waiting.length}
            isOnline={isOnline}
            onSend={sendNow}
            handIn={() => handIn.mutateAsync({ id: till.list.id })}
            forget={() => tills.forget(till)}
            onDone={onDone}
            words={t.problems}
          />
          <LockButton onLock={onLock} />
        </>
      )}
    </>
  )
}

/** How far the list is, whether there is a network, and what the server has not heard yet. */
function Standing({ till, isOnline, waiting }: { till: Till; isOnline: boolean; waiting: number }) {
  const t = useMessages({ vi, en })
  const { list, records } = till
  const open = list.rows.filter((row) => ['waiting', 'absent'].includes(standingOf(row, records).state))
  const left = open.reduce((sum, { amount }) => sum + amount, 0)
  return (
    <div className="carried-card">
      <p>
        <b>{list.name}</b> · {formatMonth(list.place.month)} · {list.provider.name}
      </p>
      <p aria-live="polite">
        {t.progress(
          formatCount(list.rows.length - open.length),
          formatCount(list.rows.length),
          formatMoney(left),
        )}
      </p>
      <SyncChips isOnline={isOnline} waiting={waiting} />
    </div>
  )
}

/** What contradicts the books stays in sight: the money is out of the house, and a person has to see to it. */
function Conflicts({ till }: { till: Till }) {
  const t = useMessages({ vi, en })
  const found = till.records.filter(({ verdict }) => verdict === 'conflict')
  if (found.length === 0) return null
  return (
    <Notice kind="err" isLive title={t.conflicts(formatCount(found.length))}>
      <ul>
        {found.map(({ handOut, because }) => {
          const row = till.list.rows.find(({ keys }) => keys.some((key) => handOut.keys.includes(key)))
          return (
            <li key={handOut.id}>
              {row?.number} · {row?.name}: {because === 'paid' ? t.paidElsewhere : t.endedElsewhere}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
