import { useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { assignApplications, type ApplicationId, type ApplicationRowView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What can be done with several files at once: to take them, or to give them back to everybody. */
export function AssignBar({
  rows,
  chosen,
  choose,
  onDone,
}: {
  rows: readonly ApplicationRowView[]
  chosen: ReadonlySet<ApplicationId>
  choose: (ids: ReadonlySet<ApplicationId>) => void
  onDone: (words: string) => void
}) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const assign = useCommand(assignApplications)
  const [requestId, renew] = useRequestId()
  if (rows.length === 0) return null
  const ids = [...chosen]
  const give = (assignee: { id: string; name: string } | null, words: string) =>
    assign.mutate(
      { ids, assignee, requestId },
      {
        onSuccess: () => {
          renew()
          onDone(words)
        },
      },
    )
  return (
    <div className="chosen-bar">
      <Checkbox
        isSelected={chosen.size === rows.length}
        onChange={(all) => choose(new Set(all ? rows.map(({ id }) => id) : []))}
      >
        {t.queue.chooseAll(rows.length)}
      </Checkbox>
      <div className="btns">
        <Button
          icon="person"
          isDisabled={ids.length === 0}
          isPending={assign.isPending}
          onPress={() => give({ id: me.userId, name: me.name }, t.queue.taken(ids.length))}
        >
          {t.queue.take(ids.length)}
        </Button>
        <Button
          isDisabled={ids.length === 0}
          isPending={assign.isPending}
          onPress={() => give(null, t.queue.released(ids.length))}
        >
          {t.queue.release(ids.length)}
        </Button>
      </div>
      <ProblemNotice error={assign.error} words={t.problems} />
    </div>
  )
}
