import { AssignBar as Bar } from '#modules/identity/web'
import { useCommand } from '#platform/web/api'
import { useMessages } from '#ui/language'
import { assignPayees, type CampaignRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who is to visit the people that are chosen. */
export function AssignBar({
  rows,
  chosen,
  choose,
  onDone,
}: {
  rows: readonly CampaignRow[]
  chosen: ReadonlySet<string>
  choose: (ids: ReadonlySet<string>) => void
  onDone: (words: string) => void
}) {
  const t = useMessages({ vi, en })
  const assign = useCommand(assignPayees)
  return (
    <Bar
      ids={rows.map(({ person }) => person.id)}
      chosen={chosen}
      choose={choose}
      may="cashless.visit"
      assign={(assignee, said) =>
        assign.mutate(
          { personIds: [...chosen], assigneeId: assignee?.id ?? null },
          { onSuccess: () => onDone(said) },
        )
      }
      isPending={assign.isPending}
      error={assign.error}
      words={t.campaign}
      otherwise={t.campaign.otherwise}
      problems={t.problems}
    />
  )
}
