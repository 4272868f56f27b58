import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { monthOf, type CivilDate } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { apiQuery, useDownload } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Allowed, useCan } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Day, formatCount, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { DateField, MoneyField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import {
  approveRefund,
  confirmRefund,
  downloadRefundLetter,
  getRefund,
  pageSize,
  withdrawRefund,
  type ProviderId,
  type RefundView,
} from '../contract.ts'
import { refundHref, refundsHref } from './hrefs.ts'
import { ledgerHref } from './ledger-search.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { refundWords as en } from './refund-words.en.ts'
import { refundWords as vi } from './refund-words.vi.ts'
import { RefundChip } from './refunds-page.tsx'
import { useAsking } from './use-asking.ts'
import './payments.css'

/** One refund: what it is made of, who asked and approved, and what the provider has confirmed. */
export function RefundPage({ id, page }: { id: string; page: number }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data: refund } = useSuspenseQuery(apiQuery(getRefund, { id, page }))
  return (
    <>
      <PageHead
        crumbs={[{ label: payments }, { label: t.title, href: refundsHref }, { label: refund.code }]}
        title={`${refund.code} · ${refund.provider.name}`}
      >
        <p className="filter-line">
          {refund.area.name} · {formatMonth(refund.month)}
        </p>
      </PageHead>
      {refund.isWhole ? (
        <Deeds refund={refund} />
      ) : (
        <div className="stack">
          <RefundChip state={refund.state} />
          <Notice kind="info" title={t.isPart(refund.area.name)} />
        </div>
      )}
      <div className="envelope-top">
        <section className="stack" aria-labelledby="de-nghi">
          <h2 id="de-nghi">{t.facts}</h2>
          <Facts facts={factsOf(refund, t)} />
          <div className="btns no-print">
            <LinkButton
              icon="list"
              href={ledgerHref({
                providerId: refund.provider.id as ProviderId, // As the refund names it.
                // Booked when it was given back, and not when it was asked for.
                month: refund.returnedOn === null ? refund.month : monthOf(refund.returnedOn),
                figure: 'returned',
              })}
            >
              {t.entries}
            </LinkButton>
          </div>
        </section>
        <section className="stack" aria-labelledby="gom-gi">
          <h2 id="gom-gi">{t.what}</h2>
          <DataTable
            caption={t.whatCaption}
            isCaptionHidden
            rows={refund.reasons}
            rowKey={({ reason }) => reason}
            empty={t.noOrders}
            columns={[
              { header: t.reason, cell: ({ reason }) => t.reasons[reason], isName: true },
              { header: t.orders, cell: ({ orders }) => formatCount(orders), align: 'end' },
              { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
            ]}
          />
        </section>
      </div>
      <section className="stack" aria-labelledby="lenh-hoan-tra">
        <h2 id="lenh-hoan-tra">{t.ordersHeading}</h2>
        <DataTable
          caption={t.ordersCaption}
          isCaptionHidden
          rows={refund.rows}
          rowKey={({ endToEndId, reason }) => `${endToEndId} ${reason}`}
          empty={t.noOrders}
          window={{ first: (page - 1) * pageSize + 1, total: refund.total }}
          columns={[
            { header: t.payee, cell: ({ payee }) => payee, isName: true },
            { header: t.key, cell: ({ endToEndId }) => endToEndId },
            { header: t.area, cell: ({ area }) => area.name },
            { header: t.month, cell: ({ month }) => formatMonth(month) },
            { header: t.reason, cell: ({ reason }) => t.reasons[reason] },
            { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          ]}
        />
        <Pages page={page} pageSize={pageSize} total={refund.total} href={(at) => refundHref(id, at)} />
      </section>
    </>
  )
}

function factsOf(refund: RefundView, t: typeof vi) {
  const { approvedBy, approvedAt } = refund
  return [
    [t.amount, <b key="amount">{formatMoney(refund.amount)}</b>],
    [t.orders, formatCount(refund.orders)],
    [t.paper, refund.paper],
    [t.asked, `${refund.askedBy} · ${formatInstant(refund.askedAt)}`],
    [t.approved, approvedBy && approvedAt ? `${approvedBy} · ${formatInstant(approvedAt)}` : t.notYet],
    ...(refund.receipt
      ? ([
          [t.receipt, refund.receipt],
          [t.returnedOn, <Day key="day" value={refund.returnedOn} />],
          [t.confirmed, refund.confirmedBy],
          ...(refund.toLines === null ? [] : ([[t.toLines, formatMoney(refund.toLines)]] as const)),
        ] as const)
      : []),
    ...(refund.because ? ([[t.because, refund.because]] as const) : []),
  ] as const
}

type Deed = 'approve' | 'confirm' | 'withdraw'

function Deeds({ refund }: { refund: RefundView }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { asking, ask, close, said, done } = useAsking<Deed>()
  const letter = useDownload(downloadRefundLetter)
  const { id, state, isMine } = refund
  const isOpen = state === 'asked' || state === 'approved'
  const given = { refund, onClose: close, onDone: (deed: Deed) => done(t.done[deed]) }
  return (
    <>
      <div className="btns">
        <RefundChip state={state} />
        {state !== 'withdrawn' && (
          <Allowed to="payments.prepare">
            <Button icon="download" isPending={letter.isPending} onPress={() => letter.mutate({ id })}>
              {t.letter}
            </Button>
          </Allowed>
        )}
        {state === 'asked' && can('payments.approve') && !isMine && (
          <Button emphasis="primary" icon="signature" onPress={() => ask('approve')}>
            {t.approve}
          </Button>
        )}
        {state === 'approved' && can('payments.reconcile') && !isMine && (
          <Button emphasis="primary" icon="check" onPress={() => ask('confirm')}>
            {t.confirm}
          </Button>
        )}
        {isOpen && can('payments.prepare') && (
          <Button icon="cross" onPress={() => ask('withdraw')}>
            {t.withdraw}
          </Button>
        )}
      </div>
      {state === 'asked' && can('payments.approve') && isMine && <Notice kind="info" title={t.isMine} />}
      {state === 'approved' && can('payments.reconcile') && isMine && (
        <Notice kind="info" title={t.confirmedByAnother} />
      )}
      <ProblemNotice error={letter.error} words={t.problems} />
      {said && <Notice kind="ok" isLive title={said} />}
      {asking === 'approve' && <ApproveDialog {...given} />}
      {asking === 'confirm' && <ReceiptDialog {...given} />}
      {asking === 'withdraw' && <WithdrawDialog {...given} />}
    </>
  )
}

type Given = {
  readonly refund: RefundView
  readonly onClose: () => void
  readonly onDone: (deed: Deed) => void
}

function ApproveDialog({ refund, onClose, onDone }: Given) {
  const t = useMessages({ vi, en })
  return (
    <CommandDialog
      command={approveRefund}
      input={{ id: refund.id }}
      title={t.approveTitle(formatMoney(refund.amount))}
      verb={t.approve}
      words={t}
      onClose={onClose}
      onDone={() => onDone('approve')}
    >
      <p>{t.approveMore}</p>
    </CommandDialog>
  )
}

function ReceiptDialog({ refund, onClose, onDone }: Given) {
  const t = useMessages({ vi, en })
  const [amount, setAmount] = useState<Dong | null>(null)
  const [receipt, setReceipt] = useState('')
  const [returnedOn, setDay] = useState<CivilDate | null>(null)
  const isTold = amount !== null && receipt.trim() !== '' && returnedOn !== null
  return (
    <CommandDialog
      command={confirmRefund}
      input={isTold ? { id: refund.id, amount, receipt, returnedOn } : undefined}
      title={t.confirmTitle}
      verb={t.confirm}
      words={t}
      onClose={onClose}
      onDone={() => onDone('confirm')}
    >
      <p>{t.confirmMore}</p>
      <MoneyField label={t.saidAmount} value={amount} onChange={setAmount} />
      <TextField label={t.receipt} hint={t.receiptHint} value={receipt} onChange={setReceipt} isRequired />
      <DateField label={t.returnedOn} value={returnedOn} onChange={setDay} />
    </CommandDialog>
  )
}

function WithdrawDialog({ refund, onClose, onDone }: Given) {
  const t = useMessages({ vi, en })
  const [because, setBecause] = useState('')
  return (
    <CommandDialog
      command={withdrawRefund}
      input={because.trim() === '' ? undefined : { id: refund.id, because }}
      kind="danger"
      title={t.withdrawTitle}
      verb={t.withdraw}
      words={t}
      onClose={onClose}
      onDone={() => onDone('withdraw')}
    >
      <p>{t.withdrawMore}</p>
      <TextArea label={t.becauseLabel} value={because} onChange={setBecause} isRequired />
    </CommandDialog>
  )
}
