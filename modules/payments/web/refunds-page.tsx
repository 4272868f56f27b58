import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { dong } from '#kernel/dong'
import { apiQuery, useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { Allowed } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TextField } from '#ui/text-field'
import {
  askForRefund,
  listRefunds,
  type LyingMoney,
  type ProviderId,
  type RefundReason,
  type RefundState,
} from '../contract.ts'
import { refundHref } from './hrefs.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { refundWords as en } from './refund-words.en.ts'
import { refundWords as vi } from './refund-words.vi.ts'

const looks: Readonly<Record<RefundState, { kind: ChipKind; icon: IconName }>> = {
  asked: { kind: 'warn', icon: 'pencil' },
  approved: { kind: 'info', icon: 'send' },
  confirmed: { kind: 'ok', icon: 'check' },
  withdrawn: { kind: 'neutral', icon: 'cross' },
}

/** Where a refund stands, in a word. */
export function RefundChip({ state }: { state: RefundState }) {
  const t = useMessages({ vi, en })
  return <Chip {...looks[state]}>{t.states[state]}</Chip>
}

/** What lies at providers and why, and what was asked back for the treasury. */
export function RefundsPage() {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data } = useSuspenseQuery(apiQuery(listRefunds, {}))
  const [asking, ask] = useState<LyingMoney['provider']>()
  const own = data.lying.filter(({ isOfOwnProvider }) => isOfOwnProvider)
  const providers = [...new Map(own.map(({ provider }) => [provider.id, provider])).values()]
  return (
    <>
      <PageHead crumbs={[{ label: payments }, { label: t.title }]} title={t.title} />
      <section className="stack" aria-labelledby="con-lai">
        <h2 id="con-lai">{t.lying}</h2>
        <DataTable
          caption={t.lyingCaption}
          isCaptionHidden
          rows={data.lying}
          rowKey={({ provider, reason }) => `${provider.id} ${reason}`}
          empty={<EmptyState title={t.nothingLies}>{t.nothingLiesMore}</EmptyState>}
          columns={[
            { header: t.reason, cell: ({ reason }) => t.reasons[reason], isName: true },
            { header: t.provider, cell: ({ provider }) => provider.name },
            { header: t.since, cell: ({ since }) => formatMonth(since) },
            { header: t.orders, cell: ({ orders }) => formatCount(orders), align: 'end' },
            { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          ]}
        />
        <Allowed to="payments.prepare">
          <div className="btns">
            {providers.map((provider) => (
              <Button key={provider.id} icon="undo" onPress={() => ask(provider)}>
                {`${t.ask}: ${provider.name}`}
              </Button>
            ))}
          </div>
          {own.length < data.lying.length && <p className="hint">{t.notOurs}</p>}
        </Allowed>
      </section>
      <section className="stack" aria-labelledby="cac-lan">
        <h2 id="cac-lan">{t.list}</h2>
        <DataTable
          caption={t.listCaption}
          isCaptionHidden
          rows={data.refunds}
          empty={t.none}
          columns={[
            {
              header: t.code,
              cell: ({ id, code }) => <TextLink href={refundHref(id)}>{code}</TextLink>,
              isName: true,
            },
            { header: t.provider, cell: ({ provider }) => provider.name },
            { header: t.state, cell: ({ state }) => <RefundChip state={state} /> },
            { header: t.orders, cell: ({ orders }) => formatCount(orders), align: 'end' },
            { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
            { header: t.asked, cell: ({ askedBy }) => askedBy },
            { header: t.receipt, cell: ({ receipt }) => receipt },
          ]}
        />
      </section>
      {asking && (
        <AskDialog
          key={asking.id}
          provider={asking}
          lying={data.lying.filter(({ provider }) => provider.id === asking.id)}
          onClose={() => ask(undefined)}
        />
      )}
    </>
  )
}

/** Which reasons are meant, and by which letter; the sum is shown before it is asked. */
function AskDialog({
  provider,
  lying,
  onClose,
}: {
  provider: LyingMoney['provider']
  lying: readonly LyingMoney[]
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const [reasons, choose] = useState<ReadonlySet<RefundReason>>(
    new Set(lying.map(({ reason }) => reason).filter((reason) => reason !== 'left')),
  )
  const [paper, setPaper] = useState('')
  const [requestId] = useRequestId()
  const chosen = lying.filter(({ reason }) => reasons.has(reason))
  const amount = dong(chosen.reduce((sum, one) => sum + one.amount, 0))
  const orders = chosen.reduce((sum, one) => sum + one.orders, 0)
  // A provider as the list names it.
  const wish = { providerId: provider.id as ProviderId, reasons: [...reasons], amount, paper, requestId }
  return (
    <CommandDialog
      command={askForRefund}
      input={chosen.length === 0 || paper.trim() === '' ? undefined : wish}
      title={t.askTitle(provider.name)}
      verb={t.ask}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <fieldset className="stack">
        <legend>{t.which}</legend>
        {lying.map((one) => (
          <div key={one.reason}>
            <Checkbox
              isSelected={reasons.has(one.reason)}
              onChange={(isOn) => {
                const next = new Set(reasons)
                if (isOn) next.add(one.reason)
                else next.delete(one.reason)
                choose(next)
              }}
            >
              {`${t.reasons[one.reason]}: ${formatMoney(one.amount)}`}
            </Checkbox>
            <p className="hint">{t.reasonHints[one.reason]}</p>
          </div>
        ))}
      </fieldset>
      <p>
        <b>{t.chosen(formatCount(orders), formatMoney(amount))}</b>
      </p>
      <TextField label={t.paper} hint={t.paperHint} value={paper} onChange={setPaper} isRequired />
    </CommandDialog>
  )
}
