import { TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable, type Column } from '#ui/data-table'
import { formatCount, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import type { ProposalId, ProposalView } from '../../contract.ts'
import { FileClock } from '../common/file-clock.tsx'
import { useLabel } from '../common/use-label.ts'
import { isAboutNoMoney, paysNothing, quantityOf } from '../common/terms.tsx'
import { signingHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** A draft that waits, with what has become of its facts since. */
export type Waiting = ProposalView & {
  readonly isSafe: boolean
  readonly changes: readonly string[]
  readonly waitsIn: { readonly vi: string; readonly en: string } | null
}

/** The drafts, nearest deadline first: what each decides, and what is not as the law computes it. */
export function SigningTable({
  rows,
  current,
  chosen,
  choose,
}: {
  rows: readonly Waiting[]
  current: ProposalId | undefined
  chosen?: ReadonlySet<ProposalId>
  choose?: (ids: ReadonlySet<ProposalId>) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const toggle = (id: ProposalId, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    choose?.(next)
  }
  const choosing: Column<Waiting>[] = choose
    ? [
        {
          header: words.choose,
          isHeaderHidden: true,
          cell: ({ id, fullName, isSafe }) =>
            isSafe && (
              <Checkbox isSelected={chosen?.has(id) ?? false} onChange={(is) => toggle(id, is)}>
                <span className="sr">{words.chooseOne(fullName)}</span>
              </Checkbox>
            ),
        },
      ]
    : []
  return (
    <DataTable
      caption={words.caption}
      isCaptionHidden
      rows={rows}
      empty=""
      isCurrent={({ id }) => id === current}
      columns={[
        ...choosing,
        {
          header: words.person,
          isName: true,
          cell: ({ id, fullName, application, area }) => (
            <>
              <TextLink href={signingHref(id)}>{fullName}</TextLink>
              <span className="quiet under-name">{application?.code ?? area.name}</span>
            </>
          ),
        },
        {
          header: words.kind,
          cell: ({ kind, benefit }) => (
            <span className="signing-kind">
              {t.kinds[kind]}
              {benefit && <span className="quiet under-name">{t.benefits[benefit]}</span>}
            </span>
          ),
        },
        {
          header: words.amount,
          align: 'end',
          cell: ({ kind, terms }) =>
            isAboutNoMoney.has(kind) ? null : (
              <span>
                {terms.before > 0 && (
                  <>
                    <del className="was">
                      <span className="sr">{words.terms.before} </span>
                      {formatCount(terms.before)}
                    </del>{' '}
                    →{' '}
                  </>
                )}
                {quantityOf(terms) ??
                  formatCount(terms.once ?? (paysNothing(kind, terms) ? 0 : terms.monthly))}
                <span className="quiet under-name">
                  {words.from.toLowerCase()} {formatMonth(terms.effective)}
                </span>
              </span>
            ),
        },
        { header: words.deadline, cell: ({ clock }) => clock && <FileClock clock={clock} /> },
        { header: words.risk, cell: (row) => <Risk row={row} /> },
      ]}
    />
  )
}

/** Why a draft cannot be signed with others, in a word. */
export function Risk({ row: { isSafe, deviation, changes, payee, waitsIn } }: { row: Waiting }) {
  const label = useLabel()
  const t = useMessages({ vi, en }).signing
  if (isSafe) return <span className="quiet">{t.nothingRisky}</span>
  return (
    <span className="flags long-chips">
      {waitsIn && (
        <Chip kind="warn" icon="warning">
          {t.waitsIn(label(waitsIn))}
        </Chip>
      )}
      {deviation && (
        <Chip kind="warn" icon="warning">
          {t.deviates}
        </Chip>
      )}
      {payee && (
        <Chip kind="warn" icon="warning">
          {t.paidToAnother}
        </Chip>
      )}
      {!waitsIn && !deviation && !payee && changes.length === 0 && (
        <Chip kind="warn" icon="warning">
          {t.endsRight}
        </Chip>
      )}
      {changes.length > 0 && (
        <Chip kind="err" icon="warning">
          {t.changed}
        </Chip>
      )}
    </span>
  )
}
