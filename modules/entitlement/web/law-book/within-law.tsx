import type { ReactNode } from 'react'
import { civilDate, firstDayOf, lastDayOf, monthOf } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { LinkButton } from '#ui/button'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { knownMonths } from '../../law/known-months.ts'
import { isLawUnknown, LawUnknown } from '../law-unknown.tsx'
import { DayForm } from './day-form.tsx'
import { bookHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** A page of the law on the day of the address; on a day the law is not known for, that is said and another is chosen. */
export function WithinLaw({ children }: { children: ReactNode }) {
  const t = useMessages({ vi, en })
  const { on } = usePastView()
  if (!isLawUnknown(on)) return children
  const nearest =
    monthOf(on) < knownMonths.from ? firstDayOf(knownMonths.from) : lastDayOf(knownMonths.through)
  return (
    <div className="stack law-book">
      <PageHead crumbs={[{ label: t.title, href: bookHref() }]} title={t.onDay(formatDay(on))} />
      <DayForm />
      <LawUnknown asked={on}>
        <LinkButton href={bookHref({ on: civilDate(nearest) })}>
          {t.openNearest(formatDay(nearest))}
        </LinkButton>
        <LinkButton href={bookHref()}>{t.openToday}</LinkButton>
      </LawUnknown>
    </div>
  )
}
