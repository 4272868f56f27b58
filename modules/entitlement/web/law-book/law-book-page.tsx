import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { usePastView } from '#platform/web/past-view'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { chapters, type Provision } from '../../domain/law-book/provision.ts'
import type { LawBook } from '../../domain/law-book/book.ts'
import { getLawBook, type LawBookView } from '../../law-contract.ts'
import { DayForm, NoSuchDay, SearchForm } from './day-form.tsx'
import { bookHref, compareHref, questionsHref, ruleHref, tryHref, wholeHref } from './hrefs.ts'
import { LawTimelinePanel, VersionsPanel } from './law-timeline.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Says } from './says.tsx'
import { Sources, sourcesOf } from './source.tsx'
import { useBookWords, useDaysAsked, useDaysSeen } from './use-book-words.ts'
import { WithinLaw } from './within-law.tsx'
import './law-book.css'

/** The law of a day in one sheet: its timeline, its amounts and who is given them, each with its source in the margin. */
export function LawBookPage() {
  return (
    <WithinLaw>
      <BookOfDay />
    </WithinLaw>
  )
}

function BookOfDay() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getLawBook, useDaysAsked()))
  const seen = useDaysSeen()
  const { on } = usePastView()
  return (
    <div className="stack law-book">
      <PageHead
        title={t.title}
        actions={
          <>
            <LinkButton emphasis="primary" href={tryHref}>
              {t.tryIt}
            </LinkButton>
            <LinkButton href={compareHref(undefined, on)}>{t.compare}</LinkButton>
            <LinkButton icon="document" href={wholeHref(seen)}>
              {t.whole}
            </LinkButton>
          </>
        }
      >
        <RegimeLine book={data.book} />
      </PageHead>
      <NoSuchDay />
      <div className="law-tools">
        <DayForm />
        <SearchForm />
      </div>
      <RegimeNotice book={data.book} />
      <LawTimelinePanel timeline={data.timeline} />
      <div className="law-columns">
        <Contents book={data.book} />
        <Chapters view={data} isWhole={false} />
        <div className="stack law-side">
          <VersionsPanel timeline={data.timeline} />
          <Legend />
        </div>
      </div>
    </div>
  )
}

/** The whole text of the law of a day, to be read through and printed. */
export function WholeLawPage() {
  return (
    <WithinLaw>
      <WholeOfDay />
    </WithinLaw>
  )
}

function WholeOfDay() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getLawBook, useDaysAsked()))
  const seen = useDaysSeen()
  const { on } = usePastView()
  const title = t.onDay(formatDay(on))
  return (
    <div className="stack law-book law-whole">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref(seen) }, { label: title }]}
        title={title}
        actions={
          <Button emphasis="primary" icon="print" onPress={() => window.print()}>
            {t.print}
          </Button>
        }
      >
        <RegimeLine book={data.book} />
      </PageHead>
      <NoSuchDay />
      <DayForm />
      <RegimeNotice book={data.book} />
      <div className="law-columns">
        <Contents book={data.book} />
        <Chapters view={data} isWhole />
        <div className="stack law-side no-print">
          <Legend />
        </div>
      </div>
    </div>
  )
}

function RegimeLine({ book: { regime } }: { book: LawBook }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  if (!regime) return null
  return (
    <p className="quiet">
      {t.regime(words.label(regime.label), formatMonth(regime.from), formatDay(regime.inForce))}
    </p>
  )
}

function RegimeNotice({ book: { regime, on } }: { book: LawBook }) {
  const t = useMessages({ vi, en })
  if (!regime)
    return (
      <Notice kind="warn" isLive>
        <p>{t.noLaw(formatDay(on))}</p>
      </Notice>
    )
  if (!regime.isRetroactive) return null
  return (
    <Notice kind="info">
      <p>{t.retroactive(formatDay(regime.inForce))}</p>
    </Notice>
  )
}

function byChapter({ provisions }: LawBook) {
  return chapters
    .map((chapter) => ({ chapter, rules: provisions.filter((one) => one.chapter === chapter) }))
    .filter(({ rules }) => rules.length > 0)
}

function Contents({ book }: { book: LawBook }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const all = byChapter(book)
  if (all.length === 0) return null
  return (
    <nav className="panel law-contents no-print" aria-label={t.contents}>
      <header>
        <h2>{t.contents}</h2>
      </header>
      <ol className="lines">
        {all.map(({ chapter, rules }) => (
          <li key={chapter}>
            <a href={`#${chapter}`}>
              {words.chapter(chapter)} <span className="count">{rules.length}</span>
            </a>
          </li>
        ))}
        <li>
          <TextLink href={questionsHref}>{t.questions.title}</TextLink>
        </li>
      </ol>
    </nav>
  )
}

function Legend() {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.certaintyTitle}>
      <ul className="lines">
        <li>
          <Chip kind="ok">{t.certainty.verified}</Chip> {t.certaintyWhat.verified}
        </li>
        <li>
          <Chip icon="half">{t.certainty.knowledge}</Chip> {t.certaintyWhat.knowledge}
        </li>
        <li>
          <Chip kind="unsure">{t.certainty.uncertain}</Chip> {t.certaintyWhat.uncertain}
        </li>
      </ul>
    </Panel>
  )
}

function Chapters({ view: { book, questions }, isWhole }: { view: LawBookView; isWhole: boolean }) {
  const words = useBookWords()
  return (
    <div className="stack law-chapters">
      {byChapter(book).map(({ chapter, rules }) => (
        <div id={chapter} key={chapter} className="law-chapter">
          <Panel title={words.chapter(chapter)}>
            <ul className="law-rules">
              {rules.map((provision) => (
                <li key={provision.id} className="law-rule">
                  <div className="law-says">
                    <RuleTitle provision={provision} />
                    <Says provision={provision} isWhole={isWhole} />
                  </div>
                  <Sources of={sourcesOf(provision)} rule={provision.id} questions={questions} />
                </li>
              ))}
            </ul>
          </Panel>
        </div>
      ))}
    </div>
  )
}

function RuleTitle({ provision }: { provision: Provision }) {
  const words = useBookWords()
  const seen = useDaysSeen()
  return (
    <h3>
      <TextLink href={ruleHref(provision.id, seen)}>{words.title(provision)}</TextLink>
    </h3>
  )
}
