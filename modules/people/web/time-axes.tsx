import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { CivilDate } from '#kernel/civil-date'
import { isAhead, KnownAheadNotice, KnownDayField } from '#platform/web/known-day'
import { usePastView } from '#platform/web/past-view'
import { Button } from '#ui/button'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The two days one looks from: what was true on the one, as it was known on the other. They live in the address. */
export function TimeAxes() {
  const { on, knownOn } = usePastView()
  return <Axes key={`${on} ${knownOn}`} on={on} knownOn={knownOn} />
}

function Axes(shown: { on: CivilDate; knownOn: CivilDate }) {
  const t = useMessages({ vi, en })
  const { today } = usePastView()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [on, setOn] = useState<CivilDate | null>(shown.on)
  const [knownOn, setKnownOn] = useState<CivilDate | null>(shown.knownOn)
  const show = (day: CivilDate, known: CivilDate) => {
    const { ngay: _, biet: __, ...rest } = search as Record<string, unknown>
    void navigate({
      to: pathname,
      search: { ...rest, ...(day !== today && { ngay: day }), ...(known !== today && { biet: known }) },
    })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (on && knownOn && !isAhead(knownOn)) show(on, knownOn)
  }
  return (
    <form className="choice-form axes no-print" aria-label={t.time.label} onSubmit={submit}>
      <DateField label={t.time.on} value={on} onChange={setOn} />
      <KnownDayField label={t.time.known} value={knownOn} onChange={setKnownOn} />
      <div className="btns">
        <Button type="submit" isDisabled={!on || !knownOn || isAhead(knownOn)}>
          {t.time.apply}
        </Button>
      </div>
    </form>
  )
}

/** What of the two days in the address nobody can look from is said, not taken for today in silence. */
export function DaysNotice() {
  const t = useMessages({ vi, en })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { on, knownOn } = usePastView()
  const fields = [
    { field: t.time.on, text: search['ngay'], shown: on },
    { field: t.time.known, text: search['biet'], shown: knownOn },
  ]
  const wrong = fields.flatMap(({ field, text, shown }) =>
    typeof text === 'string' && text !== '' && !CivilDate.safeParse(text).success
      ? [t.time.noSuchDay(field, text, formatDay(shown))]
      : [],
  )
  return (
    <>
      {wrong.map((sentence) => (
        <Notice key={sentence} kind="warn" isLive>
          <p>{sentence}</p>
        </Notice>
      ))}
      <KnownAheadNotice />
    </>
  )
}
