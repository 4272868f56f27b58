import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listColleagues } from '#modules/identity/contract'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox, RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
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
  const me = useMe()
  const assign = useCommand(assignPayees)
  const [isGiving, setGiving] = useState(false)
  if (rows.length === 0) return null
  const personIds = [...chosen]
  const give = (assigneeId: string | null, words: string) =>
    assign.mutate({ personIds, assigneeId }, { onSuccess: () => onDone(words) })
  return (
    <div className="cashless-bar no-print">
      <Checkbox
        isSelected={chosen.size === rows.length}
        onChange={(all) => choose(new Set(all ? rows.map(({ person }) => person.id) : []))}
      >
        {t.campaign.chooseAll(rows.length)}
      </Checkbox>
      {chosen.size > 0 && (
        <div className="btns">
          <Button
            icon="person"
            isPending={assign.isPending}
            onPress={() => give(me.userId, t.campaign.taken(chosen.size))}
          >
            {t.campaign.take(chosen.size)}
          </Button>
          <Button onPress={() => setGiving(true)}>{t.campaign.give(chosen.size)}</Button>
          <Button isPending={assign.isPending} onPress={() => give(null, t.campaign.released(chosen.size))}>
            {t.campaign.release(chosen.size)}
          </Button>
        </div>
      )}
      <ProblemNotice error={assign.error} words={t.problems} />
      {isGiving && (
        <GiveDialog
          onClose={() => setGiving(false)}
          onGive={({ id, name }) => {
            setGiving(false)
            give(id, t.campaign.given(chosen.size, name))
          }}
        />
      )}
    </div>
  )
}

type Colleague = { readonly id: string; readonly name: string }

function GiveDialog({ onClose, onGive }: { onClose: () => void; onGive: (colleague: Colleague) => void }) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const [id, choose] = useState<string | null>(null)
  const { data, error, isLoading } = useQuery(apiQuery(listColleagues, { may: 'cashless.visit' }))
  const others = (data ?? []).filter((one) => one.id !== me.userId)
  const chosen = others.find((one) => one.id === id)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.campaign.giveTitle}
      verb={t.campaign.giveVerb}
      otherwise={t.campaign.otherwise}
      isBlocked={!chosen}
      onConfirm={() => chosen && onGive(chosen)}
    >
      <ProblemNotice error={error} words={t.problems} />
      {isLoading ? (
        <Skeleton lines={2} />
      ) : others.length === 0 ? (
        <p>{t.campaign.alone}</p>
      ) : (
        <RadioCards
          label={t.campaign.assignee}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          value={id}
          onChange={choose}
        />
      )}
    </ConfirmDialog>
  )
}
