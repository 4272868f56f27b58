import { useState } from 'react'
import type { CivilDate, Month } from '#kernel/civil-date'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatDay, formatMoney, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { CaseMonth, CaseResult } from '../../domain/law-book/cases.ts'
import { components, type Component } from '../../domain/determination.ts'
import type { RuleView } from '../../law-contract.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords } from './use-book-words.ts'

type Row = { readonly case: CaseResult; readonly month: CaseMonth; readonly place: number }

const few = 10

/** The cases that fix a rule, with what the engine gave a moment ago. */
export function CasesPanel({ rule: { cases } }: { rule: RuleView }) {
  const t = useMessages({ vi, en })
  const [isWhole, showAll] = useState(false)
  const wrong = cases.filter(({ isRight }) => !isRight)
  const ordered = [...wrong, ...cases.filter(({ isRight }) => isRight)]
  const isLong = cases.length > few + 5 // A button for two more would be more trouble than they are.
  const shown = isWhole || !isLong ? ordered : ordered.slice(0, few)
  const rows = shown.flatMap((one) => one.months.map((month, place): Row => ({ case: one, month, place })))
  return (
    <Panel
      title={t.rule.cases}
      aside={
        cases.length > 0 && (
          <Chip kind={wrong.length > 0 ? 'err' : 'ok'}>
            {wrong.length > 0
              ? t.rule.casesWrong(wrong.length, cases.length)
              : t.rule.casesRight(cases.length)}
          </Chip>
        )
      }
    >
      {cases.length > 0 && <p className="hint law-note">{t.rule.casesWhat}</p>}
      <div className="law-cases">
        <DataTable
          caption={t.rule.casesCaption}
          isCaptionHidden
          rows={rows}
          rowKey={({ case: one, place }) => `${one.id} ${place}`}
          empty={t.rule.casesNone}
          columns={[
            {
              header: t.rule.case,
              cell: ({ case: one, place }) =>
                place === 0 ? (
                  <Person of={one} />
                ) : (
                  <span className="quiet law-person">{t.rule.samePerson}</span>
                ),
              isName: true,
            },
            { header: t.rule.month, cell: ({ month }) => <CaseMonthCell month={month} /> },
            { header: t.rule.expected, cell: ({ month }) => <Due due={expectedOf(month)} />, align: 'end' },
            { header: t.rule.computed, cell: ({ month }) => <Due due={month.due} />, align: 'end' },
            {
              header: t.rule.result,
              cell: ({ month }) => (
                <Chip kind={month.isRight ? 'ok' : 'err'}>{month.isRight ? t.rule.right : t.rule.wrong}</Chip>
              ),
            },
            { header: t.document, cell: ({ case: one, place }) => (place === 0 ? one.article : '') },
          ]}
        />
      </div>
      {!isWhole && isLong && (
        <div className="btns law-note">
          <Button onPress={() => showAll(true)}>{t.rule.allCases(cases.length)}</Button>
        </div>
      )}
    </Panel>
  )
}

/** Who the case is about, in the words of the law; in English its own title says it. */
function Person({ of: { id, title, person, decision, provincial } }: { of: CaseResult }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const isEnglish = useLanguage() === 'en'
  const told = [
    ...words.person(person),
    ...(decision?.certificateOn ? [t.rule.certificate(formatDay(decision.certificateOn as CivilDate))] : []), // Read as a day.
    ...(decision
      ? [t.rule.decision(formatDay(decision.decidedOn as CivilDate), formatMonth(decision.starts))]
      : []),
    ...(provincial
      ? [t.rule.provincial(formatMoney(provincial.value), formatMonth(provincial.from as Month))] // Read as a month.
      : []),
  ]
  return (
    <span className="law-person">
      <small className="quiet">{id}</small> {isEnglish && <>{title} – </>}
      {capital(told.join('; '))}
    </span>
  )
}

function CaseMonthCell({ month: { month, knownOn, isOfItsDay } }: { month: CaseMonth }) {
  const t = useMessages({ vi, en })
  return (
    <span className="nowrap">
      {formatMonth(month)}
      {isOfItsDay && (
        <>
          <br />
          <small className="quiet">{t.rule.knownOn(formatDay(knownOn))}</small>
        </>
      )}
    </span>
  )
}

type Sum = { readonly component: Component; readonly amount: number }

function expectedOf({ expected }: CaseMonth): readonly Sum[] {
  return Object.entries(expected).map(([component, amount]) => ({
    component: component as Component, // The keys of what is expected are components.
    amount,
  }))
}

function Due({ due }: { due: readonly Sum[] }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  const inOrder = due.toSorted(
    (one, other) => components.indexOf(one.component) - components.indexOf(other.component),
  )
  if (due.length === 0) return <span className="quiet nowrap">{t.rule.nothing}</span>
  return (
    <ul className="law-figures">
      {inOrder.map(({ component, amount }) => (
        <li key={component} title={words.component(component)}>
          {formatMoney(amount)}
          {due.length > 1 && <small className="quiet"> {words.component(component)}</small>}
        </li>
      ))}
    </ul>
  )
}
