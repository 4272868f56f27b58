import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useJob, useStopJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { TextLink } from '#ui/button'
import { formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { ProgressCard, Steps } from '#ui/progress'
import { getRun, type ChangeReason, type RunView } from '../contract.ts'
import { Deadline } from './deadline.tsx'
import { changesHref, figuresHref, linesHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RunArea } from './run-area.tsx'
import { RunBreakdown } from './run-breakdown.tsx'
import { RunChanges } from './run-changes.tsx'
import { RunStateChip } from './run-state-chip.tsx'
import { ListDownloads, ListLink, useRunSteps } from './run-steps.tsx'
import { RunTotals } from './run-totals.tsx'
import { RunWhy } from './run-why.tsx'
import './payroll.css'

const beforePayment: ReadonlySet<RunView['state']> = new Set([
  'generating',
  'checking',
  'returned',
  'submitted',
])

/** One run: where it stands, what it costs, why it differs from the last, and what may be done with it. */
export function RunPage({
  id,
  reason,
  page,
}: {
  id: RunView['id']
  reason?: ChangeReason | undefined
  page: number
}) {
  const t = useMessages({ vi, en })
  const { data: run } = useSuspenseQuery(apiQuery(getRun, { id }))
  const { buttons, notices, dialog } = useRunSteps(run)
  const isCancelled = run.state === 'cancelled' // Its lines are gone, so its figures would be nothing but zeros.
  const isDrawn = run.knownAt !== null && run.state !== 'generating' && !isCancelled
  const current = run.stages.findIndex(({ progress }) => progress === 'current')
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.payments },
          { label: t.title, href: '/nghiep-vu/ky-chi-tra' },
          { label: run.area.name },
        ]}
        title={t.runOf(formatMonth(run.month))}
        actions={
          <>
            {buttons}
            {isDrawn && <ListLink href={linesHref(id)} />}
          </>
        }
      >
        {run.except.length > 0 && (
          <p className="filter-line">
            <RunArea run={run} />
          </p>
        )}
      </PageHead>
      <div className="btns">
        <RunStateChip state={run.state} />
        {beforePayment.has(run.state) && <Deadline month={run.month} />}
        {!isCancelled && (
          <Steps
            label={t.stagesLabel}
            steps={run.stages.map(({ stage }) => t.stages[stage])}
            current={current === -1 ? run.stages.length : current}
          />
        )}
      </div>
      {notices}
      {run.returnReason && run.state === 'returned' && (
        <Notice kind="warn" title={t.returned(run.returnReason)} />
      )}
      {isCancelled && <Cancellation cancelled={run.cancelled} />}
      {run.jobId && run.state === 'generating' && <Generation jobId={run.jobId} />}
      {isDrawn && (
        <>
          <div className="run-top">
            <RunTotals run={run} />
            {run.comparison && (
              <RunWhy comparison={run.comparison} hrefOf={(wanted) => changesHref(id, wanted)} />
            )}
          </div>
          <p>
            <TextLink href={figuresHref(run.month)}>{t.whyFiguresDiffer}</TextLink>
          </p>
          <ListDownloads runId={id} areaId={run.byArea.length === 1 ? run.byArea[0]!.area.id : undefined} />
          <RunBreakdown run={run} linesHref={(filter) => linesHref(id, filter)} />
          {run.comparison && (
            <RunChanges
              run={run}
              before={run.comparison.month}
              reason={reason}
              page={page}
              hrefOf={(wanted, at) => changesHref(id, wanted, at)}
            />
          )}
        </>
      )}
      {dialog}
    </>
  )
}

/** All there is to say of a run that was given up. */
function Cancellation({ cancelled }: Pick<RunView, 'cancelled'>) {
  const t = useMessages({ vi, en })
  if (!cancelled) return <Notice kind="info" title={t.cancelled.title} />
  const { by, at, reason } = cancelled
  return (
    <Notice kind="info" title={t.cancelled.by(by.name, formatInstant(at))}>
      <p>{t.cancelled.why(reason)}</p>
    </Notice>
  )
}

/** How far the work is, and how to stop it; when it ends the page asks for the run again. */
function Generation({ jobId }: { jobId: NonNullable<RunView['jobId']> }) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const [hasEnded, setEnded] = useState(false)
  const { data: job } = useJob(jobId, () => {
    setEnded(true)
    void queries.invalidateQueries()
  })
  const stop = useStopJob()
  if (!job) return null
  if (job.state === 'cancelled') return <Notice kind="warn" isLive title={t.progress.cancelled} />
  if (job.state === 'failed')
    return (
      <Notice kind="err" isLive title={t.progress.failedTitle}>
        <ProblemNotice
          error={{ code: job.problem?.code, status: 409, data: job.problem?.details }}
          words={t.problems}
        />
        <p>{t.progress.failed}</p>
      </Notice>
    )
  if (hasEnded) return null
  const stage = job.stage && (t.progress.stages[job.stage] ?? null)
  // How many people there are to read is not known yet.
  if (job.total === null)
    return (
      <Notice kind="info" title={t.progress.title}>
        {stage}
      </Notice>
    )
  return (
    <>
      <ProgressCard
        title={t.progress.title}
        done={job.done}
        total={job.total}
        detail={stage}
        onStop={() => stop.mutate({ id: jobId })}
        isStopping={stop.isPending || job.isCancelAsked}
      />
      <ProblemNotice error={stop.error} />
    </>
  )
}
