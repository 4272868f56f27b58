import { useLocation, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { lastDayOf, monthOf, type CivilDate } from '#kernel/civil-date'
import { usePastView } from '#platform/web/past-view'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { ExplanationTree } from '#ui/explanation-tree'
import { formatDay, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { CaseFile, explainCase, type CaseInput } from '../../domain/case-file.ts'
import type { Explanation } from '../../domain/explanation.ts'
import { Citations, LawDaysProvider } from '../citation.tsx'
import { explanationNodes } from '../explanation-nodes.tsx'
import { messages as entitlementEn } from '../messages.en.ts'
import { messages as entitlementVi } from '../messages.vi.ts'
import { useWords } from '../use-words.ts'
import { bookHref, questionHref, tryHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { addressOf, readAddress, type Tried } from './try-address.ts'
import { TryForm } from './try-form.tsx'
import { useBookWords } from './use-book-words.ts'
import '../entitlement.css'
import './law-book.css'

/**
 * A made-up person before the law, worked out here in the browser: nothing is sent, nothing is kept, and the address
 * carries the facts where no server reads them.
 */
export function TryPage() {
  const t = useMessages({ vi, en })
  const router = useRouter()
  const { hash } = useLocation()
  const { tried, unread } = readAddress(hash)
  return (
    <div className="stack law-book explanation">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref() }, { label: t.tryIt }]}
        title={t.tryIt}
        actions={
          tried && (
            <>
              <CopyLink />
              <Button icon="print" onPress={() => window.print()}>
                {t.print}
              </Button>
              <Button icon="undo" onPress={() => router.history.push(tryHref)}>
                {t.tried.again}
              </Button>
            </>
          )
        }
      >
        <p>{t.tried.intro}</p>
      </PageHead>
      {unread.length > 0 && (
        <Notice kind="warn" isLive>
          <p>{t.tried.unread(unread.join(', '))}</p>
        </Notice>
      )}
      <div className="law-try-columns">
        <div className="no-print">
          <TryForm
            key={hash}
            tried={tried}
            onTry={(asked) => router.history.push(`${tryHref}#${addressOf(asked)}`)}
          />
        </div>
        <div className="stack" aria-live="polite">
          {tried ? (
            <Answer key={hash} tried={tried} />
          ) : (
            <EmptyState title={t.tried.nothingYet}>{t.tried.nothingNext}</EmptyState>
          )}
        </div>
      </div>
    </div>
  )
}

function CopyLink() {
  const t = useMessages({ vi, en })
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      icon={isCopied ? 'check' : 'copy'}
      onPress={() => void navigator.clipboard.writeText(window.location.href).then(() => setCopied(true))}
    >
      {isCopied ? t.tried.copied : t.tried.copy}
    </Button>
  )
}

function caseOf({ born, diedOn, territory, choices, flags, amounts, children }: Tried): CaseInput {
  return {
    born,
    ...(diedOn && { diedOn }),
    facts: {
      ...choices,
      ...Object.fromEntries(flags.map((flag) => [flag, true])),
      ...amounts,
      ...(territory && { territory }),
      children: [...children],
    } as CaseInput['facts'], // Values were read against the facts of the law.
  }
}

function Answer({ tried }: { tried: Tried }) {
  const t = useMessages({ vi, en })
  const own = useMessages({ vi: entitlementVi, en: entitlementEn })
  const words = useWords()
  const book = useBookWords()
  const { today } = usePastView()
  const { month } = tried
  const knownOn = tried.knownOn ?? later(today, lastDayOf(month))
  const input = caseOf(tried)
  const explanation = explainCase(CaseFile.parse(input), month, knownOn)
  const days = {
    on: month === monthOf(today) ? undefined : lastDayOf(month),
    knownOn: tried.knownOn,
  }
  return (
    <LawDaysProvider value={days}>
      <h2>
        {explanation.total > 0
          ? own.why.title(formatMoney(explanation.total), formatMonth(month))
          : own.why.titleNone(formatMonth(month))}
      </h2>
      <p>
        <b>{t.tried.told}:</b> {book.person(input).join('; ')}
      </p>
      {explanation.regime && (
        <p className="quiet">
          {words.regime(explanation)} {words.standard(explanation)} {t.tried.known(formatDay(knownOn))}{' '}
          <Citations of={[explanation.regime.cite]} isOfBook />
        </p>
      )}
      {explanation.groups.length > 0 ? (
        <>
          <p className="hint">{t.tried.lacking}</p>
          <ExplanationTree
            label={own.why.tree}
            nodes={explanationNodes(explanation, { words, t: own, sources: [] })}
          />
        </>
      ) : (
        <EmptyState title={t.tried.notAlive} />
      )}
      <Unsure explanation={explanation} />
    </LawDaysProvider>
  )
}

const later = (one: CivilDate, other: CivilDate) => (one > other ? one : other)

function Unsure({ explanation: { conventions } }: { explanation: Explanation }) {
  const t = useMessages({ vi, en })
  const words = useWords()
  if (conventions.length === 0) return null
  return (
    <Panel title={t.rule.questions}>
      <ul className="lines">
        {conventions.map((id) => (
          <li key={id}>
            <TextLink href={questionHref(numberOf[id] ?? id)}>
              <Chip kind="unsure">{t.certainty.uncertain}</Chip>
            </TextLink>{' '}
            {words.convention(id)}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The question behind a convention, where it is listed under another number. */
const numberOf: Readonly<Record<string, string>> = { C1: '2', C2: '8', 'SP-03': '3', NCC: '9' }
