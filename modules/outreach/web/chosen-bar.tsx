import { useCommand, useDownload, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { printInvitations, recordFollowUp, type ProspectId, type ProspectView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Everybody on the page at once, and what can be done with those who are chosen. */
export function ChosenBar({
  rows,
  chosen,
  choose,
  onNote,
  onInvited,
}: {
  rows: readonly ProspectView[]
  chosen: ReadonlySet<ProspectId>
  choose: (ids: ReadonlySet<ProspectId>) => void
  onNote: () => void
  onInvited: (count: number) => void
}) {
  const t = useMessages({ vi, en })
  const letters = useDownload(printInvitations)
  const record = useCommand(recordFollowUp)
  const [requestId, renew] = useRequestId()
  if (rows.length === 0) return null
  const isInvitable = rows.every(({ event }) => event === 'grant')
  const ids = [...chosen]
  const invited = async () => {
    const { recorded } = await record.mutateAsync({
      prospectIds: ids,
      outcome: 'invited',
      note: null,
      assignee: null,
      requestId,
    })
    renew()
    letters.reset()
    onInvited(recorded)
  }
  return (
    <div className="chosen-bar no-print">
      <Checkbox
        isSelected={chosen.size === rows.length}
        onChange={(all) => choose(new Set(all ? rows.map(({ id }) => id) : []))}
      >
        {t.chosen.all(rows.length)}
      </Checkbox>
      <div className="btns">
        <Button isDisabled={chosen.size === 0} onPress={onNote}>
          {t.chosen.note(chosen.size)}
        </Button>
        {isInvitable && (
          <Button
            icon="print"
            isDisabled={chosen.size === 0}
            isPending={letters.isPending}
            onPress={() => letters.mutate({ prospectIds: ids })}
          >
            {t.chosen.invite(chosen.size)}
          </Button>
        )}
      </div>
      <ProblemNotice error={letters.error ?? record.error} words={t.problems} />
      {letters.isSuccess && chosen.size > 0 && (
        <Notice
          isLive
          actions={
            <Button isPending={record.isPending} onPress={() => void invited()}>
              {t.chosen.markInvited(chosen.size)}
            </Button>
          }
        >
          <p>{t.chosen.printed}</p>
        </Notice>
      )}
    </div>
  )
}
