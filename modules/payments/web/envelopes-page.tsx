import { useSuspenseQuery } from '@tanstack/react-query'
import { listRuns } from '#modules/payroll/contract'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth, formatShare } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listEnvelopes, prepareEnvelopes, type EnvelopeSummary } from '../contract.ts'
import { FiguresLink } from './figures/figures-link.tsx'
import { envelopeHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { WaitingOneOffs } from './once/waiting-one-offs.tsx'
import { EnvelopeChip } from './state-chips.tsx'

/** Every envelope, newest first, and the approved runs that have none yet. */
export function EnvelopesPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data: envelopes } = useSuspenseQuery(apiQuery(listEnvelopes, {}))
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payments }, { label: t.title }]}
        title={t.title}
        actions={envelopes[0] && <FiguresLink month={envelopes[0].month} />}
      />
      {can('payments.prepare') && can('payroll.read') && <WaitingRuns envelopes={envelopes} />}
      {can('payments.prepare') && <WaitingOneOffs />}
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={envelopes}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.code,
            cell: ({ id, code }) => <TextLink href={envelopeHref(id)}>{code}</TextLink>,
            isName: true,
          },
          {
            header: t.month,
            cell: ({ month, purpose }) => (
              <>
                {formatMonth(month)}
                {purpose !== 'run' && (
                  <>
                    <br />
                    <span className="quiet">{t.purposes[purpose]}</span>
                  </>
                )}
              </>
            ),
          },
          { header: t.provider, cell: ({ provider }) => provider.name },
          { header: t.area, cell: ({ area }) => area.name },
          { header: t.state, cell: ({ state }) => <EnvelopeChip state={state} /> },
          { header: t.instructions, cell: ({ instructions }) => formatCount(instructions), align: 'end' },
          { header: `${t.amount} (đ)`, cell: ({ amount }) => formatCount(amount), align: 'end' },
          {
            header: t.paidShare,
            cell: (envelope) => formatShare(sumOf(envelope, ['paid']) / Math.max(1, envelope.instructions)),
            align: 'end',
          },
          { header: t.openShare, cell: (envelope) => formatCount(sumOf(envelope, ['sent'])), align: 'end' },
        ]}
      />
    </>
  )
}

function sumOf({ states }: EnvelopeSummary, wanted: readonly string[]) {
  return states
    .filter(({ state }) => wanted.includes(state))
    .reduce((sum, { instructions }) => sum + instructions, 0)
}

/** What waits to be put into envelopes, each with its button. */
function WaitingRuns({ envelopes }: { envelopes: readonly EnvelopeSummary[] }) {
  const t = useMessages({ vi, en })
  const { data: approved } = useSuspenseQuery(apiQuery(listRuns, { state: 'approved' }))
  const { data: sent } = useSuspenseQuery(apiQuery(listRuns, { state: 'sent' }))
  const prepare = useCommand(prepareEnvelopes)
  const [requestId, renew] = useRequestId()
  const waiting = [...approved, ...sent].filter(({ id, state }) => {
    const own = envelopes.filter(({ runId }) => runId === id)
    const living = own.filter((one) => one.state !== 'cancelled')
    if (living.length === 0) return state === 'approved'
    // What a cancelled envelope was to pay is in no other yet.
    return own.some(
      (one) => one.state === 'cancelled' && living.every(({ provider }) => provider.id !== one.provider.id),
    )
  })
  return (
    <>
      {waiting.map(({ id, month, area }) => (
        <Notice
          key={id}
          kind="info"
          title={t.prepare.waiting(formatMonth(month), area.name)}
          actions={
            <Button
              emphasis="primary"
              icon="plus"
              isPending={prepare.isPending}
              onPress={() => prepare.mutate({ runId: id, requestId }, { onSuccess: renew })}
            >
              {t.prepare.verb(formatMonth(month))}
            </Button>
          }
        />
      ))}
      <ProblemNotice error={prepare.error} words={t.problems} />
      {prepare.isSuccess && <Notice kind="ok" isLive title={t.prepare.done} />}
    </>
  )
}
