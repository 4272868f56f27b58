import { AssignBar as Bar } from '#modules/identity/web'
import { useCommand, useRequestId } from '#platform/web/api'
import { useMessages } from '#ui/language'
import { assignApplications, type ApplicationId, type ApplicationRowView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** Who handles the files that are chosen. */
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
  const assign = useCommand(assignApplications)
  const [requestId, renew] = useRequestId()
  return (
    <Bar
      ids={rows.map(({ id }) => id)}
      chosen={chosen}
      choose={choose}
      may="applications.handle"
      assign={(assignee, said) =>
        assign.mutate(
          { ids: [...chosen], assignee, requestId },
          {
            onSuccess: () => {
              renew()
              onDone(said)
            },
          },
        )
      }
      isPending={assign.isPending}
      error={assign.error}
      words={t.queue}
      otherwise={t.act.otherwise}
      problems={t.problems}
    />
  )
}
