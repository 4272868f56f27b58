import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { EmptyState, Skeleton } from '#ui/states'
import { TextArea } from '#ui/text-field'
import { draftBatch, previewBatch } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { batchesHref, batchHref } from './batch-hrefs.ts'
import { BatchFacts } from './batch-facts.tsx'
import { BatchRows } from './batch-rows.tsx'
import type { Benefit } from './benefits.ts'
import { LeftOut } from './left-out.tsx'
import { useBatchWords } from './use-batch-words.ts'

/** The list as the law computes it now: seen whole before it is submitted. */
export function BatchDraft({ areaId, benefit, page }: { areaId: number; benefit: Benefit; page: number }) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const [isProposing, setProposing] = useState(false)
  const { data, error, refetch } = useQuery({
    ...apiQuery(previewBatch, { areaId, benefit, page }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  if (error) return <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={6} label={words.computing} />
  const { totals, from, citation } = data
  if (totals.people === 0)
    return (
      <>
        <LeftOut people={data.leftOut} />
        <EmptyState title={words.nobody.title}>{words.nobody.next(formatCount(totals.unchanged))}</EmptyState>
      </>
    )
  return (
    <>
      <BatchFacts from={from} totals={totals} citation={citation} />
      <LeftOut people={data.leftOut} />
      <div className="btns">
        <Button emphasis="primary" icon="signature" onPress={() => setProposing(true)}>
          {words.propose(formatCount(totals.people))}
        </Button>
      </div>
      <BatchRows
        rows={data.rows}
        totals={totals}
        page={data.page}
        href={(page) => batchesHref({ benefit, page })}
      />
      {isProposing && (
        <DraftDialog
          asked={{ areaId, benefit }}
          citation={citation}
          people={totals.people}
          onClose={() => setProposing(false)}
        />
      )}
    </>
  )
}

function DraftDialog({
  asked,
  citation,
  people,
  onClose,
}: {
  asked: { readonly areaId: number; readonly benefit: Benefit }
  citation: string
  people: number
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const router = useRouter()
  const [reason, setReason] = useState(words.usualReason(citation))
  const act = useAct(draftBatch)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.proposeTitle}
      verb={words.propose(formatCount(people))}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={reason.trim() === ''}
      onConfirm={() =>
        act.send({ ...asked, reason, requestId: act.requestId }, ({ id }) =>
          router.history.push(batchHref(id)),
        )
      }
    >
      <ProblemNotice error={act.error} words={t.problems} />
      <p>{words.proposeNext}</p>
      <TextArea label={words.reason} hint={words.reasonHint} value={reason} onChange={setReason} isRequired />
    </ConfirmDialog>
  )
}
