import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { z } from 'zod'
import { addMonths, firstDayOf, Instant, monthOf, todayInVietnam, type Month } from '#kernel/civil-date'
import { listChildren } from '#modules/geography/contract'
import { apiError, apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { generateRun, PaymentRunId, type RunSummary } from '../contract.ts'
import { runHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Asks for a month and an area, and sends the work off; the run’s own page shows how far it is. */
export function NewRunDialog({
  isOpen,
  onClose,
  runs,
}: {
  isOpen: boolean
  onClose: () => void
  runs: readonly RunSummary[]
}) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const navigate = useNavigate()
  const months = monthsToOffer(runs)
  const [month, setMonth] = useState<Month>(months[0]!)
  const drawn = runs.filter((run) => run.month === month && run.state !== 'cancelled')
  // Where some units have their list, what is left is what can still be drawn up.
  const isPartly = drawn.length > 0 && !drawn.some((run) => run.area.id === me.areaId)
  const [chosen, choose] = useState<string>()
  const communes = useQuery({
    ...apiQuery(listChildren, { id: me.areaId, on: firstDayOf(month) }),
    enabled: isOpen,
  })
  const [requestId, renew] = useRequestId()
  const generate = useCommand(generateRun)

  const areaId = chosen ?? (isPartly ? theRest : String(me.areaId))
  const order = (area: string) =>
    generate.mutate(
      area === theRest
        ? { month, areaId: me.areaId, rest: true, requestId }
        : { month, areaId: Number(area), requestId },
      {
        onSuccess: ({ id }) => {
          renew()
          onClose()
          void navigate({ to: runHref(id) })
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    order(areaId)
  }
  const name = me.areaName ?? ''
  const areas = [
    isPartly
      ? { value: theRest, label: t.newRun.rest(name) }
      : { value: String(me.areaId), label: t.newRun.whole(name) },
    ...(communes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.newRun.title}>
      <form className="form" onSubmit={submit}>
        <ProblemNotice error={generate.error} words={t.problems} />
        <ExistingRun error={generate.error} onRest={() => order(theRest)} />
        <Select
          label={t.newRun.month}
          options={months.map((value) => ({ value, label: formatMonth(value) }))}
          value={month}
          onChange={(value) => {
            if (!value) return
            setMonth(value)
            choose(undefined)
          }}
        />
        <Select
          label={t.newRun.area}
          options={areas}
          value={areaId}
          onChange={(value) => value && choose(value)}
        />
        {areaId === theRest && (
          <p className="hint">{t.newRun.restWithout(drawn.map((run) => run.area.name))}</p>
        )}
        <p className="hint">{t.newRun.hint}</p>
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={generate.isPending}>
            {t.newRun.submit}
          </Button>
          <Button onPress={onClose}>{t.newRun.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}

/** In the choice of an area: the whole of one’s own, without the units that have their list. */
const theRest = 'rest'

const Existing = z.object({ runId: PaymentRunId, by: z.string(), at: Instant, left: z.int() })

/** Who drew the month up already, the way to it, and what can be drawn up still. */
function ExistingRun({ error, onRest }: { error: unknown; onRest: () => void }) {
  const t = useMessages({ vi, en })
  if (!error) return null
  const { code, details } = apiError(error)
  const existing = Existing.safeParse(details)
  if (code !== 'payroll.month_already_generated' || !existing.success) return null
  const { runId, by, at, left } = existing.data
  return (
    <p>
      {t.newRun.existing(by, formatInstant(at))}{' '}
      <TextLink href={runHref(runId)}>{t.newRun.openExisting}</TextLink>
      {left > 0 && (
        <>
          {' · '}
          <Button onPress={onRest}>{t.newRun.drawRest(left)}</Button>
        </>
      )}
    </p>
  )
}

/** The next month first, as lists are drawn up for it before the 25th; then this one and the few that may be missing. */
function monthsToOffer(runs: readonly RunSummary[]): Month[] {
  const next = addMonths(monthOf(todayInVietnam()), 1)
  const latest = runs.find(({ state }) => state !== 'cancelled')?.month
  const months = [next, addMonths(next, -1), addMonths(next, -2)]
  const following = latest && addMonths(latest, 1)
  return following && months.includes(following)
    ? [following, ...months.filter((month) => month !== following)]
    : months
}
