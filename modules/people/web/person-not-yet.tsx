import type { ErrorComponentProps } from '@tanstack/react-router'
import { CivilDate } from '#kernel/civil-date'
import { apiError } from '#platform/web/api'
import { PageError } from '#platform/web/page-states'
import { usePastView } from '#platform/web/past-view'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { TimeAxes } from './time-axes.tsx'
import './people.css'

/** Seen from a day before a person was recorded: since when they are, with the two days still at hand to choose another. */
export function PersonNotYet(failure: ErrorComponentProps) {
  const t = useMessages({ vi, en })
  const { knownOn } = usePastView()
  const { code, details } = apiError(failure.error)
  const recorded = CivilDate.safeParse(details['recordedOn'])
  if (code !== 'people.person_not_recorded_yet' || !recorded.success) return <PageError {...failure} />
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.search.title, href: '/nghiep-vu/nguoi' },
          { label: t.person.crumb },
        ]}
        title={t.time.notYetTitle}
      />
      <div className="person-bar">
        <TimeAxes />
      </div>
      <Notice kind="warn" isLive>
        <p>{t.time.notYet(formatDay(knownOn), formatDay(recorded.data))}</p>
      </Notice>
    </>
  )
}
