import type { ReactNode } from 'react'
import { useCircumstanceWords } from '#modules/people/web'
import { Select } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { BirthDate, Day, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Choice, type Choices, type PairDetail, type Side } from '../contract.ts'
import { alikeInWords, formatPoints, weighed, type Group } from './likeness.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi, type Messages } from './messages.vi.ts'

type Field = {
  readonly id: keyof Messages['pair']['fields']
  /** What the matching says of it. */
  readonly group?: Group
  readonly show: (side: Side) => ReactNode
  /** The same on both sides, so that there is nothing to choose. */
  readonly text: (side: Side) => string
}

/** One item a line: what each record says, how alike that is, what it weighs, and from which it is to be taken. */
export function CompareTable({
  pair,
  choices,
  onChoose,
}: {
  pair: PairDetail
  choices: Choices
  onChoose: ((choices: Choices) => void) | undefined
}) {
  const t = useMessages({ vi, en })
  const [one, other] = pair.sides
  const byGroup = new Map(weighed(pair.parts).map((weight) => [weight.group, weight]))
  const head = (which: 'one' | 'other') =>
    pair.keeps === which ? t.pair.keptSide(t.pair.side[which]) : t.pair.side[which]
  const say = useCircumstanceWords()
  const fields = fieldsOf(t, pair, (fact) => inWords(say({ ...fact, subject: 'person' }))).filter(
    (field) => field.text(one) !== '' || field.text(other) !== '',
  )
  return (
    <div className="compare">
      <DataTable
        caption={t.pair.caption}
        isCaptionHidden
        rows={fields}
        empty=""
        columns={[
          { header: t.pair.field, cell: ({ id }) => t.pair.fields[id], isName: true },
          { key: 'one', header: head('one'), cell: ({ show }) => show(one) },
          { key: 'other', header: head('other'), cell: ({ show }) => show(other) },
          {
            header: t.pair.alike,
            cell: ({ id, group }) => {
              // It weighs nothing, and stands in the way of a merge.
              if (id === 'died' && pair.obstacle === 'one_has_died')
                return <Chip kind="warn">{t.pair.differs}</Chip>
              const weight = group && byGroup.get(group)
              if (!weight) return <span className="quiet">{t.pair.notCompared}</span>
              return (
                <>
                  {alikeInWords(t, weight)}{' '}
                  {weight.bits !== 0 && (
                    <span className="points">{t.pair.points(formatPoints(weight.bits))}</span>
                  )}
                </>
              )
            },
          },
          ...(onChoose
            ? [
                {
                  header: t.pair.keep,
                  cell: (field: Field) => (
                    <Keep field={field} pair={pair} choices={choices} onChoose={onChoose} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </div>
  )
}

/** From which record an item is taken; the kept one’s where nobody chooses, and what only one of them says comes along. */
function Keep({
  field,
  pair,
  choices,
  onChoose,
}: {
  field: Field
  pair: PairDetail
  choices: Choices
  onChoose: (choices: Choices) => void
}) {
  const t = useMessages({ vi, en })
  const choice = Choice.safeParse(field.id)
  const [one, other] = pair.sides
  const [left, right] = [field.text(one), field.text(other)]
  const both = one.facts.some(({ kind }) => other.facts.some((fact) => fact.kind === kind))
  if (field.id === 'facts' && left !== right && both)
    return <span className="quiet">{t.pair.keptFacts(t.pair.side[pair.keeps ?? 'one'])}</span>
  if (!choice.success || left === right) return null
  const what = choice.data
  if (left === '' || right === '')
    return <span className="quiet">{t.pair.side[left === '' ? 'other' : 'one']}</span>
  return (
    <Select
      label={t.pair.keepOf(t.pair.fields[field.id])}
      isLabelHidden
      options={(['one', 'other'] as const).map((value) => ({ value, label: t.pair.side[value] }))}
      value={choices[what] ?? pair.keeps ?? 'one'}
      onChange={(value) => value && onChoose({ ...choices, [what]: value })}
    />
  )
}

const inWords = ({ name, detail }: { name: string; detail: string }) =>
  [name, detail].filter(Boolean).join(', ')

function fieldsOf(t: Messages, pair: PairDetail, say: (fact: Side['facts'][number]) => string): Field[] {
  const hidden = (side: Side, value: string | null) => value ?? (side.id === null ? t.pair.hidden : '—')
  const plain = (id: Field['id'], value: (side: Side) => string | null, group?: Group): Field => ({
    id,
    ...(group && { group }),
    text: (side) => value(side) ?? '',
    show: (side) => {
      const said = value(side)
      return said === null ? <span className="quiet">{hidden(side, said)}</span> : said
    },
  })
  const kinds = ['personal_id', 'legacy_id', 'health_card', 'social_insurance'] as const
  const numberOf = (side: Side, kind: (typeof kinds)[number]) => side.numbers.find((one) => one.kind === kind)
  const [firstKind] = kinds.filter((kind) => pair.sides.some((side) => numberOf(side, kind)))
  return [
    { ...plain('fullName', ({ fullName }) => fullName, 'name') },
    {
      id: 'born',
      group: 'born',
      text: ({ born, bornPrecision }) => `${born} ${bornPrecision}`,
      show: ({ born, bornPrecision }) => <BirthDate value={born} precision={bornPrecision} />,
    },
    plain('sex', ({ sex }) => t.sex[sex], 'sex'),
    ...kinds.map((kind): Field => ({
      id: kind,
      ...(kind === firstKind && { group: 'number' as const }),
      text: (side) => numberOf(side, kind)?.number ?? '',
      show: (side) => {
        const held = numberOf(side, kind)
        if (!held) return '—'
        return (
          <>
            {held.number}
            {held.isVerified && <span className="quiet"> · {t.pair.verified}</span>}
          </>
        )
      },
    })),
    {
      id: 'home',
      group: 'home',
      text: ({ village, recordedArea, head }) => `${village ?? ''} ${recordedArea.id} ${head ?? ''}`,
      show: ({ village, area, recordedArea }) => (
        <>
          {[village, area.name].filter(Boolean).join(', ')}
          {recordedArea.id !== area.id && (
            <>
              <br />
              <span className="quiet">{t.pair.formerly(recordedArea.name)}</span>
            </>
          )}
        </>
      ),
    },
    plain('head', ({ head }) => head, 'head'),
    plain('spouse', ({ spouse }) => spouse),
    plain('phone', ({ phone }) => phone, 'phone'),
    plain('ethnicGroup', ({ ethnicGroup }) => ethnicGroup),
    {
      id: 'died',
      text: ({ diedOn }) => diedOn ?? '',
      show: ({ diedOn }) => (diedOn ? <Day value={diedOn} /> : '—'),
    },
    {
      id: 'facts',
      text: ({ facts }) => facts.map(say).join(),
      show: ({ facts }) =>
        facts.length === 0 ? (
          '—'
        ) : (
          <span className="evidence">
            {facts.map((fact) => (
              <span key={fact.kind}>{say(fact)}</span>
            ))}
          </span>
        ),
    },
    {
      id: 'awards',
      text: ({ awards }) => awards.map(({ benefit, from }) => `${benefit} ${from}`).join(),
      show: ({ awards }) =>
        awards.length === 0 ? (
          '—'
        ) : (
          <span className="evidence">
            {awards.map(({ benefit, from, through }) => (
              <span key={`${benefit} ${from}`}>
                {t.pair.award(
                  t.benefits[benefit] ?? benefit,
                  formatMonth(from),
                  through ? formatMonth(through) : t.pair.now,
                )}
              </span>
            ))}
          </span>
        ),
    },
    {
      id: 'registered',
      text: ({ registeredOn }) => registeredOn,
      show: ({ registeredOn }) => <Day value={registeredOn} />,
    },
    plain('source', ({ source }) => source),
  ]
}
