import { ProblemNotice } from '#platform/web/problem'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { signDecisions } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { Outcome } from './signing-outcome.ts'
import type { Waiting } from './signing-table.tsx'
import { useAct } from '../common/use-act.ts'

/** A signature cannot be taken back: the consequence first. What cannot be signed is left, and hinders no other. */
export function SignDialog({
  signing,
  isRead,
  onClose,
  onDone,
}: {
  signing: readonly Waiting[]
  /** Opened and read by itself: it may be otherwise than the law computes. */
  isRead: boolean
  onClose: () => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const act = useAct(signDecisions)
  const names = new Map(signing.map(({ id, fullName }) => [id, fullName]))
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.confirm(signing.length)}
      verb={words.sign(signing.length)}
      otherwise={words.notYet}
      isPending={act.isPending}
      onConfirm={() =>
        act.send(
          { ids: signing.map(({ id }) => id), isRead, requestId: act.requestId },
          ({ signed, left }) => {
            onClose()
            onDone({
              kind: 'signed',
              numbers: signed.map(({ number }) => number),
              left: left.map(({ id, code, details }) => ({ name: names.get(id) ?? '', code, details })),
            })
          },
        )
      }
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <p>{words.consequence}</p>
      <ul className="bullets">
        {signing.slice(0, 8).map(({ id, fullName, kind }) => (
          <li key={id}>
            {fullName}: {t.kinds[kind].toLowerCase()}
          </li>
        ))}
      </ul>
      {signing.length > 8 && <p>{words.andMore(formatCount(signing.length - 8))}</p>}
    </ConfirmDialog>
  )
}
