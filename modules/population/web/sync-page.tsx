import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { JobId } from '#platform/contract/jobs'
import { apiQuery, useCommand } from '#platform/web/api'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead, Panel } from '#ui/page'
import { ProgressCard } from '#ui/progress'
import { showSync, startSync, type SyncView, type Trouble } from '../contract.ts'
import { Log, type LogView } from './log.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const slugs: Readonly<Record<LogView, string>> = { all: '', asked: 'cho-quyet-dinh', refused: 'khong-nhan' }

export function SyncRoute() {
  const { muc = '', truoc }: { muc?: string; truoc?: string } = useSearch({ strict: false })
  const view = (['all', 'asked', 'refused'] as const).find((one) => slugs[one] === muc) ?? 'all'
  return <SyncPage view={view} before={truoc ? Number(truoc) : undefined} />
}

/** How far the population register has been read, how the reading goes, and what became of each change; no names. */
function SyncPage({ view, before }: { view: LogView; before: number | undefined }) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const { data: sync } = useSuspenseQuery(apiQuery(showSync, {}))
  const start = useCommand(startSync)
  const [jobId, follow] = useState<string | null>(null)
  const job = useJob(JobId.nullable().parse(jobId ?? sync.jobId), () => void queries.invalidateQueries())
  const isRunning = job.data !== undefined && !isEnded(job.data)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.administration }, { label: t.title }]}
        title={t.title}
        actions={
          sync.isConnected && (
            <Button
              emphasis="primary"
              icon="turn"
              isPending={start.isPending || isRunning}
              onPress={() => start.mutate({}, { onSuccess: (started) => follow(started.jobId) })}
            >
              {t.run}
            </Button>
          )
        }
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      {!sync.isConnected && (
        <Notice kind="warn" title={t.offTitle}>
          <p>{t.off}</p>
        </Notice>
      )}
      <ProblemNotice error={start.error ?? job.error} words={t.problems} />
      {isRunning && (
        <ProgressCard title={t.running} done={job.data.done} total={job.data.total ?? job.data.done} />
      )}
      {jobId && job.data?.state === 'done' && <Ended output={job.data.output} />}
      <div className="stack">
        <Standing sync={sync} />
        <Counts sync={sync} />
        <Log view={view} before={before} slugs={slugs} />
      </div>
    </>
  )
}

/** What the run came to, as it was told. */
function Ended({ output }: { output: unknown }) {
  const t = useMessages({ vi, en })
  const { taken = 0, trouble = null } = (output ?? {}) as { taken?: number; trouble?: Trouble | null } // What this kind of job gives.
  return (
    <Notice kind={trouble ? 'warn' : 'ok'} isLive>
      <p>{trouble ? t.left(t.troubles[trouble]) : t.ended(formatCount(taken))}</p>
    </Notice>
  )
}

function Standing({ sync }: { sync: SyncView }) {
  const t = useMessages({ vi, en })
  const { lastNumber, newestNumber, trouble, downSince, nextTryAt, lastSuccessAt } = sync
  return (
    <Panel title={t.state} isPadded>
      <Facts
        facts={[
          [
            t.state,
            trouble ? (
              <Chip key="state" kind="err">
                {t.down}
              </Chip>
            ) : (
              <Chip key="state" kind={lastSuccessAt ? 'ok' : 'neutral'}>
                {lastSuccessAt ? t.works : t.waiting}
              </Chip>
            ),
          ],
          ...(trouble
            ? ([
                [t.why, t.troubles[trouble]],
                [t.since, <Moment key="since" value={downSince} />],
                [t.next, <Moment key="next" value={nextTryAt} />],
              ] as const)
            : []),
          [t.lastSuccess, lastSuccessAt ? <Moment key="last" value={lastSuccessAt} /> : t.never],
          [t.position, formatCount(lastNumber)],
          [t.newest, formatCount(newestNumber)],
          [t.behind, formatCount(Math.max(0, newestNumber - lastNumber))],
        ]}
      />
    </Panel>
  )
}

function Counts({ sync: { counts } }: { sync: SyncView }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.countsTitle}>
      <DataTable
        caption={t.countsTitle}
        isCaptionHidden
        rows={counts.toSorted((one, other) => other.count - one.count)}
        rowKey={({ outcome }) => outcome}
        empty={<p className="empty">{t.never}</p>}
        columns={[
          { header: t.outcome, isName: true, cell: ({ outcome }) => t.outcomes[outcome] },
          { header: t.number, align: 'end', cell: ({ count }) => formatCount(count) },
        ]}
      />
    </Panel>
  )
}
