import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { apiQuery } from '#platform/web/api'
import { NotFound } from '#platform/web/page-states'
import { useDaysKept, useShownDays } from '#platform/web/past-view'
import { Button, TextLink } from '#ui/button'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead, Panel } from '#ui/page'
import { getHandbookPage, type HandbookPageView } from '../../handbook-contract.ts'
import { procedureIds, type ProcedureId } from '../../domain/procedure.ts'
import type { HandbookPage } from '../../domain/handbook/handbook.ts'
import { useLabel } from '../common/use-label.ts'
import { Cited } from './cited.tsx'
import { Counted } from './counted.tsx'
import { DayForm, NoSuchDay } from './day-form.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Forms, Limits, OpenQuestions, Others, Papers, Posting } from './handbook-parts.tsx'
import { StepLine } from './step-line.tsx'
import './handbook.css'

/** One procedure on a day, as an officer works by it. */
export function HandbookPageRoute() {
  const { ma } = useParams({ strict: false })
  const id = procedureIds.find((one) => one === ma)
  return id ? <Page id={id} /> : <NotFound />
}

function Page({ id }: { id: ProcedureId }) {
  const t = useMessages({ vi, en })
  const { on } = useShownDays()
  const { data } = useSuspenseQuery(apiQuery(getHandbookPage, { id, on }))
  if (data.page) return <Known view={data} page={data.page} />
  return (
    <div className="stack handbook">
      <PageHead title={t.title} />
      <NoSuchDay />
      <DayForm />
      <Notice kind="warn" isLive>
        <p>{t.noneThen(formatDay(data.on))}</p>
      </Notice>
    </div>
  )
}

function Known({ view, page }: { view: HandbookPageView; page: HandbookPage }) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  const kept = useDaysKept()
  const title = pick(page.name)
  return (
    <div className="stack handbook">
      <PageHead
        crumbs={[{ label: t.title, href: kept('/nghiep-vu/thu-tuc') }, { label: title }]}
        title={title}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t.print}
          </Button>
        }
      >
        <p className="quiet">{pick(page.about)}</p>
      </PageHead>
      <NoSuchDay />
      <DayForm />
      <Summary page={page} />
      {view.counted && <Counted on={view.on} counted={view.counted} />}
      <Panel title={t.steps} isPadded>
        <StepLine steps={page.steps} />
      </Panel>
      <Papers page={page} />
      <Forms page={page} />
      <Limits page={page} />
      <Posting page={page} />
      <Others page={page} />
      <OpenQuestions page={page} />
    </div>
  )
}

function Summary({ page }: { page: HandbookPage }) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  const shown = page.editions.find(({ isShown }) => isShown)
  return (
    <div className="handbook-summary">
      <Panel title={shown ? period(shown, t) : t.period} isPadded>
        <Facts
          facts={[
            [
              t.time,
              <span key="time">
                <b>{pick(page.total.text)}</b> <Cited of={page.total.cite} />
              </span>,
            ],
            [t.begunBy, pick(page.begunBy)],
            [t.where, pick(page.where)],
            [
              t.channels,
              <span key="channels">
                {pick(page.channels.text)} <Cited of={page.channels.cite} />
              </span>,
            ],
            [t.source, <Cited key="source" of={shown?.cite ?? null} />],
          ]}
        />
      </Panel>
      <Panel title={t.competent}>
        <ul className="lines">
          {page.competent.map(({ title, from, when, isShown, cite }) => (
            <li key={`${title.vi} ${from}`} aria-current={isShown || undefined}>
              <b>{pick(title)}</b>, {t.since(formatDay(from))}
              {when && `. ${pick(when)}`} <Cited of={cite} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t.editions}>
        <ul className="lines">
          {page.editions.map((edition) => (
            <li key={edition.from} aria-current={edition.isShown || undefined}>
              <TextLink href={`/nghiep-vu/thu-tuc/${page.id}?ngay=${edition.from}`}>
                {period(edition, t)}
              </TextLink>
              <br />
              <Cited of={edition.cite} />
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

function period({ from, until }: HandbookPage['editions'][number], t: typeof vi): string {
  const text = until ? t.periodBetween(formatDay(from), formatDay(until)) : t.periodFrom(formatDay(from))
  return text.charAt(0).toUpperCase() + text.slice(1)
}
