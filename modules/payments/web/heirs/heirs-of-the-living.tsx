import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { useCan } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { TextField } from '#ui/text-field'
import { listHeirsOfTheLiving, settleHeirOfTheLiving, type HeirOfTheLiving } from '../../contract.ts'
import { envelopeHref } from '../hrefs.ts'
import { InstructionChip } from '../state-chips.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What went to an heir of somebody who lives after all: people settle it, and say by which paper. */
export function HeirsOfTheLiving() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listHeirsOfTheLiving, {}))
  const [settling, settle] = useState<HeirOfTheLiving>()
  if (data.length === 0) return null
  return (
    <Panel title={t.living.title}>
      <p className="panel-body">{t.living.lead}</p>
      <DataTable
        caption={t.living.title}
        isCaptionHidden
        rows={data}
        empty=""
        columns={[
          { header: t.living.payee, isName: true, cell: ({ payee }) => payee.name },
          { header: t.area, cell: ({ area }) => area.name },
          {
            header: t.living.heir,
            cell: ({ heir }) => (
              <>
                {heir.fullName}
                <span className="quiet under-name">{heir.number}</span>
              </>
            ),
          },
          {
            header: t.months,
            cell: ({ firstMonth, lastMonth }) => t.span(formatMonth(firstMonth), formatMonth(lastMonth)),
          },
          { header: t.living.state, cell: ({ state }) => <InstructionChip state={state} /> },
          { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          {
            header: t.actions,
            isHeaderHidden: true,
            cell: (order) => (
              <span className="btns">
                <LinkButton href={envelopeHref(order.envelope.id)}>{order.envelope.code}</LinkButton>
                {can('payments.decide_way') && (
                  <Button
                    icon="check"
                    aria-label={t.living.settleOf(order.payee.name)}
                    onPress={() => settle(order)}
                  >
                    {t.living.settle}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {settling && <SettleDialog order={settling} onClose={() => settle(undefined)} />}
    </Panel>
  )
}

function SettleDialog({ order, onClose }: { order: HeirOfTheLiving; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [paper, setPaper] = useState('')
  const { id, payee, heir, amount } = order
  return (
    <CommandDialog
      command={settleHeirOfTheLiving}
      input={paper.trim() === '' ? undefined : { id, paper }}
      title={t.living.settleTitle(payee.name, formatMoney(amount))}
      verb={t.living.settle}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <p>{t.living.settled(heir.fullName)}</p>
      <TextField
        label={t.living.paper}
        hint={t.living.paperHint}
        value={paper}
        onChange={setPaper}
        isRequired
      />
    </CommandDialog>
  )
}
