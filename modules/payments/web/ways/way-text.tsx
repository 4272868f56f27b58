import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import type { WayView } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** How somebody is paid, in a few lines: the channel, where, in whose name, and who receives in their place. */
export function WayText({ way }: { way: WayView | null }) {
  const t = useMessages({ vi, en })
  if (!way) return <span className="quiet">{t.notTold}</span>
  const { channel, bank, account, holder, payPoint, receiver } = way
  const where =
    channel === 'cash_point' ? (payPoint ?? t.atCommune) : [bank, account].filter(Boolean).join(' ')
  const lines = [
    where,
    holder && t.holder(holder),
    receiver &&
      [
        `${t.roles[receiver.role]}: ${receiver.fullName}`,
        receiver.until && t.until(formatDay(receiver.until)),
        receiver.document,
      ]
        .filter(Boolean)
        .join(' · '),
  ].filter((line) => typeof line === 'string' && line !== '')
  return (
    <span className="way">
      {t.channels[channel]}
      {lines.map((line) => (
        <span key={line as string} className="quiet">
          {line}
        </span>
      ))}
    </span>
  )
}
