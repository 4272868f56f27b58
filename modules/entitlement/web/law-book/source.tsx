import { TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import { isConvention, type Certainty, type Source } from '../../domain/rule-set.ts'
import type { Provision } from '../../domain/law-book/provision.ts'
import type { OpenQuestionView } from '../../law-contract.ts'
import { CitationText } from '../citation.tsx'
import { questionHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The margin of the ledger: where it stands, and how sure we are of it. */
export function Sources({
  of: given,
  rule,
  questions,
}: {
  of: readonly Source[]
  rule: string
  questions: readonly OpenQuestionView[]
}) {
  return (
    <div className="law-margin">
      {merged(given).map((source) => (
        <p key={`${source.document} ${source.place} ${source.certainty}`}>
          {isConvention(source) ? null : <CitationText of={[source]} />}
          <CertaintyChip source={source} question={questionOf(source, rule, questions)} />
        </p>
      ))}
    </div>
  )
}

/** One source by itself; a convention of this system is named by its question. */
export function SourceLine({ source }: { source: Source }) {
  const t = useMessages({ vi, en })
  if (!isConvention(source)) return <CitationText of={[source]} />
  return (
    <TextLink href={questionHref(source.place)}>
      <Chip kind="unsure">
        {t.certainty.uncertain} {t.questionNumber(source.place)}
      </Chip>
    </TextLink>
  )
}

/** What is unsettled leads to the question and what is assumed meanwhile. */
function CertaintyChip({ source, question }: { source: Source; question: OpenQuestionView | undefined }) {
  const t = useMessages({ vi, en })
  const { certainty } = source
  const chip = (
    <Chip kind={kinds[certainty]} {...(certainty === 'knowledge' && { icon: 'half' as const })}>
      {t.certainty[certainty]}
      {certainty === 'uncertain' && question && (
        <> {t.questionNumber(isConvention(source) ? source.place : question.number)}</>
      )}
    </Chip>
  )
  if (certainty !== 'uncertain' || !question) return chip
  return <TextLink href={questionHref(question.number)}>{chip}</TextLink>
}

const kinds = { verified: 'ok', knowledge: 'neutral', uncertain: 'unsure' } as const satisfies Record<
  Certainty,
  string
>

/** The question a source names, otherwise the first about its rule. */
function questionOf(source: Source, rule: string, questions: readonly OpenQuestionView[]) {
  return isConvention(source)
    ? questions.find(({ number }) => number.split(', ').includes(source.place))
    : questions.find(({ about }) => about.includes(rule))
}

/** One line for each document and certainty, its places in order and each once. */
function merged(sources: readonly Source[]): Source[] {
  const groups = Map.groupBy(sources, (source) =>
    isConvention(source) ? `${source.document} ${source.place}` : `${source.document} ${source.certainty}`,
  )
  return [...groups.values()].map((group) => ({
    ...group[0]!,
    place: [...new Set(group.map(({ place }) => place))].join(', '),
  }))
}

/** Everything a rule cites. */
export function sourcesOf({ cite, statements }: Provision): readonly Source[] {
  return [cite, ...statements.map((statement) => statement.cite)]
}
