import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatMoney } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { SupportAnswer, SupportCaseResult, Worth } from '../../domain/law-book/support-cases.ts'
import type { RuleView } from '../../law-contract.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords } from './use-book-words.ts'
import { useEventPhrases } from './use-event-phrases.ts'

type Row = { readonly case: SupportCaseResult; readonly answer: SupportAnswer; readonly place: number }

/** The cases that fix a rule for events, with what the engine gave a moment ago. */
export function SupportCasesPanel({ rule: { id, supportCases } }: { rule: RuleView }) {
  const t = useMessages({ vi, en })
  const wrong = supportCases.filter(({ isRight }) => !isRight).length
  const rows = supportCases.flatMap((one) =>
    one.answers.flatMap((answer, place): Row[] =>
      id in answer.expected || id in answer.not ? [{ case: one, answer, place }] : [],
    ),
  )
  return (
    <Panel
      title={t.rule.cases}
      aside={
        <Chip kind={wrong > 0 ? 'err' : 'ok'}>
          {wrong > 0 ? t.rule.casesWrong(wrong, supportCases.length) : t.rule.casesRight(supportCases.length)}
        </Chip>
      }
    >
      <p className="hint law-note">{t.rule.casesWhat}</p>
      <div className="law-cases">
        <DataTable
          caption={t.rule.casesCaption}
          isCaptionHidden
          rows={rows}
          rowKey={({ case: one, place }) => `${one.id} ${place}`}
          empty={t.rule.casesNone}
          columns={[
            { header: t.rule.case, cell: ({ case: one }) => <Told of={one} />, isName: true },
            {
              header: t.rule.expected,
              cell: ({ answer }) => <Given worth={answer.expected[id]} />,
              align: 'end',
            },
            {
              header: t.rule.computed,
              cell: ({ answer }) => <Given worth={answer.given[id]} outcome={answer.not[id]} />,
              align: 'end',
            },
            {
              header: t.rule.result,
              cell: ({ answer }) => (
                <Chip kind={answer.isRight ? 'ok' : 'err'}>
                  {answer.isRight ? t.rule.right : t.rule.wrong}
                </Chip>
              ),
            },
            { header: t.document, cell: ({ case: one }) => one.article },
          ]}
        />
      </div>
    </Panel>
  )
}

/** Who and what happened; in English the title of the case says it too. */
function Told({ of: { id, title, people, events } }: { of: SupportCaseResult }) {
  const words = useBookWords()
  const phrases = useEventPhrases()
  const isEnglish = useLanguage() === 'en'
  const told = [
    ...people.map((person) => words.person(person).join('; ')),
    ...events.map(({ kind, on }) => phrases.event(phrases.kind[kind], formatDay(on), undefined)),
  ]
  return (
    <span className="law-person">
      <small className="quiet">{id}</small> {isEnglish && <>{title} – </>}
      {told.map(capital).join('. ')}
    </span>
  )
}

function Given({
  worth,
  outcome,
}: {
  worth: Worth | undefined
  outcome?: SupportAnswer['not'][string] | undefined
}) {
  const t = useMessages({ vi, en })
  const phrases = useEventPhrases()
  if (worth === undefined)
    return (
      <span className={outcome ? 'quiet' : 'quiet nowrap'}>
        {outcome ? phrases.outcome[outcome] : t.rule.nothing}
      </span>
    )
  if (worth === true) return <>{t.rule.inKind}</>
  if (typeof worth === 'string') return <span className="nowrap">{t.rule.card(worth)}</span>
  return (
    <span className="nowrap">{worth < 1000 ? t.rule.kilograms(formatCount(worth)) : formatMoney(worth)}</span>
  )
}
