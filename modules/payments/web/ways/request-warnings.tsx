import { dayOf } from '#kernel/civil-date'
import { Chip, type ChipKind } from '#ui/chip'
import { formatCount, formatDay } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import type { NameCheck, WayRequestView } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const checks: Readonly<Record<Exclude<NameCheck, 'none'>, { kind: ChipKind; icon: IconName }>> = {
  waiting: { kind: 'neutral', icon: 'pause' },
  matches: { kind: 'ok', icon: 'check' },
  differs: { kind: 'err', icon: 'cross' },
  unknown: { kind: 'err', icon: 'help' },
  closed: { kind: 'err', icon: 'lock' },
  unreachable: { kind: 'warn', icon: 'help' },
}

/** What the bank says of whose account it is. */
export function CheckedName({ request: { nameCheck, nameFound } }: { request: WayRequestView }) {
  const t = useMessages({ vi, en })
  if (nameCheck === 'none') return null
  return (
    <span className="name-check">
      <Chip {...checks[nameCheck]}>
        {t.nameCheck}: {t.names[nameCheck]}
      </Chip>
      {nameFound && <span className="quiet">{nameFound}</span>}
    </span>
  )
}

/** What stands in the way, or has to be looked at by somebody. */
export function Warnings({ request }: { request: WayRequestView }) {
  const t = useMessages({ vi, en })
  const { state, conflicts, strangers, calledWrong, nameCheck, nameFound, nameExpected } = request
  if (state !== 'asked' && state !== 'approved') return null
  const names = strangers.map(({ name, isElsewhere }) => (isElsewhere ? t.elsewhere : name))
  return (
    <>
      {conflicts > 0 && <Notice kind="err" title={t.conflict(formatCount(conflicts))} />}
      {nameCheck === 'differs' && (
        <Notice kind="warn" title={t.nameDiffers(nameFound ?? '', nameExpected)}>
          {t.nameDiffersMore}
        </Notice>
      )}
      {calledWrong && (
        <Notice kind="err" title={t.calledWrong(formatDay(dayOf(calledWrong.since)))}>
          {calledWrong.isForPayee ? t.calledWrongForPayee : t.calledWrongForOthers}
        </Notice>
      )}
      {names.length > 0 && <Notice kind="warn" title={t.strangers(names.join(', '))} />}
    </>
  )
}
