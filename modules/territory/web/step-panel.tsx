import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { apiQuery, useCommand } from '#platform/web/api'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { Button, LinkButton } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatInstant, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { Panel } from '#ui/page'
import { ProgressCard } from '#ui/progress'
import { Skeleton } from '#ui/states'
import { cancelStep, figureNames, orderStep, showStep, type StepId, type StepView } from '../contract.ts'
import { partsHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Report } from './report.tsx'
import { kindOfState } from './reforms-page.tsx'
import { StepMaps } from './step-maps.tsx'
import { UnitTables } from './unit-tables.tsx'

/** What a day of a reform would do, or did, and the button that does it. */
export function StepPanel({ id }: { id: StepId }) {
  const t = useMessages({ vi, en })
  const { data: step } = useSuspenseQuery(apiQuery(showStep, { id }))
  const isWhole = figureNames.every((name) => step.totals.before[name] === step.totals.after[name])
  return (
    <section className="stack" aria-label={t.step(formatDay(step.on))}>
      <Panel
        title={
          <>
            {step.state !== 'applied' && `${t.tryTitle}: `}
            {t.step(formatDay(step.on))} <Chip kind={kindOfState[step.state]}>{t.states[step.state]}</Chip>
          </>
        }
        isPadded
      >
        <div className="stack">
          <p>
            {step.state === 'applied'
              ? t.doneLead(formatInstant(step.appliedAt!), step.orderedName ?? '')
              : step.state === 'ordered' && !step.jobId
                ? t.orderedLead(formatDay(step.on), step.orderedName ?? '')
                : t.tryLead}
          </p>
          <Notice kind={isWhole ? 'ok' : 'err'}>{isWhole ? t.sumAgrees : t.sumDiffers}</Notice>
          <Needs step={step} />
          <PartsUndrawn step={step} />
          <Applying step={step} isWhole={isWhole} />
        </div>
      </Panel>
      <Suspense fallback={<Skeleton lines={4} />}>
        <StepMaps step={step} />
      </Suspense>
      <UnitTables step={step} />
      <p className="hint">{step.month ? t.moneyOf(formatMonth(step.month)) : t.noMonth}</p>
      {step.state === 'applied' && <Outcome step={step} />}
      {step.state === 'applied' && <Report id={id} />}
    </section>
  )
}

/** What somebody has to do or know, beside the figures. */
function Needs({ step }: { step: StepView }) {
  const t = useMessages({ vi, en })
  const { before } = step.totals
  const isWaiting = step.state !== 'applied'
  const needs = [
    ...(isWaiting ? step.unplaced.map(({ unit, people }) => t.unplaced(unit.name, formatCount(people))) : []),
    ...(step.toPlace > 0 ? [t.leftToPlace(formatCount(step.toPlace))] : []),
    ...(before.cashLists + before.envelopes > 0 ? [t.moneyOnTheWay] : []),
    ...(before.files > 0 ? [t.openFiles] : []),
    ...(isWaiting && before.accounts > 1 ? [t.accountsHint] : []),
  ]
  if (needs.length === 0) return null
  return (
    <Notice kind="warn" title={t.needsTitle}>
      <ul>
        {needs.map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </Notice>
  )
}

/** Nobody can put together what a divided commune’s parts look like: their outlines come with the change, or after it. */
function PartsUndrawn({ step: { id, parts } }: { step: StepView }) {
  const t = useMessages({ vi, en })
  const undrawn = parts.filter(({ isDrawn }) => !isDrawn)
  if (parts.length === 0) return null
  return (
    <Notice
      kind={undrawn.length > 0 ? 'warn' : 'ok'}
      title={undrawn.length > 0 ? t.partsUndrawn : t.partsDrawn}
      actions={<LinkButton href={partsHref(id)}>{t.givePartOutlines}</LinkButton>}
    >
      {undrawn.length > 0 && <p>{undrawn.map(({ name, code }) => `${name} (${code})`).join(', ')}</p>}
    </Notice>
  )
}

function Applying({ step, isWhole }: { step: StepView; isWhole: boolean }) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const order = useCommand(orderStep)
  const cancel = useCommand(cancelStep)
  const [isAsking, ask] = useState(false)
  const job = useJob(step.state === 'ordered' ? step.jobId : null, () => void queries.invalidateQueries())
  const isDue = step.on <= Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString()
  const verb = isDue ? t.apply : t.schedule
  return (
    <>
      <ProblemNotice error={order.error ?? cancel.error ?? job.error} words={t.problems} />
      {job.data?.state === 'failed' && job.data.problem && (
        <Notice kind="err" isLive>
          {t.problems[job.data.problem.code as keyof typeof t.problems] ?? job.data.problem.code}
        </Notice>
      )}
      {job.data && !isEnded(job.data) && (
        <ProgressCard
          title={t.applying}
          done={job.data.done}
          total={job.data.total ?? 1}
          detail={t.stages[job.data.stage as keyof typeof t.stages]}
        />
      )}
      <div className="btns no-print">
        {step.state === 'planned' && isWhole && (
          <Button emphasis="primary" isPending={order.isPending} onPress={() => ask(true)}>
            {verb}
          </Button>
        )}
        {step.state === 'ordered' && (!job.data || isEnded(job.data)) && (
          <Button isPending={cancel.isPending} onPress={() => cancel.mutate({ id: step.id })}>
            {t.cancelOrder}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => ask(false)}
        title={t.confirmTitle(formatDay(step.on))}
        verb={verb}
        otherwise={t.notYet}
        onConfirm={() => order.mutate({ id: step.id }, { onSettled: () => ask(false) })}
      >
        <p>{t.confirm(formatCount(step.closes), formatCount(step.opens))}</p>
      </ConfirmDialog>
    </>
  )
}

function Outcome({ step: { outcome, after } }: { step: StepView }) {
  const t = useMessages({ vi, en })
  if (!outcome) return null
  const names = new Map(after.map(({ id, name }) => [id, name]))
  return (
    <>
      <Notice kind="ok" isLive title={t.applied(formatCount(outcome.closed), formatCount(outcome.opened))}>
        <p>{t.appliedMore(formatCount(outcome.followed), formatCount(outcome.accounts.length))}</p>
      </Notice>
      {outcome.accounts.length > 0 && (
        <Panel title={t.accountsTitle}>
          <DataTable
            caption={t.accountsTitle}
            isCaptionHidden
            rows={outcome.accounts}
            rowKey={({ userId }) => userId}
            empty=""
            columns={[
              { header: t.accountName, isName: true, cell: ({ name }) => name },
              { header: t.account, cell: ({ username }) => username },
              { header: t.nowServes, cell: ({ areaId }) => names.get(areaId) ?? '' },
            ]}
          />
        </Panel>
      )}
    </>
  )
}
