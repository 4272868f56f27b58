import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listHeldForTheDead, type HeldOrder } from '../../contract.ts'
import { messages as paymentsEn } from '../messages.en.ts'
import { messages as paymentsVi } from '../messages.vi.ts'
import { AskDialog } from './ask-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { HeirsOfTheLiving } from './heirs-of-the-living.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { receiverOf } from './receiver-of.ts'

type Doing = { readonly what: 'ask' | 'approved' | 'refused'; readonly order: HeldOrder }

/** What is held because its payee has died: who asks to whom it goes, and who decides. */
export function HeirsPage() {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: paymentsVi, en: paymentsEn })
  const { data } = useSuspenseQuery(apiQuery(listHeldForTheDead, {}))
  const [doing, act] = useState<Doing>()
  const close = () => act(undefined)
  return (
    <>
      <PageHead crumbs={[{ label: payments }, { label: t.title }]} title={t.title}>
        <p>{t.lead}</p>
      </PageHead>
      <Notice kind="warn" title={t.unsure} />
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.payee,
            isName: true,
            cell: ({ payee, diedOn }) => (
              <>
                {payee.name}
                {diedOn && <span className="quiet under-name">{t.died(formatDay(diedOn))}</span>}
              </>
            ),
          },
          { header: t.area, cell: ({ area }) => area.name },
          {
            header: t.months,
            cell: ({ firstMonth, lastMonth }) => t.span(formatMonth(firstMonth), formatMonth(lastMonth)),
          },
          { header: t.list, cell: ({ envelope }) => envelope.code },
          { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          { header: t.goes, cell: (order) => <GoesTo order={order} /> },
          {
            header: t.actions,
            isHeaderHidden: true,
            cell: (order) => <Acts order={order} act={(what) => act({ what, order })} />,
          },
        ]}
      />
      <HeirsOfTheLiving />
      {doing?.what === 'ask' && <AskDialog order={doing.order} onClose={close} />}
      {doing && doing.what !== 'ask' && (
        <DecideDialog order={doing.order} state={doing.what} onClose={close} />
      )}
    </>
  )
}

function GoesTo({ order: { request } }: { order: HeldOrder }) {
  const t = useMessages({ vi, en })
  if (!request) return <span className="quiet">{t.undecided}</span>
  const { state, askedBy, decidedBy, note, paper } = request
  return (
    <div>
      {state !== 'refused' && <b>{receiverOf(request, t)}</b>}
      <span className="quiet under-name">
        {state === 'asked' && `${t.asked(askedBy)}. ${paper}`}
        {state === 'approved' && t.approved(decidedBy ?? '')}
        {state === 'refused' && t.refused(decidedBy ?? '', note ?? '')}
      </span>
    </div>
  )
}

function Acts({ order, act }: { order: HeldOrder; act: (what: Doing['what']) => void }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { request, payee } = order
  if (!request || request.state === 'refused')
    return can('payments.ask_way') ? (
      <Button icon="pencil" aria-label={t.askOf(payee.name)} onPress={() => act('ask')}>
        {t.ask}
      </Button>
    ) : null
  if (request.state !== 'asked' || !can('payments.decide_way')) return null
  if (request.isMine) return <span className="quiet">{t.mine}</span>
  return (
    <span className="btns">
      <Button icon="check" aria-label={t.decideOf(payee.name)} onPress={() => act('approved')}>
        {t.decide}
      </Button>
      <Button icon="cross" aria-label={t.refuseOf(payee.name)} onPress={() => act('refused')}>
        {t.refuse}
      </Button>
    </span>
  )
}
