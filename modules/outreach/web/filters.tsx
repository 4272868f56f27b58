import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { Button, LinkButton } from '#ui/button'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Benefit, Progress, type ProspectFilter, type ProspectPage, type View } from '../contract.ts'
import { outreachHref, peopleOf } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useWords } from './use-words.ts'

const months = [1, 2, 3, 6] as const

/** Narrows a list down; what is chosen goes into the address. */
export function Filters({
  view,
  filter,
  areas,
}: {
  view: View
  filter: ProspectFilter
  areas: ProspectPage['areas']
}) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const navigate = useNavigate()
  const [wanted, want] = useState<ProspectFilter>(filter)
  const set = (change: { readonly [Name in keyof ProspectFilter]: ProspectFilter[Name] | undefined }) =>
    want((before) => ({ ...before, ...change }))
  const apply = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: outreachHref(view, wanted) })
  }
  return (
    <form className="inline-form no-print" aria-label={t.filter.title} onSubmit={apply}>
      {areas.length > 1 && (
        <Select
          label={t.filter.area}
          options={areas.map(({ area, ...stake }) => ({
            value: String(area.id),
            label: t.filter.areaOf(area.name, peopleOf(stake)),
          }))}
          emptyLabel={t.filter.everyArea}
          value={wanted.areaId === undefined ? null : String(wanted.areaId)}
          onChange={(value) => set({ areaId: value === null ? undefined : Number(value) })}
        />
      )}
      <Select
        label={t.filter.benefit}
        options={Benefit.options.map((value) => ({ value, label: words.benefit[value] }))}
        emptyLabel={t.filter.everyBenefit}
        value={wanted.benefit ?? null}
        onChange={(value) => set({ benefit: value ?? undefined })}
      />
      {view !== 'unused' && view !== 'ended' && (
        <Select
          label={t.filter.within}
          options={months.map((value) => ({ value: String(value), label: t.filter.months(value) }))}
          emptyLabel={t.filter.months(12)}
          value={wanted.within === undefined ? null : String(wanted.within)}
          onChange={(value) => set({ within: value === null ? undefined : Number(value) })}
        />
      )}
      <Select
        label={t.filter.progress}
        options={Progress.options.map((value) => ({ value, label: t.progress[value] }))}
        emptyLabel={t.filter.everyProgress}
        value={wanted.progress ?? null}
        onChange={(value) => set({ progress: value ?? undefined })}
      />
      <div className="btns">
        <Button type="submit" icon="search">
          {t.filter.apply}
        </Button>
        {Object.keys(filter).length > 0 && (
          <LinkButton href={outreachHref(view)}>{t.filter.clear}</LinkButton>
        )}
      </div>
    </form>
  )
}
