import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { LinkButton, TextLink } from '#ui/button'
import { DataTable, type Column } from '#ui/data-table'
import { Day, formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import {
  getTrialBalance,
  listEntries,
  pageSize,
  type EntryFilter,
  type TrialBalance as TrialBalanceView,
} from '../contract.ts'
import { entryHref, filterOf, ledgerHref, type LedgerSearch } from './ledger-search.ts'
import { ledgerWords as en } from './ledger-words.en.ts'
import { ledgerWords as vi, type LedgerWords } from './ledger-words.vi.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'

/** The ledger: what stands on each account, and the entries behind whatever figure led here. */
export function LedgerPage({ search }: { search: LedgerSearch }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const filter = filterOf(search)
  const isFiltered = Object.keys(filter).length > 0
  return (
    <>
      <PageHead crumbs={[{ label: payments }, { label: t.title }]} title={t.title} />
      {!isFiltered && <TrialBalance />}
      <Entries filter={filter} page={search.trang ?? 1} isFiltered={isFiltered} />
    </>
  )
}

type Balance = TrialBalanceView['accounts'][number]

/** As accountants lay it out: what went through each account on either side, and on which side the rest stands. */
function TrialBalance() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getTrialBalance, {}))
  const column = (header: string, of: (balance: Balance) => number): Column<Balance> => ({
    header,
    align: 'end',
    cell: (balance) => (of(balance) === 0 ? '' : formatCount(of(balance))),
    total: formatCount(data.accounts.reduce((sum, balance) => sum + of(balance), 0)),
  })
  const isBalanced = data.debit === data.credit
  return (
    <section className="stack" aria-labelledby="can-doi">
      <h2 id="can-doi">{t.balance}</h2>
      {data.accounts.length > 0 && (
        <Notice kind={isBalanced ? 'ok' : 'err'} title={isBalanced ? t.isBalanced : t.isUnbalanced} />
      )}
      <DataTable
        caption={t.balanceCaption}
        isCaptionHidden
        rows={data.accounts}
        rowKey={({ account }) => account}
        empty={<EmptyState title={t.noEntries}>{t.noEntriesMore}</EmptyState>}
        totalLabel={t.total}
        columns={[
          {
            header: t.account,
            cell: ({ account }) => <TextLink href={ledgerHref({ account })}>{t.accounts[account]}</TextLink>,
            isName: true,
          },
          column(t.turnover.debit, ({ debit }) => debit),
          column(t.turnover.credit, ({ credit }) => credit),
          column(t.balanceOn.debit, ({ debit, credit }) => Math.max(0, debit - credit)),
          column(t.balanceOn.credit, ({ debit, credit }) => Math.max(0, credit - debit)),
        ]}
      />
    </section>
  )
}

function Entries({ filter, page, isFiltered }: { filter: EntryFilter; page: number; isFiltered: boolean }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listEntries, { ...filter, page }))
  return (
    <section className="stack" id="but-toan" aria-labelledby="but-toan-ten">
      <h2 id="but-toan-ten">{isFiltered ? t.entriesOf(wordsOf(filter, t)) : t.entries}</h2>
      {isFiltered && (
        <>
          <p className="filter-line">
            {t.sum(
              formatMoney(data.debit),
              formatMoney(data.credit),
              formatMoney(Math.abs(data.debit - data.credit)),
            )}
          </p>
          <div className="btns no-print">
            <LinkButton icon="list" href={ledgerHref()}>
              {t.all}
            </LinkButton>
          </div>
        </>
      )}
      <DataTable
        caption={t.entriesCaption}
        isCaptionHidden
        rows={data.rows}
        rowKey={({ entryId, account, month }) => `${entryId} ${account} ${month}`}
        empty={
          isFiltered ? (
            <EmptyState title={t.noneSuch} />
          ) : (
            <EmptyState title={t.noEntries}>{t.noEntriesMore}</EmptyState>
          )
        }
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        columns={[
          {
            header: t.number,
            cell: ({ entryId }) => <TextLink href={entryHref(entryId)}>{t.entry(entryId)}</TextLink>,
            isName: true,
          },
          { header: t.day, cell: ({ bookedOn }) => <Day value={bookedOn} /> },
          {
            header: t.what,
            cell: ({ kind, note }) => (
              <span>
                {t.kinds[kind]}
                {note && (
                  <>
                    <br />
                    <span className="quiet">{note}</span>
                  </>
                )}
              </span>
            ),
          },
          { header: t.account, cell: ({ account }) => t.accounts[account] },
          { header: t.month, cell: ({ month }) => month && formatMonth(month) },
          {
            header: t.debit,
            cell: ({ debit }) => debit > 0 && formatCount(debit),
            align: 'end',
          },
          {
            header: t.credit,
            cell: ({ credit }) => credit > 0 && formatCount(credit),
            align: 'end',
          },
          { header: t.by, cell: ({ byName }) => byName },
        ]}
      />
      <Pages page={page} pageSize={pageSize} total={data.total} href={(at) => ledgerHref(filter, at)} />
    </section>
  )
}

/** What the entries are of, in words. */
function wordsOf(filter: EntryFilter, t: LedgerWords) {
  return [
    filter.account && t.accounts[filter.account],
    filter.kind && t.kinds[filter.kind],
    filter.figure && t.figures[filter.figure],
    filter.envelopeId && t.filters.envelope,
    filter.instructionId && t.filters.instruction,
    filter.personId && t.filters.person,
    filter.recoveryId && t.filters.recovery,
    filter.fundId && t.filters.fund,
    filter.providerId && t.filters.provider,
    filter.month && formatMonth(filter.month),
  ]
    .filter(Boolean)
    .join(' · ')
}
