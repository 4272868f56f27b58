import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { CivilDate } from '#kernel/civil-date'
import { isAhead, KnownAheadNotice, KnownDayField } from '#platform/web/known-day'
import { usePastView } from '#platform/web/past-view'
import { Button } from '#ui/button'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { searchHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useDaysSeen } from './use-book-words.ts'

/** The two days of the law that is shown: they live in the address, and a new one opens the same page on it. */
export function DayForm() {
  const { on, knownOn } = usePastView()
  return <Days key={`${on} ${knownOn}`} on={on} knownOn={knownOn} />
}

function Days(shown: { on: CivilDate; knownOn: CivilDate }) {
  const t = useMessages({ vi, en })
  const openDay = useOpenDay()
  const [on, setOn] = useState<CivilDate | null>(shown.on)
  const [knownOn, setKnownOn] = useState<CivilDate | null>(shown.knownOn)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (on && knownOn && !isAhead(knownOn)) openDay(on, knownOn)
  }
  return (
    <form className="law-days no-print" aria-label={t.days} onSubmit={submit}>
      <DateField label={t.on} value={on} onChange={setOn} />
      <KnownDayField label={t.known} value={knownOn} onChange={setKnownOn} />
      <div className="btns">
        <Button type="submit" isDisabled={!on || !knownOn || isAhead(knownOn)}>
          {t.show}
        </Button>
      </div>
    </form>
  )
}

/** Opens the page that is shown on another day; today needs no mention. */
export function useOpenDay() {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { today, knownOn: knownNow } = usePastView()
  return (on: CivilDate, knownOn: CivilDate = knownNow) =>
    void navigate({
      to: pathname,
      search: (before: Record<string, unknown>) => ({
        ...before,
        ngay: on === today ? undefined : on,
        biet: knownOn === today ? undefined : knownOn,
      }),
    } as never) // The router types an address it knows; this one is where one is.
}

/** A day the calendar does not have, or one that lies ahead, is said, not taken for today in silence. */
export function NoSuchDay() {
  const t = useMessages({ vi, en })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { on } = usePastView()
  const wrong = [search['ngay'], search['biet']].find(
    (text) => typeof text === 'string' && text !== '' && !CivilDate.safeParse(text).success,
  )
  if (typeof wrong !== 'string') return <KnownAheadNotice />
  return (
    <Notice kind="warn" isLive>
      <p>{t.noSuchDay(wrong, formatDay(on))}</p>
    </Notice>
  )
}

/** Words or an amount; the answer is a page of its own. */
export function SearchForm({ initial = '' }: { initial?: string }) {
  const t = useMessages({ vi, en })
  const router = useRouter()
  const seen = useDaysSeen()
  const [text, setText] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) router.history.push(searchHref(text.trim(), seen))
  }
  return (
    <search className="no-print">
      <form className="law-search" onSubmit={submit}>
        <TextField
          label={t.searchLabel}
          hint={t.searchHint}
          value={text}
          onChange={setText}
          maxLength={200}
          autoComplete="off"
          affix={
            <Button type="submit" icon="search">
              {t.find}
            </Button>
          }
        />
      </form>
    </search>
  )
}
