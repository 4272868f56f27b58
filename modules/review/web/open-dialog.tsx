import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { civilDate, todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { useForm } from '#platform/web/form'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { DateField } from '#ui/parsed-field'
import { Notice } from '#ui/notice'
import { Skeleton } from '#ui/states'
import { TextField } from '#ui/text-field'
import { listCommunesToReview, openCampaign } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** A day that has to be there. */
const Day = z.custom<CivilDate | null>((day) => day !== null)

/** A review is opened for all of one’s communes, or for some of them. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages({ vi, en }).openForm
  const communes = useQuery(apiQuery(listCommunesToReview, {}))
  const free = communes.data?.filter(({ isUnderReview }) => !isUnderReview) ?? []
  return (
    <Dialog isOpen onClose={onClose} title={t.title}>
      <ProblemNotice error={communes.error} />
      {communes.isLoading ? (
        <Skeleton lines={4} />
      ) : free.length === 0 ? (
        <Notice kind="warn">{t.every}</Notice>
      ) : (
        <OpenForm free={free} onClose={onClose} />
      )}
    </Dialog>
  )
}

function OpenForm({ free, onClose }: { free: readonly { id: number; name: string }[]; onClose: () => void }) {
  const messages = useMessages({ vi, en })
  const t = messages.openForm
  const open = useCommand(openCampaign)
  const [requestId] = useRequestId()
  const today = todayInVietnam()
  const year = Number(today.slice(0, 4))
  const [left, leave] = useState<ReadonlySet<number>>(new Set())
  const form = useForm({
    schema: z
      .object({
        title: z.string().trim().min(3).max(200),
        from: Day,
        to: Day,
        officer: z.string().trim().max(200),
      })
      .refine(({ from, to }) => from === null || to === null || from <= to, { path: ['to'] }),
    initial: {
      title: t.nameOf(year),
      from: today as CivilDate | null, // It can be emptied.
      to: civilDate(`${year}-12-15`) as CivilDate | null, // The same.
      officer: '',
    },
    words: { title: t.needsName, from: t.needsDay, to: t.needsOrder, officer: '' },
    onSubmit: async ({ title, from, to, officer }) => {
      if (from === null || to === null) return
      await open.mutateAsync({
        title,
        from,
        to,
        year: Number(to.slice(0, 4)),
        officer: officer || null,
        areaIds: free.map(({ id }) => id).filter((id) => !left.has(id)),
        requestId,
      })
      onClose()
    },
  })
  return (
    <form className="form" onSubmit={(event) => void form.submit(event)} noValidate>
      {form.summary(messages.problems)}
      <TextField label={t.name} {...form.field('title')} />
      <DateField label={t.from} {...form.field('from')} />
      <DateField label={t.to} {...form.field('to')} />
      <TextField label={t.officer} hint={t.officerHint} autoComplete="off" {...form.field('officer')} />
      {free.length > 1 && (
        <fieldset className="field">
          <legend>{t.communes}</legend>
          <Checkbox
            isSelected={left.size === 0}
            onChange={(all) => leave(new Set(all ? [] : free.map(({ id }) => id)))}
          >
            {t.allCommunes(free.length)}
          </Checkbox>
          {left.size > 0 &&
            free.map(({ id, name }) => (
              <Checkbox
                key={id}
                isSelected={!left.has(id)}
                onChange={(is) => {
                  const next = new Set(left)
                  if (is) next.delete(id)
                  else next.add(id)
                  leave(next)
                }}
              >
                {name}
              </Checkbox>
            ))}
        </fieldset>
      )}
      <div className="btns">
        <Button
          type="submit"
          emphasis="primary"
          isPending={open.isPending}
          isDisabled={left.size === free.length}
        >
          {t.save}
        </Button>
        <Button onPress={onClose}>{t.cancel}</Button>
      </div>
    </form>
  )
}
