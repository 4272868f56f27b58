import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { State, type RowFilter, type RowPage } from '../contract.ts'
import { partHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useFieldWords } from './use-field-words.ts'

/** Narrows the list down; what is chosen goes into the address. */
export function RowFilters({
  partId,
  filter,
  data: { part, reasons, villages },
}: {
  partId: string
  filter: RowFilter
  data: RowPage
}) {
  const t = useMessages({ vi, en }).part
  const words = useFieldWords()
  const navigate = useNavigate()
  const [wanted, want] = useState(filter)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: partHref(partId, wanted) as never }) // Made of an id, which the router cannot type.
  }
  const set = (part: { [Name in keyof RowFilter]?: RowFilter[Name] | undefined }) =>
    want((before) => ({ ...before, ...part }))
  return (
    <form className="inline-form no-print" aria-label={t.filter} onSubmit={apply}>
      <Select
        label={t.result}
        options={State.options.map((value) => ({
          value,
          label: `${words.states[value]} (${formatCount(part.counts[value])})`,
        }))}
        emptyLabel={t.anyState}
        value={wanted.state ?? null}
        onChange={(state) => set({ state: state ?? undefined })}
      />
      <Select
        label={t.reason}
        options={[
          { value: 'any' as const, label: t.anyReason },
          ...reasons.map(({ kind, people }) => ({
            value: kind,
            label: `${words.reasons[kind]} (${formatCount(people)})`,
          })),
        ]}
        emptyLabel={t.noReason}
        value={wanted.reason ?? null}
        onChange={(reason) => set({ reason: reason ?? undefined })}
      />
      {villages.length > 1 && (
        <Select
          label={t.village}
          options={villages.map(({ name, people, waiting }) => ({
            value: name ?? '-',
            label: t.villageOf(name ?? t.noVillage, formatCount(waiting), formatCount(people)),
          }))}
          emptyLabel={t.anyVillage}
          value={wanted.village === undefined ? null : wanted.village || '-'}
          onChange={(village) =>
            set({ village: village === null ? undefined : village === '-' ? '' : village })
          }
        />
      )}
      <TextField
        label={t.seek}
        value={wanted.q ?? ''}
        onChange={(q) => set({ q: q || undefined })}
        autoComplete="off"
      />
      <Button type="submit" icon="search">
        {t.apply}
      </Button>
    </form>
  )
}
