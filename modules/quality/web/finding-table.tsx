import type { ReactNode } from 'react'
import { useCommand } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { BirthDate, Day, formatDay, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { endException, rules, type FindingView, type RuleId } from '../contract.ts'
import { fixes, personHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useWrong } from './use-wrong.ts'

type Act = (act: 'number' | 'except', row: FindingView) => void

/** The list of a rule: who, what is wrong, since when, and the way to put it right. */
export function FindingTable({
  rule,
  show,
  rows,
  window,
  showsArea,
  empty,
  onAct,
  onPutBack,
}: {
  rule: RuleId
  show: 'open' | 'excepted'
  rows: readonly FindingView[]
  window: { readonly first: number; readonly total: number }
  showsArea: boolean
  empty: ReactNode
  onAct: Act
  onPutBack: (name: string) => void
}) {
  const t = useMessages({ vi, en })
  const say = useWrong(rule)
  const area: Column<FindingView>[] = showsArea
    ? [{ header: t.table.area, cell: (row) => row.area.name }]
    : []
  const hasDetail = rows.some((row) => say(row) !== undefined)
  const wrong: Column<FindingView>[] = hasDetail ? [{ header: t.table.wrong, cell: (row) => say(row) }] : []
  const last: Column<FindingView> =
    show === 'open'
      ? { header: t.table.fix, cell: (row) => <FixCell rule={rule} row={row} onAct={onAct} /> }
      : { header: t.table.reason, cell: (row) => <Excepted row={row} onPutBack={onPutBack} /> }
  return (
    <DataTable
      caption={t.rules[rule].title}
      isCaptionHidden
      rows={rows}
      rowKey={({ person }) => person.id}
      empty={empty}
      window={window}
      columns={[
        {
          header: t.table.person,
          isName: true,
          cell: ({ person, village }) => (
            <div>
              <TextLink href={personHref(person.id)}>{person.name}</TextLink>
              <span className="quiet rule-why">
                <BirthDate value={person.born} precision={person.bornPrecision} />
                {village && ` · ${village}`}
              </span>
            </div>
          ),
        },
        ...area,
        ...wrong,
        { header: t.table.since, cell: ({ since }) => <Day value={since} /> },
        {
          header: t.table.money,
          cell: ({ monthly }) => (monthly > 0 ? formatMoney(monthly) : '–'),
          align: 'end',
        },
        last,
      ]}
    />
  )
}

/** One press leads to where it is put right, for whoever may; and «đúng như vậy» for what is right as it stands. */
function FixCell({ rule, row, onAct }: { rule: RuleId; row: FindingView; onAct: Act }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  if (row.isBeingChecked) return <Chip kind="info">{t.checking}</Chip>
  const isOfCarer = rule === 'dead_guardian' && row.detail.tie !== 'guardian_of'
  const fix = isOfCarer ? 'carer' : rules[rule].fix
  const { permission, href } = fixes[fix]
  const label = t.fixOf(t.fix[fix], row.person.name)
  return (
    <span className="finding-acts">
      {can(permission) &&
        (href ? (
          <LinkButton href={href(row.person.id)} aria-label={label}>
            {t.fix[fix]}
          </LinkButton>
        ) : (
          <Button aria-label={label} onPress={() => onAct('number', row)}>
            {t.fix[fix]}
          </Button>
        ))}
      {can('quality.except') && (
        <Button aria-label={t.exceptOf(row.person.name)} onPress={() => onAct('except', row)}>
          {t.except}
        </Button>
      )}
    </span>
  )
}

function Excepted({ row, onPutBack }: { row: FindingView; onPutBack: (name: string) => void }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const end = useCommand(endException)
  if (!row.exception) return null
  const { id, reason, until, at, by } = row.exception
  return (
    <>
      {reason}
      <span className="quiet rule-why">
        {t.exceptedBy(by, formatInstant(at))}
        {until && ` · ${t.until(formatDay(until))}`}
      </span>
      {can('quality.except') && (
        <Button
          aria-label={t.putBackOf(row.person.name)}
          isPending={end.isPending}
          onPress={() => end.mutate({ id }, { onSuccess: () => onPutBack(row.person.name) })}
        >
          {t.putBack}
        </Button>
      )}
    </>
  )
}
