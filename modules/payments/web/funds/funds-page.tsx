import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { todayInVietnam } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listFunds, Programme, type FundAllocationView, type FundView } from '../../contract.ts'
import { fundsHref } from '../hrefs.ts'
import { KeptHead } from '../kept-head.tsx'
import { ledgerHref } from '../ledger-search.ts'
import { useAsking } from '../use-asking.ts'
import { AllocateDialog, ChangeDialog, DecideAllocationDialog, OpenDialog } from './fund-dialogs.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The budget lines of a year («dòng dự toán»): what each was given, has spent, holds and has left. */
export function FundsPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { nam } = useSearch({ strict: false }) as { nam?: number } // As the route has read it.
  const now = Number(todayInVietnam().slice(0, 4))
  const year = nam ?? now
  const { data: funds } = useSuspenseQuery(apiQuery(listFunds, { year }))
  const { asking, ask, close, said, done } = useAsking<Asked>()
  return (
    <>
      <KeptHead words={t} may="payments.check" onOpen={() => ask({ what: 'open' })} />
      <TabLinks
        label={t.years}
        links={[...new Set([now - 1, now, now + 1, year])]
          .toSorted((one, two) => one - two)
          .map((one) => ({ href: fundsHref(one), label: String(one), isHere: one === year }))}
      />
      {said && <Notice kind="ok" isLive title={said} />}
      <Gaps funds={funds} />
      <Waiting funds={funds} ask={ask} />
      <DataTable
        caption={t.caption(year)}
        isCaptionHidden
        rows={funds}
        empty={<EmptyState title={t.none(year)}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.line,
            isName: true,
            cell: ({ programme, source, area, code, share }) => (
              <>
                {t.programmes[programme]}
                <br />
                <span className="quiet">
                  {[code, t.sources[source], share < 100 && t.share(share), area.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          ...figures.map((of) => ({
            header: t[of],
            align: 'end' as const,
            cell: (fund: FundView) => <Entries fund={fund} of={of} />,
            total: formatCount(funds.reduce((total, fund) => total + fund[of], 0)),
          })),
          ...(can('payments.check')
            ? [
                {
                  header: t.allocate,
                  isHeaderHidden: true,
                  cell: (fund: FundView) => (
                    <span className="btns">
                      <Button
                        aria-label={t.allocateOf(fund.code)}
                        onPress={() => ask({ what: 'allocate', fund })}
                      >
                        {t.allocate}
                      </Button>
                      {!fund.isUsed && (
                        <Button
                          emphasis="quiet"
                          aria-label={t.changeOf(fund.code)}
                          onPress={() => ask({ what: 'change', fund })}
                        >
                          {t.change}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
        totalLabel={t.total}
      />
      {asking?.what === 'open' && (
        <OpenDialog year={year} funds={funds} onClose={close} onDone={() => done(t.opened)} />
      )}
      {asking?.what === 'change' && (
        <ChangeDialog fund={asking.fund} onClose={close} onDone={() => done(t.changed)} />
      )}
      {asking?.what === 'decide' && (
        <DecideAllocationDialog
          {...asking}
          onClose={close}
          onDone={() => done(asking.state === 'approved' ? t.recorded : t.refusedDone)}
        />
      )}
      {asking?.what === 'allocate' && (
        <AllocateDialog fund={asking.fund} onClose={close} onDone={() => done(t.askedDone)} />
      )}
    </>
  )
}

type Asked =
  | { readonly what: 'open' }
  | { readonly what: 'allocate' | 'change'; readonly fund: FundView }
  | {
      readonly what: 'decide'
      readonly fund: FundView
      readonly allocation: FundAllocationView
      readonly state: 'approved' | 'refused'
    }

/** What waits to be booked by a second person, above the lines it is for; and what was refused, for whoever asked. */
function Waiting({ funds, ask }: { funds: readonly FundView[]; ask: (asked: Asked) => void }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const rows = funds.flatMap((fund) =>
    fund.waiting.map((allocation) => ({ id: allocation.id, fund, allocation })),
  )
  if (rows.length === 0) return null
  return (
    <section className="stack" aria-labelledby="cho-ghi-so">
      <h2 id="cho-ghi-so">{t.waiting}</h2>
      <DataTable
        caption={t.waiting}
        isCaptionHidden
        rows={rows}
        empty=""
        columns={[
          {
            header: t.decision,
            isName: true,
            cell: ({ allocation: { decision, asked } }) => (
              <>
                {decision}
                <span className="quiet under-name">{t.askedBy(asked.by.name, formatInstant(asked.at))}</span>
              </>
            ),
          },
          { header: t.line, cell: ({ fund }) => `${t.programmes[fund.programme]} · ${fund.code}` },
          { header: t.direction, cell: ({ allocation }) => t.directions[allocation.direction] },
          {
            header: `${t.amount} (đ)`,
            align: 'end',
            cell: ({ allocation }) => formatCount(allocation.amount),
          },
          {
            header: t.actions,
            isHeaderHidden: true,
            cell: ({ fund, allocation }) => {
              const { decision, isRefused, refusedBy, note, mayDecide } = allocation
              if (isRefused) return <span className="quiet">{t.refusedBy(refusedBy ?? '', note ?? '')}</span>
              if (!mayDecide)
                return <span className="quiet">{can('payments.approve') ? t.mine : t.waits}</span>
              return (
                <span className="btns">
                  <Button
                    icon="check"
                    aria-label={t.recordOf(decision)}
                    onPress={() => ask({ what: 'decide', fund, allocation, state: 'approved' })}
                  >
                    {t.record}
                  </Button>
                  <Button
                    icon="cross"
                    aria-label={t.refuseOf(decision)}
                    onPress={() => ask({ what: 'decide', fund, allocation, state: 'refused' })}
                  >
                    {t.refuse}
                  </Button>
                </span>
              )
            },
          },
        ]}
      />
    </section>
  )
}

/** The account whose entries each figure of a line is the sum of. */
const accounts = {
  allocated: 'appropriation',
  spent: 'budget_spent',
  blocked: 'budget_blocked',
  available: 'budget_available',
} as const

const figures = ['allocated', 'spent', 'blocked', 'available'] as const

/** A figure, and the way to its entries where there are any. */
function Entries({ fund: { id, code, ...fund }, of }: { fund: FundView; of: keyof typeof accounts }) {
  const t = useMessages({ vi, en })
  const figure = formatCount(fund[of])
  if (fund[of] === 0) return figure
  return (
    <TextLink
      href={ledgerHref({ fundId: id, account: accounts[of] })}
      aria-label={`${figure}, ${t.entriesOf(code)}`}
    >
      {figure}
    </TextLink>
  )
}

/** What keeps envelopes of the year from being approved, before anybody meets it there. */
function Gaps({ funds }: { funds: readonly FundView[] }) {
  const t = useMessages({ vi, en })
  if (funds.length === 0) return null
  const missing = Programme.options.filter((one) => funds.every(({ programme }) => programme !== one))
  const shares = [...Map.groupBy(funds, ({ area, programme }) => `${area.id} ${programme}`).values()]
    .map((own) => ({ programme: own[0]!.programme, sum: own.reduce((sum, { share }) => sum + share, 0) })) // Groups have a member.
    .filter(({ sum }) => sum !== 100)
  return (
    <>
      {missing.length > 0 && (
        <Notice kind="warn" title={t.missing(missing.map((one) => t.programmes[one]).join(', '))}>
          <p>{t.missingMore}</p>
        </Notice>
      )}
      {shares.map(({ programme, sum }) => (
        <Notice key={programme} kind="warn" title={t.sharesDiffer(t.programmes[programme], sum)}>
          <p>{t.sharesDifferMore}</p>
        </Notice>
      ))}
    </>
  )
}
