import { dong, type Dong } from '#kernel/dong'
import { formatDate } from '#kernel/written'
import { Notice } from '#ui/notice'
import { DataTable } from '#ui/data-table'
import { Difference as Sum, formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { useCircumstanceWords } from '#modules/people/web'
import type { CircumstanceView } from '#modules/people/contract'
import type { ChangeKind, Difference, Effect, Preview } from '../contract.ts'
import type { ChangeOf } from '../domain/change.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What is recorded and what will be, field by field. */
export function Differences({ differences }: { differences: readonly Difference[] }) {
  const t = useMessages({ vi, en })
  const said = useValueWords()
  return (
    <Panel title={t.differences.title}>
      <DataTable
        caption={t.differences.title}
        isCaptionHidden
        // Two of one household may have one name.
        rows={differences.map((one, index) => ({ ...one, id: `${index}` }))}
        empty={<p className="empty">{t.differences.none}</p>}
        columns={[
          {
            header: t.differences.field,
            isName: true,
            cell: ({ field, about }) => (about ? `${t.fields[field]} – ${about}` : t.fields[field]),
          },
          { header: t.differences.before, cell: ({ field, before }) => said(field, before) },
          {
            header: t.differences.after,
            cell: ({ field, after }) => (
              <b>{field === 'head_of_rest' && after === null ? t.noHead : said(field, after)}</b>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** The value of a field in words. */
function useValueWords() {
  const t = useMessages({ vi, en })
  const say = useCircumstanceWords()
  return (field: Difference['field'], value: string | null): string => {
    if (value === null || value === '') return '—'
    switch (field) {
      case 'sex':
        return t.sexes[value] ?? value
      case 'born':
      case 'died_on':
      case 'circumstance_from':
      case 'circumstance_until':
        return formatDate(value)
      case 'household':
        return value === 'new' ? t.newHousehold : value
      case 'circumstance': {
        const fact = JSON.parse(value) as Pick<CircumstanceView, 'kind' | 'detail'> // As it was described.
        const { name, detail } = say({ ...fact, subject: 'person' })
        return [name, detail].filter(Boolean).join(' – ')
      }
      case 'paid_months': {
        const { benefit, since, paidThrough } = JSON.parse(value) as Omit<ChangeOf<'paid_months'>, 'kind'> // As it was described.
        const award = `${t.benefits[benefit]} ${t.form.awardFrom(formatMonth(since))}`
        return `${award}: ${paidThrough ? t.paidThrough(formatMonth(paidThrough)) : t.nothingPaid}`
      }
      case 'disability_level':
        return t.levels[value] ?? value
      case 'care_arrangement':
        return value
          .split(' ')
          .map((one) => t.form.arrangements[one] ?? one)
          .join(', ')
      case 'disability_types':
        return value
          .split(' ')
          .map((type) => t.types[type] ?? type)
          .join(', ')
      case 'full_name':
      case 'personal_id':
      case 'home':
      case 'relation_to_head':
      case 'head':
      case 'member':
      case 'certificate':
      case 'spouse':
      case 'guardian':
      case 'carer':
      case 'parents':
      case 'children':
      case 'head_of_rest':
        return value
    }
  }
}

/** «từ tháng 11/2026: 810.000 → 1.080.000 đ», for everybody it touches. */
export function Effects({
  preview,
  kind,
  isDecided = false,
  isSeen = true,
}: {
  preview: Preview
  kind: ChangeKind | null
  isDecided?: boolean
  /** Whether the reader may see whom it is about: of somebody elsewhere nothing is counted for them. */
  isSeen?: boolean
}) {
  const t = useMessages({ vi, en })
  const { effects, refusal, handOver } = preview
  return (
    // Whoever paid a month, the right to it stays as it is.
    <Panel title={kind === 'paid_months' ? t.effects.paidTitle : t.effects.title} isPadded>
      <div className="stack">
        {refusal && (
          <Notice kind="err" title={t.effects.refusal}>
            <p>{t.problems[refusal] ?? refusal}</p>
          </Notice>
        )}
        {handOver && (
          <Notice kind="info">
            <p>
              {t.effects.handOver(formatMonth(handOver.lastMonthHere), formatMonth(handOver.firstMonthThere))}
            </p>
            <p>
              {t.effects.handOverOf(
                handOver.people.flatMap(({ fullName }) => fullName ?? []),
                handOver.people.filter(({ fullName }) => fullName === null).length,
              )}
            </p>
          </Notice>
        )}
        <ReceivingOf preview={preview} />
        <NextList preview={preview} />
        {effects.length > 0 ? (
          <>
            <ul className="effects">
              {effects.map((effect) => (
                <EffectLine
                  key={`${effect.person.id} ${effect.component} ${effect.from} ${effect.isAwarded}`}
                  effect={effect}
                />
              ))}
            </ul>
            <LookedAt looked={preview.looked} />
          </>
        ) : (
          !refusal && (
            <>
              <p>{isDecided ? t.effects.decided : isSeen ? t.effects.none : t.effects.notSeen}</p>
              <LookedAt looked={preview.looked} />
            </>
          )
        )}
      </div>
    </Panel>
  )
}

/** Which months the law was asked about: what comes before or after them is not said. */
export function LookedAt({ looked }: { looked: Preview['looked'] }) {
  const t = useMessages({ vi, en })
  if (!looked) return null
  return <p className="hint">{t.effects.computed(formatMonth(looked.from), formatMonth(looked.through))}</p>
}

/** «Chi bù tháng 3–6/2026: +2.160.000 đ»: what the next list of payment makes of months that were listed already. */
function NextList({ preview: { settlement } }: { preview: Preview }) {
  const t = useMessages({ vi, en })
  if (settlement.length === 0) return null
  return (
    <Notice kind="info" title={t.nextList.title}>
      <ul className="bullets">
        {settlement.map(({ person, kind, from, through, amount }) => (
          <li key={`${person.id} ${kind}`}>
            {person.fullName ?? t.unseen} ·{' '}
            {t.nextList[amount < 0 ? 'less' : 'more'][kind](
              t.effects.between(formatMonth(from), formatMonth(through)),
            )}
            :{' '}
            <b>
              {amount < 0 || kind === 'overpaid' ? (
                <Money value={absolute(amount)} />
              ) : (
                <Sum value={amount} />
              )}
            </b>
            {amount > 0 && kind === 'overpaid' && ` ${t.nextList.recovered}`}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const absolute = (amount: Dong): Dong => dong(Math.abs(amount))

/** Through whose hands the money goes, where a guardian, a carer or a parent changes. */
function ReceivingOf({ preview: { receiving } }: { preview: Preview }) {
  const t = useMessages({ vi, en })
  if (receiving.length === 0) return null
  return (
    <ul className="bullets">
      {receiving.map(({ benefit, payee, receiver, becomes }) => (
        <li key={benefit}>
          <b>{t.benefits[benefit] ?? benefit}</b>:{' '}
          {t.receiving.now(payee.isSelf ? (receiver ?? t.receiving.self) : (payee.fullName ?? t.unseen))}{' '}
          {t.receiving.becomes[becomes]}
        </li>
      ))}
    </ul>
  )
}

export function EffectLine({ effect }: { effect: Effect }) {
  const t = useMessages({ vi, en })
  const { person, component, from, through, before, after, isAwarded } = effect
  const months = through
    ? t.effects.between(formatMonth(from), formatMonth(through))
    : t.effects.from(formatMonth(from))
  return (
    <li>
      <span>
        {person.fullName ?? t.unseen} · {t.components[component] ?? component}
        {!isAwarded && ` (${t.effects.possible})`}
      </span>
      <span>
        {months}: <Money value={before} /> →{' '}
        <b>
          <Money value={after} />
        </b>{' '}
        (<Sum value={after - before} />)
      </span>
    </li>
  )
}
