import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import type { CivilDate, Instant } from '#kernel/civil-date'
import { todayInVietnam } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { listRuns, type RunSummary } from '#modules/payroll/contract'
import { listMyJobs } from '#platform/contract/jobs'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatInstant, formatMonth, formatWeekday, Moment, Money } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { ProgressCard } from '#ui/progress'
import { EmptyState, Skeleton } from '#ui/states'
import { listsToDraw } from './lists-to-draw.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { entriesFor, groupIcons } from './navigation.ts'
import { Icon } from '#ui/icon'

// It names rules, so it brings the law along: the page of the day does not wait for it.
const OutreachBlocks = lazy(async () => {
  const { OutreachBlocks } = await import('../../modules/outreach/web/home-blocks.tsx')
  return { default: OutreachBlocks }
})

const ApplicationsBlocks = lazy(async () => {
  const { ApplicationsBlocks } = await import('../../modules/applications/web/home-blocks.tsx')
  return { default: ApplicationsBlocks }
})

// Its words are long, and most people have no budget.
const BudgetBlocks = lazy(async () => {
  const { BudgetBlocks } = await import('../../modules/budget/web/home-blocks.tsx')
  return { default: BudgetBlocks }
})

const ReviewBlocks = lazy(async () => {
  const { ReviewBlocks } = await import('../../modules/review/web/home-blocks.tsx')
  return { default: ReviewBlocks }
})

const AwardListsBlock = lazy(async () => {
  const { AwardListsBlock } = await import('../../modules/entitlement/web/listed/home-block.tsx')
  return { default: AwardListsBlock }
})

type Task = {
  readonly id: string
  readonly words: string
  readonly area: string
  readonly since: Instant | null
  readonly due: CivilDate | null
  readonly amount: Dong | null
  readonly href: string
}

const runsHref = '/nghiep-vu/ky-chi-tra'
const figuresHref = ({ month }: RunSummary) => `/nghiep-vu/vi-sao-khac-nhau?ky=${month}`
const runHref = ({ id }: RunSummary) => `${runsHref}/${id}`

const stateKinds: Readonly<Record<RunSummary['state'], ChipKind>> = {
  generating: 'info',
  checking: 'info',
  submitted: 'warn',
  approved: 'ok',
  returned: 'err',
  cancelled: 'neutral',
  sent: 'ok',
  reconciled: 'ok',
  closed: 'neutral',
}

/** «Hôm nay»: what waits for this person, from what is recorded; nothing is counted that cannot be opened. */
export function HomePage() {
  const t = useMessages({ vi, en }).home
  const language = useLanguage()
  const me = useMe()
  const can = useCan()
  const runs = useQuery({ ...apiQuery(listRuns, {}), enabled: can('payroll.read') })
  const today = todayInVietnam()
  const undrawn = runs.data && can('payroll.prepare') ? listsToDraw(runs.data, today) : []
  const tasks = [
    ...undrawn.map(({ month, due }): Task => ({
      id: month,
      words: t.draw(formatMonth(month)),
      area: me.areaName ?? '',
      since: null,
      due,
      amount: null,
      href: runsHref,
    })),
    ...(runs.data ?? []).flatMap((run) => taskOf(run, can, me.userId, t)),
  ]
  const day = formatWeekday(today, language)
  return (
    <>
      <PageHead title={tasks.length > 0 ? `${day}: ${t.count(tasks.length)}` : day}>
        <p className="quiet">
          {t.greeting(me.name)}
          {' · '}
          {me.previousSignInAt ? `${t.lastSignIn}: ${formatInstant(me.previousSignInAt)}` : t.firstSignIn}
        </p>
      </PageHead>
      <RunningJobs />
      <ProblemNotice error={runs.error} onRetry={() => void runs.refetch()} />
      {can('budget.read') && can('payments.read') && (
        <Suspense fallback={null}>
          <BudgetBlocks />
        </Suspense>
      )}
      {can('review.answer') && (
        <Suspense fallback={null}>
          <ReviewBlocks />
        </Suspense>
      )}
      {(can('applications.handle') || can('applications.sign')) && (
        <Suspense fallback={<Skeleton />}>
          <ApplicationsBlocks />
        </Suspense>
      )}
      {can('entitlement.decide') && (
        <Suspense fallback={null}>
          <AwardListsBlock />
        </Suspense>
      )}
      {runs.isLoading ? (
        <Skeleton />
      ) : tasks.length > 0 ? (
        <TaskTable tasks={tasks} />
      ) : (
        !can('outreach.read') && <EmptyState title={t.nothing}>{t.nothingNext}</EmptyState>
      )}
      {can('outreach.read') && (
        <Suspense fallback={<Skeleton />}>
          <OutreachBlocks />
        </Suspense>
      )}
      <div className="home-two">
        {can('payroll.read') && runs.data && <RecentRuns runs={runs.data} />}
        <StartHere />
      </div>
    </>
  )
}

function taskOf(
  run: RunSummary,
  can: (permission: string) => boolean,
  userId: string,
  t: typeof vi.home,
): readonly Task[] {
  const task = (words: string, since: Instant): readonly Task[] => [
    {
      id: run.id,
      words,
      area: run.area.name,
      since,
      due: null,
      amount: run.totals.amount,
      href: runHref(run),
    },
  ]
  const month = formatMonth(run.month)
  const isOwn = run.prepared.by.id === userId || run.submitted?.by.id === userId
  if (run.state === 'submitted' && run.submitted && can('payroll.approve') && !isOwn)
    return task(t.approve(month), run.submitted.at)
  if (run.state === 'returned' && can('payroll.prepare'))
    return task(t.returned(month), (run.decided ?? run.prepared).at)
  if (run.state === 'checking' && can('payroll.prepare')) return task(t.check(month), run.prepared.at)
  return []
}

function TaskTable({ tasks }: { tasks: readonly Task[] }) {
  const t = useMessages({ vi, en }).home
  return (
    <DataTable
      caption={t.tasks}
      rows={tasks}
      empty={t.nothing}
      columns={[
        { header: t.task, isName: true, cell: (task) => task.words },
        { header: t.where, cell: (task) => task.area },
        {
          header: t.since,
          cell: ({ since, due }) => (
            <>
              {since && <Moment value={since} />}
              {due && <DueDay due={due} />}
            </>
          ),
        },
        {
          header: t.amount,
          align: 'end',
          cell: ({ amount }) => (amount === null ? null : <Money value={amount} />),
        },
        {
          header: t.open,
          isHeaderHidden: true,
          cell: (task) => (
            <LinkButton href={task.href} aria-label={t.openTask(task.words)}>
              {t.open}
            </LinkButton>
          ),
        },
      ]}
    />
  )
}

/** Until when the list has to be with the payer; late is said, not only coloured. */
function DueDay({ due }: { due: CivilDate }) {
  const t = useMessages({ vi, en }).home
  const isOver = due < todayInVietnam()
  return <Chip kind={isOver ? 'err' : 'warn'}>{t[isOver ? 'overdue' : 'due'](formatDay(due))}</Chip>
}

function RunningJobs() {
  const t = useMessages({ vi, en }).home
  const { data: jobs = [] } = useQuery({
    ...apiQuery(listMyJobs, { isOpen: true }),
    refetchInterval: ({ state: { data } }) => (data?.length ? 1000 : false),
  })
  return jobs.map((job) => (
    <ProgressCard
      key={job.id}
      title={t.jobNames[job.kind] ?? t.otherJob}
      done={job.done}
      total={job.total ?? 0}
    />
  ))
}

function RecentRuns({ runs }: { runs: readonly RunSummary[] }) {
  const t = useMessages({ vi, en }).home
  const [newest] = runs
  return (
    <Panel
      title={t.runs}
      aside={
        <span className="btns">
          {newest && <TextLink href={figuresHref(newest)}>{t.whyFiguresDiffer}</TextLink>}{' '}
          <TextLink href={runsHref}>{t.allRuns}</TextLink>
        </span>
      }
    >
      <DataTable
        caption={t.runs}
        isCaptionHidden
        rows={runs.slice(0, 6)}
        empty={<p className="panel-body quiet">{t.noRuns}</p>}
        columns={[
          {
            header: t.run,
            isName: true,
            cell: (run) => <TextLink href={runHref(run)}>{formatMonth(run.month)}</TextLink>,
          },
          { header: t.area, cell: (run) => run.area.name },
          { header: t.state, cell: (run) => <Chip kind={stateKinds[run.state]}>{t.states[run.state]}</Chip> },
          { header: t.people, align: 'end', cell: (run) => formatCount(run.totals.people) },
          { header: t.amount, align: 'end', cell: (run) => <Money value={run.totals.amount} /> },
        ]}
      />
    </Panel>
  )
}

function StartHere() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const router = useRouter()
  const entries = entriesFor(can, (href) => href in router.routesByPath).filter(
    ({ page }) => page !== 'today',
  )
  return (
    <Panel title={t.home.start}>
      <ul className="lines start-here">
        {entries.map(({ page, group, href }) => (
          <li key={page}>
            <Icon name={groupIcons[group]} />
            <div>
              <TextLink href={href}>{t.pages[page]}</TextLink>
              <br />
              <span className="quiet">{t.home.startHints[page]}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
