import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { TextArea } from '#ui/text-field'
import {
  decideRecall,
  listRecalls,
  pageSize,
  ProposalState,
  reissueEnvelope,
  type RecallView,
} from '../../contract.ts'
import { envelopeHref, personWaysHref, recallsHref, recoveriesHref } from '../hrefs.ts'
import { messages as allEn } from '../messages.en.ts'
import { messages as allVi } from '../messages.vi.ts'
import { InstructionChip } from '../state-chips.tsx'
import { StateTabs } from '../state-tabs.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Doing = { readonly state: 'approved' | 'refused'; readonly recall: RecallView }

/** Orders somebody asked to call back: who decides about them, and what became of those that were. */
export function RecallsPage() {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  // As the route has read it.
  const { tinhtrang: state, trang: page = 1 } = useSearch({ strict: false }) as {
    tinhtrang?: ProposalState
    trang?: number
  }
  const { data } = useSuspenseQuery(apiQuery(listRecalls, { ...(state && { state }), page }))
  const [doing, act] = useState<Doing>()
  return (
    <>
      <PageHead crumbs={[{ label: payments }, { label: t.title }]} title={t.title}>
        <p className="filter-line">{t.lead}</p>
      </PageHead>
      <StateTabs label={t.tabs} words={t} options={ProposalState.options} state={state} href={recallsHref} />
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data.rows}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        columns={[
          {
            header: t.payee,
            isName: true,
            cell: ({ order, area }) => (
              <div>
                {order.payee.name}
                <span className="quiet under-name">{area.name}</span>
              </div>
            ),
          },
          {
            header: t.order,
            cell: ({ order, envelope, provider }) => (
              <div>
                <TextLink href={envelopeHref(envelope.id)}>{order.endToEndId}</TextLink>
                <span className="quiet under-name">
                  {[provider, order.account].filter(Boolean).join(', ')}
                </span>
              </div>
            ),
          },
          {
            header: t.why,
            cell: ({ ground, paper, asked }) => (
              <div>
                {t.grounds[ground]}
                <span className="quiet under-name">
                  {paper}. {t.asked(asked.by.name, formatInstant(asked.at))}
                </span>
              </div>
            ),
          },
          { header: t.amount, cell: ({ order }) => formatCount(order.amount), align: 'end' },
          { header: t.notDue, cell: ({ notDue }) => formatCount(notDue), align: 'end' },
          { header: t.became, cell: (recall) => <Became recall={recall} /> },
          {
            header: t.actions,
            isHeaderHidden: true,
            cell: (recall) => <Acts recall={recall} act={(state) => act({ state, recall })} />,
          },
        ]}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => recallsHref({ state, page: at })}
      />
      {doing && <DecideDialog {...doing} onClose={() => act(undefined)} />}
    </>
  )
}

function Became({
  recall: { state, order, decided, note, isToldByUs, provider, ground },
}: {
  recall: RecallView
}) {
  const t = useMessages({ vi, en })
  if (state === 'asked') return <Chip kind="warn">{t.states.asked}</Chip>
  const by = decided?.by.name ?? ''
  if (state === 'refused') return <span className="quiet">{t.refused(by, note ?? '')}</span>
  const isWaiting = order.state === 'sent' || (order.state === 'paid' && ground === 'wrong_account')
  return (
    <div>
      <InstructionChip state={order.state} />
      <span className="quiet under-name">
        {decided && t.decided(by, formatInstant(decided.at))}
        {isWaiting && ` · ${isToldByUs ? t.toldByUs(provider) : t.tellByLetter(provider)}`}
      </span>
      {ground === 'wrong_account' ? (
        <TextLink href={personWaysHref(order.payee.id)}>{t.changeWay}</TextLink>
      ) : (
        order.state === 'paid' && <TextLink href={recoveriesHref()}>{t.toRecoveries}</TextLink>
      )}
    </div>
  )
}

function Acts({ recall, act }: { recall: RecallView; act: (state: Doing['state']) => void }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { state, mayDecide, order } = recall
  if (recall.isWaiting && can('payments.prepare')) return <Again recall={recall} />
  if (state !== 'asked' || !can('payments.approve')) return null
  if (!mayDecide) return <span className="quiet">{t.mine}</span>
  return (
    <span className="btns">
      <Button icon="check" aria-label={t.approveOf(order.payee.name)} onPress={() => act('approved')}>
        {t.approve}
      </Button>
      <Button icon="cross" aria-label={t.refuseOf(order.payee.name)} onPress={() => act('refused')}>
        {t.refuse}
      </Button>
    </span>
  )
}

/** Orders anew what is still owed, by the way the payee has now: with it goes whatever else of its envelope did not arrive. */
function Again({ recall: { envelope, order } }: { recall: RecallView }) {
  const t = useMessages({ vi, en })
  const payments = useMessages({ vi: allVi, en: allEn })
  const command = useCommand(reissueEnvelope)
  const [requestId, renew] = useRequestId()
  return (
    <>
      <Button
        icon="undo"
        aria-label={t.againOf(order.payee.name)}
        isPending={command.isPending}
        onPress={() => command.mutate({ id: envelope.id, requestId }, { onSuccess: renew })}
      >
        {t.again}
      </Button>
      <ProblemNotice error={command.error} words={payments.problems} />
      {command.data && <Notice kind="ok" isLive title={t.againDone} />}
    </>
  )
}

function DecideDialog({ state, recall, onClose }: Doing & { onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [note, setNote] = useState('')
  const { id, order, ground, paper, notDue, asked } = recall
  const isRefusal = state === 'refused'
  return (
    <CommandDialog
      command={decideRecall}
      input={isRefusal && note.trim() === '' ? undefined : { id, state, ...(note.trim() && { note }) }}
      title={isRefusal ? t.refuseTitle(order.payee.name) : t.approveTitle(order.payee.name)}
      verb={isRefusal ? t.refuse : t.approve}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <div className="stack">
        <p>
          {order.endToEndId} · <b>{formatCount(order.amount)} đ</b>
          {order.account && ` · ${order.account}`}
        </p>
        <p>
          {t.grounds[ground]}
          {notDue > 0 && (
            <>
              . {t.tooMuch}: <b>{formatCount(notDue)} đ</b>
            </>
          )}
          <br />
          {t.paper}: {paper}
          <br />
          <span className="quiet">{t.asked(asked.by.name, formatInstant(asked.at))}</span>
        </p>
        {isRefusal ? (
          <TextArea label={t.reason} value={note} onChange={setNote} isRequired />
        ) : (
          <p>
            {order.state === 'paid' && ground === 'wrong_account'
              ? t.next.paidToWrong
              : t.next[order.state === 'paid' || order.state === 'ready' ? order.state : 'sent']}
          </p>
        )}
      </div>
    </CommandDialog>
  )
}
