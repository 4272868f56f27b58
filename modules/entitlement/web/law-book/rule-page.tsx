import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { addDays, monthOf } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import type { Provision } from '../../domain/law-book/provision.ts'
import type { RuleVersion } from '../../domain/law-book/rule-history.ts'
import { getRule, type RuleView } from '../../law-contract.ts'
import { CitationText } from '../citation.tsx'
import { CasesPanel } from './cases-panel.tsx'
import { Changes } from './changes.tsx'
import { DayForm, NoSuchDay } from './day-form.tsx'
import { bookHref, questionHref, ruleHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Says } from './says.tsx'
import { Sources, sourcesOf } from './source.tsx'
import { SupportCasesPanel } from './support-cases-panel.tsx'
import { useBookWords, useDaysAsked, useDaysSeen } from './use-book-words.ts'
import { WithinLaw } from './within-law.tsx'
import './law-book.css'

/** One rule: what it says on the day, how it came to say so, whom it governs, and the cases that hold it, run now. */
export function RulePage(shown: Reach) {
  return (
    <WithinLaw>
      <Rule {...shown} />
    </WithinLaw>
  )
}

type Reach = { reach?: (provision: Provision) => ReactNode }

function Rule({ reach }: Reach) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const { ma } = useParams({ strict: false })
  const { data: rule } = useSuspenseQuery(apiQuery(getRule, { id: String(ma), ...useDaysAsked() }))
  const seen = useDaysSeen()
  const { provision } = rule.current
  const title = words.title(provision)
  return (
    <div className="stack law-book">
      <PageHead
        crumbs={[
          { label: t.title, href: bookHref(seen) },
          { label: words.chapter(provision.chapter), href: `${bookHref(seen)}#${provision.chapter}` },
          { label: title },
        ]}
        title={title}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t.print}
          </Button>
        }
      >
        <p className="law-marks">
          <StateChip state={rule.state} />
          <span className="quiet">{t.rule.code(rule.id)}</span>
        </p>
      </PageHead>
      <NoSuchDay />
      <DayForm />
      <StateNotice rule={rule} />
      <div className="law-rule-columns">
        <div className="stack">
          <Panel
            title={t.rule.says}
            aside={<span className="quiet">{t.rule.since(formatDay(rule.current.from))}</span>}
          >
            <div className="law-rule" data-state={rule.state}>
              <div className="law-says">
                <Says provision={provision} isWhole />
              </div>
              <Sources of={sourcesOf(provision)} rule={rule.id} questions={rule.questions} />
            </div>
          </Panel>
          <History rule={rule} />
        </div>
        <div className="stack">
          {reach?.(provision)}
          <Questions rule={rule} />
        </div>
      </div>
      {rule.supportCases.length > 0 ? <SupportCasesPanel rule={rule} /> : <CasesPanel rule={rule} />}
    </div>
  )
}

function StateChip({ state }: Pick<RuleView, 'state'>) {
  const t = useMessages({ vi, en })
  const kinds = { in_force: 'ok', not_yet: 'info', ended: 'neutral' } as const
  return <Chip kind={kinds[state]}>{t.rule.states[state]}</Chip>
}

function StateNotice({ rule: { state, current } }: { rule: RuleView }) {
  const t = useMessages({ vi, en })
  if (state === 'in_force') {
    const { isRetroactive, inForce } = current.regime
    return isRetroactive && current.until === undefined ? null : isRetroactive ? (
      <Notice kind="info">
        <p>{t.retroactive(formatDay(inForce))}</p>
      </Notice>
    ) : null
  }
  return (
    <Notice kind="warn">
      <p>
        {state === 'not_yet'
          ? t.rule.notYet(formatDay(current.from))
          : t.rule.ended(formatDay(current.until ?? current.from))}
      </p>
    </Notice>
  )
}

/** Every version with what it changed; the newest first. */
function History({ rule }: { rule: RuleView }) {
  const t = useMessages({ vi, en })
  const { knownOn } = useDaysSeen()
  return (
    <Panel title={t.rule.history}>
      <DataTable
        caption={t.rule.historyCaption}
        isCaptionHidden
        rows={rule.versions.toReversed()}
        rowKey={({ from }) => from}
        isCurrent={({ from }) => from === rule.current.from && rule.state === 'in_force'}
        empty=""
        columns={[
          {
            header: t.rule.period,
            cell: ({ from, until }) => (
              <TextLink href={ruleHref(rule.id, { on: from, knownOn })}>
                {until
                  ? t.rule.until(formatMonth(monthOf(from)), formatMonth(monthOf(addDays(until, -1))))
                  : t.rule.open(formatMonth(monthOf(from)))}
              </TextLink>
            ),
            isName: true,
          },
          { header: t.changes, cell: (version) => <WhatChanged version={version} /> },
          {
            header: t.rule.amounts,
            cell: ({ provision }) => <Amounts provision={provision} />,
            align: 'end',
          },
          {
            header: t.document,
            cell: ({ provision }) => (
              <span className="quiet">
                <CitationText of={[provision.cite]} />
              </span>
            ),
          },
        ]}
      />
    </Panel>
  )
}

function WhatChanged({ version }: { version: RuleVersion }) {
  const t = useMessages({ vi, en })
  const { change } = version
  if (change && change.changes.length > 0) return <Changes changes={change.changes} />
  if (version.isFirst) return <>{t.rule.first}</>
  if (change && version.isRepriced) return <>{t.rule.sourceAndAmounts}</>
  return <>{change ? t.rule.onlySource : t.rule.onlyAmounts}</>
}

/** What a rule came to, in short: an amount for each coefficient it had. */
function Amounts({ provision: { statements } }: { provision: Provision }) {
  const words = useBookWords()
  const amounts = statements.flatMap((statement): readonly (readonly [string | undefined, string])[] =>
    statement.kind === 'band' || statement.kind === 'gives'
      ? words.amountsOf(statement)
      : statement.kind === 'amount'
        ? [[undefined, words.money(statement.overtaken ?? statement.value)]]
        : [],
  )
  const once = new Map(amounts.map((one) => [one.join(' '), one] as const))
  const ordered = [...once.values()].toSorted(
    ([one], [other]) => Number(one !== undefined) - Number(other !== undefined), // The centre’s first.
  )
  return (
    <ul className="law-figures">
      {ordered.map(([place, amount], index) => (
        <li key={`${place} ${amount}`}>
          {place !== undefined && place !== ordered[index - 1]?.[0] && (
            <small className="quiet">{place}</small>
          )}
          {amount}
        </li>
      ))}
    </ul>
  )
}

function Questions({ rule: { questions } }: { rule: RuleView }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  return (
    <Panel title={t.rule.questions}>
      {questions.length === 0 ? (
        <p className="empty">{t.rule.questionsNone}</p>
      ) : (
        <ul className="lines">
          {questions.map(({ number, question, assumed }) => (
            <li key={number}>
              <TextLink href={questionHref(number)}>{t.questions.number(number)}</TextLink>{' '}
              {words.label(question)}
              <br />
              <span className="quiet">
                {t.questions.assumed}: {words.label(assumed)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
