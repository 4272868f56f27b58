import { useState } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { useCommand } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { TextArea } from '#ui/text-field'
import { approveWay, recheckName, refuseWay, withdrawWay, type WayRequestView } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { CheckedName, Warnings } from './request-warnings.tsx'
import { WayText } from './way-text.tsx'

/** What whoever looks may do with a request, each asked once more. */
export function RequestActions({ request }: { request: WayRequestView }) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<'approve' | 'refuse' | 'withdraw'>()
  const recheck = useCommand(recheckName)
  const { id, state, mayApprove, mayRefuse, mayWithdraw, nameCheck, calledWrong } = request
  const [countsFrom, say] = useState<string>()
  const close = () => ask(undefined)
  if (!mayApprove && !mayRefuse && !mayWithdraw) return null
  return (
    <>
      <div className="btns no-print">
        {mayApprove && (
          <Button
            emphasis="primary"
            icon="check"
            isDisabled={request.conflicts > 0}
            onPress={() => ask('approve')}
          >
            {t.approve}
          </Button>
        )}
        {mayRefuse && (
          <Button icon="cross" onPress={() => ask('refuse')}>
            {state === 'approved' ? t.stop : t.refuse}
          </Button>
        )}
        {mayWithdraw && !mayRefuse && (
          <Button icon="undo" onPress={() => ask('withdraw')}>
            {state === 'approved' ? t.stop : t.withdraw}
          </Button>
        )}
        {mayApprove && nameCheck !== 'none' && (nameCheck !== 'matches' || calledWrong?.isForPayee) && (
          <Button icon="turn" isPending={recheck.isPending} onPress={() => recheck.mutate({ id })}>
            {t.recheck}
          </Button>
        )}
      </div>
      <ProblemNotice error={recheck.error} words={t.problems} />
      {countsFrom && <Notice kind="ok" isLive title={t.approved(countsFrom)} />}
      {asking === 'approve' && (
        <ApproveDialog
          request={request}
          onClose={close}
          onApproved={(day) => {
            close()
            say(formatDay(day))
          }}
        />
      )}
      {(asking === 'refuse' || asking === 'withdraw') && (
        <EndDialog request={request} as={asking} onClose={close} />
      )}
    </>
  )
}

function ApproveDialog({
  request,
  onClose,
  onApproved,
}: {
  request: WayRequestView
  onClose: () => void
  onApproved: (effectiveOn: CivilDate) => void
}) {
  const t = useMessages({ vi, en })
  const [isSeen, see] = useState(false)
  const { id, person, nameCheck, strangers, calledWrong } = request
  const needsLook =
    (nameCheck !== 'none' && nameCheck !== 'matches') || strangers.length > 0 || calledWrong !== null
  return (
    <CommandDialog
      command={approveWay}
      input={needsLook && !isSeen ? undefined : { id, isSeen }}
      title={t.approveTitle(person.name)}
      verb={t.approve}
      words={t}
      onClose={onClose}
      onDone={({ effectiveOn }) => onApproved(effectiveOn)}
    >
      <div className="stack">
        <p>{t.approveMore}</p>
        <WayText way={request.after} />
        <CheckedName request={request} />
        <Warnings request={request} />
        {needsLook && (
          <Checkbox isSelected={isSeen} onChange={see}>
            {t.seen}
          </Checkbox>
        )}
      </div>
    </CommandDialog>
  )
}

function EndDialog({
  request: { id, person, state },
  as,
  onClose,
}: {
  request: WayRequestView
  as: 'refuse' | 'withdraw'
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const [reason, setReason] = useState('')
  const verb = state === 'approved' ? t.stop : as === 'refuse' ? t.refuse : t.withdraw
  return (
    <CommandDialog
      command={as === 'refuse' ? refuseWay : withdrawWay}
      input={reason.trim() === '' ? undefined : { id, reason }}
      title={t.refuseTitle(person.name)}
      verb={verb}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <TextArea label={t.reason} hint={t.reasonHint} value={reason} onChange={setReason} isRequired />
    </CommandDialog>
  )
}
