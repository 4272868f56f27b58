import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { CivilDate } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The day whose procedures are shown: it lives in the address. */
export function DayForm() {
  const { on } = usePastView()
  return <Day key={on} on={on} />
}

function Day({ on }: { on: CivilDate }) {
  const t = useMessages({ vi, en })
  const { today } = usePastView()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const [day, setDay] = useState<CivilDate | null>(on)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day) return
    // The router types an address it knows; this one is where one is.
    void navigate({ to: pathname, search: { ngay: day === today ? undefined : day } } as never)
  }
  return (
    <form className="handbook-day no-print" aria-label={t.dayForm} onSubmit={submit}>
      <DateField label={t.day} value={day} onChange={setDay} />
      <Button type="submit" isDisabled={!day}>
        {t.show}
      </Button>
    </form>
  )
}

/** A day the calendar does not have is said, not taken for today in silence. */
export function NoSuchDay() {
  const t = useMessages({ vi, en })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const asked = search['ngay']
  if (typeof asked !== 'string' || asked === '' || CivilDate.safeParse(asked).success) return null
  return (
    <Notice kind="warn" isLive>
      <p>{t.noSuchDay(asked)}</p>
    </Notice>
  )
}
