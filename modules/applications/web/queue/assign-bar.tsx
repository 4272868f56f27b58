import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listColleagues } from '#modules/identity/contract'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox, RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
import { assignApplications, type ApplicationId, type ApplicationRowView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

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
  const [isGiving, setGiving] = useState(false)
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
        <Button isDisabled={ids.length === 0} onPress={() => setGiving(true)}>
          {t.queue.give(ids.length)}
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
      {isGiving && (
        <GiveDialog
          onClose={() => setGiving(false)}
          onGive={(assignee) => {
            setGiving(false)
            give(assignee, t.queue.given(ids.length, assignee.name))
          }}
        />
      )}
    </div>
  )
}

type Colleague = { readonly id: string; readonly name: string }

/** To whom: everybody of the area who may handle files, but oneself. */
function GiveDialog({ onClose, onGive }: { onClose: () => void; onGive: (colleague: Colleague) => void }) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const [id, choose] = useState<string | null>(null)
  const { data, error, isLoading } = useQuery(apiQuery(listColleagues, { may: 'applications.handle' }))
  const others = (data ?? []).filter((one) => one.id !== me.userId)
  const chosen = others.find((one) => one.id === id)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.queue.giveTitle}
      verb={t.queue.giveVerb}
      otherwise={t.act.otherwise}
      isBlocked={!chosen}
      onConfirm={() => chosen && onGive(chosen)}
    >
      <ProblemNotice error={error} words={t.problems} />
      {isLoading ? (
        <Skeleton lines={2} />
      ) : others.length === 0 ? (
        <p>{t.queue.alone}</p>
      ) : (
        <RadioCards
          label={t.queue.assignee}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          value={id}
          onChange={choose}
        />
      )}
    </ConfirmDialog>
  )
}
