import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { getOutreachOverview, type OutreachOverview, type ProspectView, type View } from '../contract.ts'
import { outreachHref, peopleOf } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useWords } from './use-words.ts'
import './outreach.css'

/** On the page of the day: the next people who will have a right, and the next whose right ends. */
export function OutreachBlocks() {
  const t = useMessages({ vi, en })
  const { data, error, isLoading, refetch } = useQuery(apiQuery(getOutreachOverview, {}))
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />
  if (isLoading || !data) return <Skeleton />
  if (!data.refreshedAt) return <p className="quiet">{t.home.preparing}</p>
  const unused = stakeOf(data, 'unused')
  const ended = stakeOf(data, 'ended')
  const certificates = peopleOf(stakeOf(data, 'certificate'))
  return (
    <div className="home-two home-even">
      <Block view="soon" overview={data} rows={data.soon} nothing={t.home.nothingSoon}>
        {unused.people > 0 && (
          <li className="urge">
            {t.home.waiting(formatCount(unused.people), formatMoney(unused.amount))}{' '}
            <TextLink href={outreachHref('unused')}>{t.home.seeUnused}</TextLink>
          </li>
        )}
      </Block>
      <Block view="ending" overview={data} rows={data.ending} nothing={t.home.nothingEnding}>
        {ended.people > 0 && (
          <li className="urge">
            <TextLink href={outreachHref('ended')}>{t.home.ended(formatCount(ended.people))}</TextLink>
          </li>
        )}
        {certificates > 0 && (
          <li className="urge">
            <TextLink href={outreachHref('certificate')}>
              {t.home.certificate(formatCount(certificates))}
            </TextLink>
          </li>
        )}
      </Block>
    </div>
  )
}

function stakeOf({ views }: OutreachOverview, view: View) {
  return views.find((one) => one.view === view) ?? { people: 0, amount: 0, waiting: 0, withFile: 0 }
}

function Block({
  view,
  overview,
  rows,
  nothing,
  children,
}: {
  view: 'soon' | 'ending'
  overview: OutreachOverview
  rows: readonly ProspectView[]
  nothing: string
  children?: ReactNode
}) {
  const t = useMessages({ vi, en })
  const people = peopleOf(stakeOf(overview, view))
  return (
    <Panel
      title={
        <>
          {t.home[view]} <span className="count">{formatCount(people)}</span>
        </>
      }
      aside={<TextLink href={outreachHref(view)}>{t.home.all(formatCount(people))}</TextLink>}
    >
      <ul className="lines">
        {rows.length === 0 && <li className="quiet">{nothing}</li>}
        {rows.map((row) => (
          <Line key={row.id} row={row} />
        ))}
        {children}
      </ul>
    </Panel>
  )
}

function Line({ row }: { row: ProspectView }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const { person, before, after, month, benefit, event } = row
  return (
    <li>
      <span className="split">
        <TextLink href={`/nghiep-vu/nguoi/${person.id}`}>
          <b>{person.name}</b>
        </TextLink>
        <span>
          {before > 0 && (
            <>
              <del className="was">
                <span className="sr">{t.before} </span>
                {formatCount(before)}
              </del>{' '}
            </>
          )}
          {formatMoney(after)}
        </span>
      </span>
      <span className="quiet">
        {[words.causes(row), event === 'stop' && words.benefit[benefit], t.home.from(formatMonth(month))]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}
