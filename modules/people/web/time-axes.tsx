import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
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
    if (on && knownOn) show(on, knownOn)
  }
  return (
    <form className="choice-form axes no-print" aria-label={t.time.label} onSubmit={submit}>
      <DateField label={t.time.on} value={on} onChange={setOn} />
      <DateField label={t.time.known} value={knownOn} onChange={setKnownOn} />
      <div className="btns">
        <Button type="submit" isDisabled={!on || !knownOn}>
          {t.time.apply}
        </Button>
      </div>
    </form>
  )
}
