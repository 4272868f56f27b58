import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { listChildren } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { Fold } from '#ui/fold'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { channels, procedureIds } from '../../contract.ts'
import { queueHref, type Looking } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** Looks inside the queue; what is filtered stands there as a sentence, and every filter in the address. */
export function QueueFilters({ looking }: { looking: Looking }) {
  const t = useMessages({ vi, en }).queue
  const words = useMessages({ vi, en })
  const router = useRouter()
  const me = useMe()
  const [wanted, want] = useState<Looking>({ ...looking, after: undefined })
  const communes = useQuery({ ...apiQuery(listChildren, { id: me.areaId }), staleTime: Infinity })
  const areas = communes.data ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    router.history.push(queueHref({ ...wanted, q: wanted.q?.normalize('NFC').trim() }))
  }
  const choose = (change: Partial<Looking>) => {
    const next = { ...wanted, ...change }
    want(next)
    router.history.push(queueHref(next))
  }
  const { q, procedure, channel, areaId } = looking
  const told = [
    ...(q ? [t.searched(q)] : []),
    ...procedureIds.filter((one) => one === procedure).map((one) => words.procedures[one]),
    ...channels.filter((one) => one === channel).map((one) => words.channels[one]),
    ...areas.filter(({ id }) => id === areaId).map(({ name }) => name),
  ]
  return (
    <search>
      <form className="inline-form queue-filters" onSubmit={submit}>
        <TextField
          label={t.search}
          type="search"
          placeholder={t.searchHint}
          value={wanted.q ?? ''}
          onChange={(text) => want({ ...wanted, q: text })}
        />
        <Button type="submit" icon="search">
          {t.find}
        </Button>
        <Fold title={t.filter} isOpen={told.length > (q ? 1 : 0)}>
          <Select
            label={t.procedure}
            emptyLabel={t.everyProcedure}
            options={procedureIds.map((value) => ({ value, label: words.procedures[value] }))}
            value={procedureIds.find((one) => one === wanted.procedure) ?? null}
            onChange={(value) => choose({ procedure: value ?? undefined })}
          />
          <Select
            label={t.channel}
            emptyLabel={t.everyChannel}
            options={channels.map((value) => ({ value, label: words.channels[value] }))}
            value={channels.find((one) => one === wanted.channel) ?? null}
            onChange={(value) => choose({ channel: value ?? undefined })}
          />
          {areas.length > 1 && (
            <Select
              label={t.area}
              emptyLabel={t.everyArea}
              options={areas.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={wanted.areaId ? String(wanted.areaId) : null}
              onChange={(value) => choose({ areaId: value ? Number(value) : undefined })}
            />
          )}
        </Fold>
      </form>
      {told.length > 0 && (
        <p className="filter-line">
          {t.filtering(told)} · {t.order}
          <TextLink href={queueHref({ view: looking.view })}>{t.clear}</TextLink>
        </p>
      )}
    </search>
  )
}
