import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Pages } from '#ui/pages'
import {
  listInstructions,
  pageSize,
  type EnvelopeId,
  type InstructionState,
  type InstructionView,
} from '../contract.ts'
import { envelopeHref } from './hrefs.ts'
import { ledgerHref } from './ledger-search.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { messages as recallEn } from './recalls/messages.en.ts'
import { messages as recallVi } from './recalls/messages.vi.ts'
import { RecallDialog } from './recalls/recall-dialog.tsx'
import { InstructionChip } from './state-chips.tsx'

/** The orders of an envelope, page by page, in one state or in all of them. */
export function InstructionTable({
  id,
  state,
  page,
  isApproved,
}: {
  id: EnvelopeId
  /** Orders of a list that nobody has approved are given up with it. */
  isApproved: boolean
  state: InstructionState | undefined
  page: number
}) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const recallWords = useMessages({ vi: recallVi, en: recallEn })
  const [told, tell] = useState<InstructionView>()
  const [called, call] = useState<InstructionView>()
  const [said, say] = useState<string>()
  const { data } = useSuspenseQuery(apiQuery(listInstructions, { id, ...(state && { state }), page }))
  const mayTell = (row: InstructionView) => can('payments.reconcile') && row.state === 'sent'
  const mayCall = ({ state }: InstructionView) =>
    isApproved && can('payments.check') && (state === 'ready' || state === 'sent' || state === 'paid')
  return (
    <section className="stack" id="lenh-chi" aria-labelledby="lenh-chi-ten">
      <h2 id="lenh-chi-ten">
        {t.instructionsHeading}
        {state && ` · ${t.instructionStates[state]}`}
      </h2>
      {state && (
        <div className="btns no-print">
          <LinkButton icon="list" href={envelopeHref(id)}>
            {t.results.all}
          </LinkButton>
        </div>
      )}
      {said && <Notice kind="ok" isLive title={said} />}
      <DataTable
        caption={t.instructionsCaption}
        isCaptionHidden
        rows={data.rows}
        empty={t.noInstructions}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        columns={[
          {
            header: t.payee,
            cell: ({ payee, receiver }) => (
              <span>
                {payee.name}
                {receiver && (
                  <span className="quiet under-name">
                    {t.receivedBy(receiver.fullName, receiver.until && formatDay(receiver.until))}
                  </span>
                )}
              </span>
            ),
            isName: true,
          },
          {
            header: t.key,
            cell: ({ endToEndId, isReissue }) => (
              <>
                {endToEndId}
                {isReissue && <span className="quiet"> · {t.isReissue}</span>}
              </>
            ),
          },
          { header: t.area, cell: ({ area }) => area.name },
          { header: t.way, cell: (row) => <Way row={row} /> },
          {
            header: `${t.amount} (đ)`,
            cell: (row) => (
              <b>
                <TextLink href={ledgerHref({ instructionId: row.id })}>{formatCount(row.amount)}</TextLink>
              </b>
            ),
            align: 'end',
          },
          { header: t.result, cell: (row) => <Result row={row} /> },
          ...(data.rows.some((row) => mayTell(row) || mayCall(row))
            ? [
                {
                  header: recallWords.actions,
                  isHeaderHidden: true,
                  cell: (row: InstructionView) => (
                    <span className="btns no-print">
                      {mayTell(row) && (
                        <Button
                          emphasis="quiet"
                          aria-label={t.paper.verbOf(row.payee.name)}
                          onPress={() => tell(row)}
                        >
                          {t.paper.verb}
                        </Button>
                      )}
                      {mayCall(row) && (
                        <Button
                          emphasis="quiet"
                          aria-label={recallWords.verbOf(row.payee.name)}
                          onPress={() => call(row)}
                        >
                          {recallWords.verb}
                        </Button>
                      )}
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => envelopeHref(id, { state, page: at })}
      />
      {called && <RecallDialog row={called} onClose={() => call(undefined)} onDone={say} />}
      {told && <PaperDialog row={told} onClose={() => tell(undefined)} />}
    </section>
  )
}

function Way({ row }: { row: InstructionView }) {
  const t = useMessages({ vi, en })
  const place = row.account === null ? row.payPoint : `${row.bank} ${row.account}`
  return (
    <span>
      {t.channels[row.channel]}
      {place && (
        <>
          <br />
          <span className="quiet">{place}</span>
        </>
      )}
    </span>
  )
}

function Result({ row }: { row: InstructionView }) {
  const t = useMessages({ vi, en })
  const reason = row.reason && (t.reasons[row.reason] ?? row.reason)
  const more = [
    reason,
    row.endedOn && formatDay(row.endedOn),
    row.replacedBy && t.reissued(row.replacedBy),
    row.isRecallAsked && (row.state === 'sent' || row.state === 'paid') && t.recallAsked,
  ].filter(Boolean)
  return (
    <span>
      <InstructionChip state={row.state} />
      {more.length > 0 && (
        <>
          <br />
          <span className="quiet">{more.join(' · ')}</span>
        </>
      )}
    </span>
  )
}
