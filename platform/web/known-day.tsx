import { useSearch } from '@tanstack/react-router'
import { todayInVietnam, type CivilDate } from '#kernel/civil-date'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { dayIn } from './past-view.ts'

/** Whether a day lies ahead: what will be known then nobody can say, so nothing is shown by it. */
export function isAhead(day: CivilDate | null | undefined): boolean {
  return !!day && day > todayInVietnam()
}

/** The day by whose knowledge one looks; one that lies ahead is refused at the field, with what to choose instead. */
export function KnownDayField(props: {
  label: string
  value: CivilDate | null
  onChange: (day: CivilDate | null) => void
}) {
  const t = useMessages({ vi, en }).knownDay
  const error = isAhead(props.value) ? t.ahead(formatDay(todayInVietnam())) : undefined
  return <DateField {...props} error={error} />
}

/** An address may say such a day too: what is shown instead is said, not taken for what was asked. */
export function KnownAheadNotice() {
  const t = useMessages({ vi, en }).knownDay
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const known = dayIn(search['biet'])
  if (!known || !isAhead(known)) return null
  return (
    <Notice kind="warn" isLive>
      <p>{t.aheadInAddress(formatDay(known), formatDay(todayInVietnam()))}</p>
    </Notice>
  )
}
