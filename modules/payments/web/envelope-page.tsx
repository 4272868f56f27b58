import { usePrefetchQuery, useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Allowed } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { Day, formatCount, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead } from '#ui/page'
import {
  downloadOrderFile,
  getEnvelope,
  listInstructions,
  type EnvelopeView,
  type InstructionState,
} from '../contract.ts'
import { EnvelopeResults } from './envelope-results.tsx'
import { useEnvelopeSteps } from './envelope-steps.tsx'
import { envelopesHref } from './hrefs.ts'
import { FiguresLink } from './figures/figures-link.tsx'
import { IdentityBar } from './identity-bar.tsx'
import { ledgerHref } from './ledger-search.ts'
import { ledgerWords as ledgerEn } from './ledger-words.en.ts'
import { ledgerWords as ledgerVi } from './ledger-words.vi.ts'
import { InstructionTable } from './instruction-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Sending } from './sending.tsx'
import { recoveryWords as recoveryEn } from './recovery-words.en.ts'
import { recoveryWords as recoveryVi } from './recovery-words.vi.ts'
import { EnvelopeChip } from './state-chips.tsx'

/** One envelope: whether its money adds up, what became of every order, and what may be done with it. */
export function EnvelopePage({
  id,
  state,
  page,
}: {
  id: EnvelopeView['id']
  state?: InstructionState | undefined
  page: number
}) {
  const t = useMessages({ vi, en })
  const ledger = useMessages({ vi: ledgerVi, en: ledgerEn })
  // Its orders are asked for at once, not only when it is there.
  usePrefetchQuery(apiQuery(listInstructions, { id, ...(state && { state }), page }))
  const { data: envelope } = useSuspenseQuery(apiQuery(getEnvelope, { id }))
  const { buttons, notices, dialog } = useEnvelopeSteps(envelope)
  const isSent = envelope.state === 'sent' || envelope.state === 'reconciled'
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payments }, { label: t.title, href: envelopesHref }, { label: envelope.code }]}
        title={`${envelope.code} · ${envelope.provider.name}`}
        actions={buttons}
      >
        <p className="filter-line">
          {formatMonth(envelope.month)} · {envelope.area.name}
          {envelope.purpose !== 'run' && ` · ${t.purposes[envelope.purpose]}`}
        </p>
      </PageHead>
      <div className="btns">
        <EnvelopeChip state={envelope.state} />
        <FiguresLink month={envelope.month} />
        {isSent && <FileDownload id={id} />}
        {envelope.approved && (
          <LinkButton icon="list" href={ledgerHref({ envelopeId: id })}>
            {ledger.ofEnvelope}
          </LinkButton>
        )}
      </div>
      {isSent && <IdentityBar envelope={envelope} />}
      {notices}
      {envelope.isByHand && envelope.state === 'sent' && <Notice kind="info" title={t.byHand} />}
      {envelope.jobId && envelope.state === 'sending' && <Sending id={id} jobId={envelope.jobId} />}
      <div className="envelope-top">
        <Signatures envelope={envelope} />
        <EnvelopeResults envelope={envelope} current={state} />
      </div>
      <InstructionTable id={id} state={state} page={page} isApproved={envelope.approved !== null} />
      {dialog}
    </>
  )
}

function FileDownload({ id }: { id: EnvelopeView['id'] }) {
  const t = useMessages({ vi, en })
  const download = useDownload(downloadOrderFile)
  return (
    <Allowed to="payments.prepare">
      <Button icon="download" isPending={download.isPending} onPress={() => download.mutate({ id })}>
        {t.download}
      </Button>
      <ProblemNotice error={download.error} words={t.problems} />
    </Allowed>
  )
}

function Signatures({ envelope }: { envelope: EnvelopeView }) {
  const t = useMessages({ vi, en })
  const recovery = useMessages({ vi: recoveryVi, en: recoveryEn })
  const said = (signed: EnvelopeView['checked']) =>
    signed ? (
      <>
        {signed.by.name} <span className="quiet">{formatInstant(signed.at)}</span>
      </>
    ) : (
      <span className="quiet">{t.facts.notYet}</span>
    )
  return (
    <section className="stack" aria-labelledby="so-tong">
      <h2 id="so-tong">{t.facts.heading}</h2>
      <Facts
        facts={[
          [t.instructions, formatCount(envelope.instructions)],
          [t.facts.total, <b key="total">{formatMoney(envelope.amount)}</b>],
          [
            t.facts.inWords,
            <span key="words" lang="vi">
              {envelope.totalInWords}
            </span>,
          ],
          ...(envelope.withheld > 0
            ? [[recovery.withheldOfEnvelope, formatMoney(envelope.withheld)] as const]
            : []),
          ...(envelope.carried > 0 ? [[t.facts.carried, formatMoney(envelope.carried)] as const] : []),
          [t.facts.prepared, said(envelope.prepared)],
          [t.facts.checked, said(envelope.checked)],
          [t.facts.approved, said(envelope.approved)],
          [t.facts.sent, said(envelope.sent)],
          ...(envelope.executeOn
            ? [[t.facts.executeOn, <Day key="day" value={envelope.executeOn} />] as const]
            : []),
          ...(envelope.fileName
            ? [[t.facts.file, `${envelope.fileName} (${envelope.format})`] as const]
            : []),
          ...(envelope.reconciled ? [[t.facts.reconciled, said(envelope.reconciled)] as const] : []),
          [
            t.facts.fingerprint,
            <code key="hash" className="fingerprint">
              {envelope.fingerprint.slice(0, 16)}
            </code>,
          ],
        ]}
      />
    </section>
  )
}
