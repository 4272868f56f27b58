import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import type { JobId } from '#platform/contract/jobs'
import { apiQuery, useCommand } from '#platform/web/api'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Facts, PageHead, Panel } from '#ui/page'
import { formatCount, formatMoney, formatMonth, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Pages } from '#ui/pages'
import { ProgressCard } from '#ui/progress'
import { EmptyState } from '#ui/states'
import { countImportEffects, effectsAtOnce, getImportEffects, type ImportEffects } from '../contract.ts'
import './changes.css'
import { effectsOfImportHref, importHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { EffectLine, LookedAt } from './preview-parts.tsx'

/** What all rows of a list that are ready to be taken in would come to, before anything is written. */
export function ImportEffectsPage() {
  const { importId = '' } = useParams({ strict: false })
  const { trang }: { trang?: string } = useSearch({ strict: false })
  const t = useMessages({ vi, en })
  const page = Math.max(1, Number(trang) || 1)
  const { data } = useSuspenseQuery(apiQuery(getImportEffects, { id: importId, page }))
  const count = useCommand(countImportEffects)
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.ofImport.imports, href: importHref(importId) },
          { label: t.ofImport.title },
        ]}
        title={t.ofImport.title}
        tabTitle={t.ofImport.title}
      >
        <p className="quiet">{t.ofImport.lead}</p>
      </PageHead>
      <div className="stack">
        <ProblemNotice error={count.error} words={t.problems} />
        <Counting
          jobId={data.jobId}
          data={data}
          isPending={count.isPending}
          onCount={() => count.mutate({ id: importId })}
        />
        {data.counted && (
          <>
            <Sums counted={data.counted} />
            <Lines importId={importId} data={data} counted={data.counted} />
          </>
        )}
      </div>
    </>
  )
}

/** How far it is, or the button that has it counted: at first, after the list has changed, or where it was cut off. */
function Counting({
  jobId,
  data: { ready, counted },
  isPending,
  onCount,
}: {
  jobId: JobId | null
  data: ImportEffects
  isPending: boolean
  onCount: () => void
}) {
  const t = useMessages({ vi, en }).ofImport
  const queries = useQueryClient()
  const job = useJob(jobId, () => void queries.invalidateQueries())
  if (job.data && !isEnded(job.data))
    return <ProgressCard title={t.counting} done={job.data.done} total={job.data.total ?? ready} />
  if (counted && counted.rows === ready) return null
  if (ready === 0 && !counted) return <EmptyState title={t.nothingReady}>{t.nothingReadyHint}</EmptyState>
  return (
    <Notice
      kind={counted || job.data ? 'warn' : 'info'}
      actions={
        <Button emphasis="primary" isPending={isPending} onPress={onCount}>
          {counted ? t.countAgain : t.count}
        </Button>
      }
    >
      <p>{counted ? t.changed : job.data ? t.cutOff : t.notCounted(formatCount(ready))}</p>
    </Notice>
  )
}

type Counted = NonNullable<ImportEffects['counted']>

function Sums({ counted: { at, rows, people, lasting } }: { counted: Counted }) {
  const t = useMessages({ vi, en }).ofImport
  const sum = (rise: number, fall: number) => `+${formatMoney(rise)} / −${formatMoney(fall)}`
  return (
    <Panel title={t.sums} isPadded>
      <Facts
        facts={[
          [t.countedAt, <Moment key="at" value={at} />],
          [t.rows, formatCount(rows)],
          [t.known, formatCount(people)],
          [t.otherwise, formatCount(lasting.people)],
          [t.monthly, sum(lasting.rises, lasting.falls)],
          [t.begin, formatCount(lasting.begin)],
          [t.end, formatCount(lasting.end)],
        ]}
      />
    </Panel>
  )
}

function Lines({
  importId,
  data: { effects, page },
  counted: { total, looked },
}: {
  importId: string
  data: ImportEffects
  counted: Counted
}) {
  const t = useMessages({ vi, en })
  if (effects.length === 0)
    return (
      <>
        <EmptyState title={t.ofImport.none}>{t.ofImport.noneHint}</EmptyState>
        <LookedAt looked={looked} />
      </>
    )
  return (
    <Panel title={t.effects.title} isPadded>
      <div className="stack">
        <p className="quiet">{t.ofImport.order}</p>
        <ul className="effects">
          {effects.map((effect) => (
            <EffectLine
              key={`${effect.person.id} ${effect.component} ${formatMonth(effect.from)} ${effect.isAwarded}`}
              effect={effect}
            />
          ))}
        </ul>
        <Pages
          page={page}
          pageSize={effectsAtOnce}
          total={total}
          href={(at) => effectsOfImportHref(importId, at)}
        />
        <LookedAt looked={looked} />
      </div>
    </Panel>
  )
}
