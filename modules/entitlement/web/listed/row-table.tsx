import { monthOf, todayInVietnam } from '#kernel/civil-date'
import { TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { BirthDate, formatCount, formatDay, formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ListedAwardView, ListedState } from '../../listed-contract.ts'
import { messages as entitlementEn } from '../messages.en.ts'
import { messages as entitlementVi } from '../messages.vi.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const kinds = {
  proposed: 'warn',
  confirmed: 'ok',
  held: 'neutral',
  sent_back: 'err',
} as const satisfies Record<ListedState, ChipKind>

/** What a list says of each person, beside what the law gives by the facts recorded. */
export function RowTable({
  rows,
  chosen,
  choose,
}: {
  rows: readonly ListedAwardView[]
  chosen?: ReadonlySet<string>
  choose?: (ids: ReadonlySet<string>) => void
}) {
  const t = useMessages({ vi, en })
  const { benefits } = useMessages({ vi: entitlementVi, en: entitlementEn })
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose?.(next)
  }
  const choosing: Column<ListedAwardView>[] = choose
    ? [
        {
          header: t.choose,
          isHeaderHidden: true,
          cell: ({ id, row, person, state }) =>
            (state === 'proposed' || state === 'sent_back') && (
              <Checkbox isSelected={chosen?.has(id) ?? false} onChange={(is) => toggle(id, is)}>
                <span className="sr">{t.chooseRow(row, person?.fullName ?? t.hidden)}</span>
              </Checkbox>
            ),
        },
      ]
    : []
  return (
    <DataTable
      caption={t.title}
      isCaptionHidden
      rows={rows}
      empty={t.noRows}
      columns={[
        ...choosing,
        { header: t.row, align: 'end', cell: ({ row }) => row },
        { header: t.person, isName: true, cell: (row) => <Person row={row} /> },
        {
          header: t.decision,
          cell: ({ decisionNumber, signedOn, signerTitle, benefit }) => (
            <div>
              {t.decisionOf(decisionNumber, formatDay(signedOn))}
              <span className="quiet listed-under">
                {benefits[benefit]} · {signerTitle}
              </span>
            </div>
          ),
        },
        {
          header: t.from,
          cell: ({ from, signedOn, paidThrough }) => (
            <div>
              {formatMonth(from)}
              {from < monthOf(signedOn) && (
                <>
                  {' '}
                  <Chip kind="warn" icon="warning">
                    {t.beforeDecision}
                  </Chip>
                </>
              )}
              {paidThrough && (
                <span className="quiet listed-paid">{t.arrears.paidThrough(formatMonth(paidThrough))}</span>
              )}
            </div>
          ),
        },
        {
          header: t.monthly,
          align: 'end',
          cell: ({ monthly }) =>
            monthly === null ? <span className="quiet">{t.notSaid}</span> : formatCount(monthly),
        },
        { header: t.byLaw, align: 'end', cell: (row) => <ByLaw row={row} /> },
        { header: t.arrears.column, align: 'end', cell: (row) => <Arrears row={row} /> },
        { header: t.state, cell: (row) => <State row={row} /> },
      ]}
    />
  )
}

function Person({ row: { person } }: { row: ListedAwardView }) {
  const t = useMessages({ vi, en })
  if (!person) return <span className="quiet">{t.hidden}</span>
  return (
    <div>
      <TextLink href={`/nghiep-vu/nguoi/${person.id}`}>{person.fullName}</TextLink>
      <span className="quiet listed-under">
        <BirthDate value={person.born} precision={person.bornPrecision} />
      </span>
      {person.diedOn && <Chip kind="err">{t.died(formatDay(person.diedOn))}</Chip>}
    </div>
  )
}

function ByLaw({ row: { person, byLaw, lapsedIn, monthly, from } }: { row: ListedAwardView }) {
  const t = useMessages({ vi, en })
  if (byLaw === null) return null
  const present = monthOf(todayInVietnam())
  return (
    <div>
      {byLaw > 0 ? (
        <b>{formatCount(byLaw)}</b>
      ) : (
        <Chip kind="err" icon="warning">
          {lapsedIn ? t.lapsed(formatMonth(lapsedIn)) : t.nothingByLaw}
        </Chip>
      )}
      {byLaw > 0 && monthly !== null && monthly !== byLaw && (
        <>
          {' '}
          <Chip kind="warn" icon="warning">
            {t.differs}
          </Chip>
        </>
      )}
      {person && (
        <span className="listed-under">
          <TextLink
            href={`/nghiep-vu/nguoi/${person.id}/vi-sao?thang=${from > present ? from : present}`}
            aria-label={t.whyOf(person.fullName)}
          >
            {t.why}
          </TextLink>
        </span>
      )}
    </div>
  )
}

/** What the next list of payment would pay for earlier months. */
function Arrears({ row: { owed } }: { row: ListedAwardView }) {
  const t = useMessages({ vi, en })
  if (!owed) return null
  return (
    <div>
      <b>{formatCount(owed.amount)}</b>
      <span className="quiet listed-paid">
        {t.arrears.months(formatMonth(owed.from), formatMonth(owed.through))}
      </span>
    </div>
  )
}

function State({ row: { state, decided, reason } }: { row: ListedAwardView }) {
  const t = useMessages({ vi, en })
  return (
    <div>
      <Chip kind={kinds[state]}>{t.states[state]}</Chip>
      {reason && <span className="listed-under">{reason}</span>}
      {decided && (
        <span className="quiet listed-under">{t.decided(decided.name, formatInstant(decided.at))}</span>
      )}
    </div>
  )
}
