import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addMonths, monthOf, todayInVietnam } from '#kernel/civil-date'
import { apiError, apiQuery } from '#platform/web/api'
import { useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { ProgressCard } from '#ui/progress'
import { Skeleton } from '#ui/states'
import {
  checkFreshness,
  getScenario,
  Refusal,
  runSimulation,
  Scenario,
  type Result,
  type SavedScenario,
  type ScenarioId,
} from '../contract.ts'
import { draftOf, readDraft, type Draft } from './draft.ts'
import { listHref, searchOf } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ResultChips, ResultView } from './result-view.tsx'
import { SavedActions, SaveButton } from './saving.tsx'
import { ScenarioForm } from './scenario-form.tsx'
import { useScenarioWords } from './use-words.ts'
import './simulation.css'

/** A scenario nobody has saved yet: its content stands in the address. */
export function NewScenarioPage({ asked }: { asked: Scenario | undefined }) {
  return <Workspace asked={asked} saved={undefined} />
}

/** A saved scenario, with the figures it was saved with until somebody asks for others. */
export function SavedScenarioPage({ id, asked }: { id: ScenarioId; asked: Scenario | undefined }) {
  const { data: saved } = useSuspenseQuery(apiQuery(getScenario, { id }))
  return <Workspace asked={asked} saved={saved} />
}

function Workspace({ asked, saved }: { asked: Scenario | undefined; saved: SavedScenario | undefined }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const navigate = useNavigate()
  const me = useMe()
  const mayRun = can('simulation.run')
  const [draft, setDraft] = useState<Draft>(() => {
    const from = asked ?? saved?.scenario
    return from ? draftOf(from) : startingDraft(me.areaId)
  })
  const run = useRun(mayRun ? asked : undefined)
  const result = asked ? run.result : saved?.result
  const shown = asked ?? saved?.scenario
  const isEdited = shown !== undefined && !saysSame(draft, shown)
  const reckon = (scenario: Scenario) => {
    if (asked && textOf(scenario) === textOf(asked)) void run.again()
    void navigate({ to: '.', search: searchOf(scenario) as never, resetScroll: false })
  }
  const title = useTitle(saved, result)
  const form = mayRun && (
    <ScenarioForm
      draft={draft}
      onChange={setDraft}
      onSubmit={reckon}
      refusals={run.refusals}
      isPending={run.isRunning}
    />
  )
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.monitoring },
          { label: t.title, href: listHref },
          { label: saved?.name ?? t.newScenario },
        ]}
        title={title}
        actions={
          <>
            {mayRun && result && shown && !isEdited && (asked || !saved) && (
              <SaveButton scenario={shown} saved={saved} />
            )}
            {saved && !asked && <SavedActions saved={saved} />}
          </>
        }
      />
      {result && <ResultChips result={result} isEdited={isEdited} isSaved={saved !== undefined && !asked} />}
      <Stale
        version={result?.version}
        isOutdated={saved !== undefined && !asked && saved.isOutdated}
        onRerun={mayRun && shown ? () => reckon(shown) : undefined}
        isPending={run.isRunning}
      />
      <ResultView
        result={result}
        form={form}
        notice={
          <>
            {run.notice}
            {result && isEdited && !run.isRunning && <Notice kind="info">{t.edited}</Notice>}
          </>
        }
      />
    </>
  )
}

/** The newest month with figures, in the whole area of whoever asks, from the January that comes. */
function startingDraft(areaId: number): Draft {
  const month = monthOf(todayInVietnam())
  const january = `${Number(month.slice(0, 4)) + 1}-01` as typeof month // A year and its first month.
  return {
    month,
    knownOn: undefined,
    areaId: areaId === 0 ? null : String(areaId),
    from: month.endsWith('-12') ? addMonths(month, 1) : january,
    takeUp: 100,
    changes: [],
  }
}

/** Compared in the order of the schema: the database keeps another. */
function saysSame(draft: Draft, scenario: Scenario): boolean {
  const read = readDraft(draft)
  return 'scenario' in read && textOf(read.scenario) === textOf(scenario)
}

const textOf = (scenario: Scenario) => JSON.stringify(Scenario.parse(scenario))

/** What the first change says, or the name it was saved under. */
function useTitle(saved: SavedScenario | undefined, result: Result | undefined): string {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  if (saved) return saved.name
  const [first] = result?.changes ?? []
  return first && result
    ? `${words.change(first)}, ${t.columns.from.toLowerCase()} ${formatMonth(result.from)}`
    : t.newScenario
}

/** Asks for the figures of what the address holds; while the register is read first, shows how far that is. */
function useRun(scenario: Scenario | undefined) {
  const t = useMessages({ vi, en })
  const query = useQuery({
    ...apiQuery(runSimulation, { scenario: scenario! }), // Not asked while there is none.
    enabled: scenario !== undefined,
    staleTime: Infinity,
    retry: false,
  })
  const { data, error, isFetching, refetch } = query
  // Figures stay until there are others, whatever is refused meanwhile.
  const [last, setLast] = useState<Result>()
  if (data?.state === 'done' && data.result !== last) setLast(data.result)
  const jobId = data?.state === 'preparing' ? data.jobId : undefined
  const { data: job } = useJob(jobId, (ended) => {
    if (ended.state === 'done') void refetch()
  })
  const hasFailed = jobId !== undefined && (job?.state === 'failed' || job?.state === 'cancelled')
  const isReading = jobId !== undefined && !hasFailed
  const { code, details } = apiError(error)
  const refusals = code === 'simulation.scenario_refused' ? Refusal.array().parse(details['refusals']) : []
  const notice = (
    <>
      {error && refusals.length === 0 && <ProblemNotice error={error} words={t.problems} />}
      {hasFailed && (
        <Notice kind="err" isLive>
          {t.running.failed}
        </Notice>
      )}
      {isReading && job && job.total !== null && (
        <ProgressCard title={t.running.title} done={job.done} total={job.total} detail={t.running.more} />
      )}
      {(isReading && job?.total == null) || (isFetching && data?.state !== 'done') ? (
        <Skeleton label={t.running.reckoning} lines={3} />
      ) : null}
    </>
  )
  return {
    result: last,
    refusals,
    notice,
    isRunning: isFetching || isReading,
    again: refetch,
  }
}

/** Says when the register, or the law it was reckoned by, has changed since the figures were taken. */
function Stale({
  version,
  isOutdated,
  onRerun,
  isPending,
}: {
  version: string | undefined
  isOutdated: boolean
  onRerun: (() => void) | undefined
  isPending: boolean
}) {
  const t = useMessages({ vi, en })
  const { data } = useQuery({
    ...apiQuery(checkFreshness, {}),
    enabled: version !== undefined,
    refetchInterval: 60_000,
  })
  const isStale = data !== undefined && version !== undefined && data.version !== version
  if (isPending || (!isStale && !isOutdated)) return null
  return (
    <Notice
      kind="warn"
      isLive
      title={isOutdated ? t.outdated : t.stale}
      actions={onRerun && <Button onPress={onRerun}>{t.rerun}</Button>}
    >
      {isOutdated ? t.outdatedMore : t.staleMore}
    </Notice>
  )
}
