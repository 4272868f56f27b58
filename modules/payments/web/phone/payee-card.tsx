import { useEffect, useRef, useState } from 'react'
import { todayInVietnam } from '#kernel/civil-date'
import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { formatDay, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { AbsenceReason, type CashRow } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { standingOf, type TillRecord } from './till.ts'

type Given = {
  readonly row: CashRow
  readonly records: readonly TillRecord[]
  /** False once the list has run out or was called back. */
  readonly mayPay: boolean
  /** While what was pressed is being written down. */
  readonly isNoting: boolean
  readonly onPaid: () => void
  readonly onAbsent: (reason: AbsenceReason) => void
  readonly onClose: () => void
}

/** One payee, large enough to read at arm’s length: who they are, how much, and the two things that can have happened. */
export function PayeeCard({ row, records, mayPay, isNoting, onPaid, onAbsent, onClose }: Given) {
  const t = useMessages({ vi, en })
  const [isSeen, see] = useState(false)
  const [isAbsent, setAbsent] = useState(false)
  const [reason, setReason] = useState<AbsenceReason | null>(null)
  const standing = standingOf(row, records)
  const deeds = useRef<HTMLDivElement>(null)
  const head = useRef<HTMLHeadingElement>(null)
  // First the papers are looked at; where nothing may be said, whoever listens begins with whose card it is.
  useEffect(() => (deeds.current?.querySelector('input') ?? head.current)?.focus(), [])
  const isOpen = standing.state === 'waiting' || standing.state === 'absent'
  return (
    <section className="carried-card" aria-labelledby="nguoi-nhan">
      <h2 id="nguoi-nhan" tabIndex={-1} ref={head}>
        {row.number} · {row.name}
        {row.bornIn && ` · ${row.bornIn}`}
      </h2>
      <p>
        {[row.village, row.numberEnd ? t.numberEnd(row.numberEnd) : t.noNumber].filter(Boolean).join(' · ')}
      </p>
      {row.receiver && (
        <p>
          <b>
            {t.receiver(
              row.receiver.fullName,
              t.roles[row.receiver.role],
              row.receiver.numberEnd,
              row.receiver.until && formatDay(row.receiver.until),
            )}
          </b>
        </p>
      )}
      {row.receiver?.until && row.receiver.until < todayInVietnam() && (
        <Notice kind="warn" title={t.authorityOver} />
      )}
      <p className="till-amount">{formatMoney(row.amount)}</p>
      <p lang="vi">{row.amountInWords}</p>
      {row.carried > 0 && <p>{t.carried(formatMoney(row.carried))}</p>}
      {standing.state === 'paid' && (
        <Notice
          kind="warn"
          title={
            standing.record
              ? t.paidHere(formatInstant(standing.record.handOut.happenedAt))
              : t.paidBefore(row.paidAt ? formatDay(row.paidAt) : '')
          }
        >
          {t.neverTwice}
        </Notice>
      )}
      {standing.state === 'held' && <Notice kind="err" title={t.held} />}
      {standing.state === 'ended' && <Notice kind="err" title={t.ended} />}
      {standing.state === 'absent' && (
        <Notice kind="info" title={t.absentBefore(t.reasons[standing.record.handOut.reason ?? 'not_come'])} />
      )}
      {isOpen && row.isLastCall && <Notice kind="warn" title={t.lastCall} />}
      {isOpen && mayPay && !isAbsent && (
        <div className="till-deeds" ref={deeds}>
          <Checkbox isSelected={isSeen} onChange={see}>
            {t.seen(row.receiver?.fullName ?? row.name, (row.receiver ?? row).numberEnd)}
          </Checkbox>
          <Button
            emphasis="primary"
            icon="check"
            isBlock
            isDisabled={!isSeen}
            isPending={isNoting}
            onPress={onPaid}
          >
            {t.paid}
          </Button>
          <Button icon="pause" isBlock onPress={() => setAbsent(true)}>
            {t.notPaid}
          </Button>
        </div>
      )}
      {isOpen && mayPay && isAbsent && (
        <div className="till-deeds">
          <Select
            label={t.why}
            options={AbsenceReason.options.map((value) => ({ value, label: t.reasons[value] }))}
            value={reason}
            onChange={setReason}
            emptyLabel={t.choose}
          />
          <Button
            emphasis="primary"
            icon="check"
            isBlock
            isDisabled={reason === null}
            isPending={isNoting}
            onPress={() => reason && onAbsent(reason)}
          >
            {t.noteAbsent}
          </Button>
        </div>
      )}
      <Button emphasis="quiet" isBlock onPress={onClose}>
        {t.backToList}
      </Button>
    </section>
  )
}
