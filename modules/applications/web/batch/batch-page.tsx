import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { formatCount, formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { getBatch, showBatchPaper, type BatchId, type BatchView } from '../../contract.ts'
import '../common/desk.css'
import { Sheet } from '../common/draft-paper.tsx'
import { signingHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { ReturnBatchDialog, SignBatchDialog } from './batch-dialogs.tsx'
import { BatchFacts } from './batch-facts.tsx'
import { batchesHref, batchHref } from './batch-hrefs.ts'
import { BatchRows } from './batch-rows.tsx'
import { LeftOut } from './left-out.tsx'
import { useBatchWords } from './use-batch-words.ts'

/** One list, read before it is signed once for everybody on it. */
export function BatchPage({ id, page }: { id: BatchId; page: number }) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const can = useCan()
  const [open, setOpen] = useState<'sign' | 'return'>()
  const { data, error, refetch } = useQuery({
    ...apiQuery(getBatch, { id, page }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const batch = data?.batch
  const title = batch ? words.whatOf(t.benefits[batch.benefit], formatMonth(batch.from)) : words.title
  const crumbs = [
    { label: t.section },
    { label: t.signing.title, href: signingHref() },
    { label: words.title, href: batchesHref() },
  ]
  return (
    <>
      <PageHead crumbs={crumbs} title={title}>
        {batch && <p className="filter-line">{batch.area.name}</p>}
      </PageHead>
      <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton lines={6} />}
      {data && batch && (
        <>
          <Standing batch={batch} />
          {batch.state === 'drafted' && can('applications.sign') && (
            <div className="btns">
              <Button emphasis="primary" icon="signature" onPress={() => setOpen('sign')}>
                {words.sign(formatCount(batch.totals.people))}
              </Button>
              <Button icon="undo" onPress={() => setOpen('return')}>
                {words.return}
              </Button>
            </div>
          )}
          <Panel title={words.rows} isPadded>
            <div className="stack">
              <BatchFacts from={batch.from} totals={batch.totals} citation={batch.citation} />
              <LeftOut people={data.leftOut} />
              <p>
                {words.reasonOf}: {batch.reason}
              </p>
              <BatchRows
                rows={data.rows}
                totals={batch.totals}
                page={data.page}
                href={(page) => batchHref(id, page)}
              />
            </div>
          </Panel>
          {batch.state === 'drafted' && <BatchPaper id={id} />}
          {open === 'sign' && <SignBatchDialog batch={batch} onClose={() => setOpen(undefined)} />}
          {open === 'return' && <ReturnBatchDialog batch={batch} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </>
  )
}

/** Where the list stands: waiting, signed with its number, or sent back with the reason. */
function Standing({ batch }: { batch: BatchView }) {
  const words = useBatchWords()
  const { state, draftedName, draftedAt, settledName, settledAt, document, returnReason } = batch
  const drafted = words.draftedBy(draftedName, formatInstant(draftedAt))
  if (state === 'drafted')
    return (
      <Notice kind="info">
        <p>
          {words.waiting} {drafted}
        </p>
      </Notice>
    )
  const settled = words.settledBy[state](settledName ?? '', settledAt ? formatInstant(settledAt) : '')
  return (
    <Notice kind={state === 'signed' ? 'ok' : 'warn'} isLive>
      {document && (
        <p>
          {words.signed(document.number)}{' '}
          <TextLink href={`/nghiep-vu/quyet-dinh?tim=${encodeURIComponent(document.number)}`}>
            {words.toPaper}
          </TextLink>
        </p>
      )}
      {returnReason && (
        <p>
          {words.returnReason}: {returnReason}
        </p>
      )}
      <p>
        {settled} {drafted}
      </p>
    </Notice>
  )
}

function BatchPaper({ id }: { id: BatchId }) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const { data, error } = useQuery({ ...apiQuery(showBatchPaper, { id }), retry: false })
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!data) return <Skeleton lines={8} />
  return <Sheet paper={data.paper} label={words.paper} />
}
