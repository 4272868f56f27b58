import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Month } from '#kernel/civil-date'
import type { JobId } from '#platform/contract/jobs'
import { useCommand, useRequestId } from '#platform/web/api'
import { useJob } from '#platform/web/job'
import { ProblemNotice, useWords } from '#platform/web/problem'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { MonthField } from '#ui/parsed-field'
import { ProgressCard } from '#ui/progress'
import { TextField } from '#ui/text-field'
import { Assumptions, makeEstimate } from '../contract.ts'
import { budgetHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const asked = [
  'trendMonths',
  'trendPercent',
  'takeUpPercent',
  'mortalityPercent',
  'interval',
  'seed',
] as const
type Asked = (typeof asked)[number]

/** What an estimate is asked for, and everything it takes for granted; then how far it is. */
export function MakeDialog({
  suggested,
  onClose,
}: {
  suggested: { year: number; baseMonth: Month }
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const say = useWords(t.problems)
  const navigate = useNavigate()
  const queries = useQueryClient()
  const usual: Record<Asked, number> = Assumptions.parse({})
  const [year, setYear] = useState(String(suggested.year))
  const [base, setBase] = useState<Month | null>(suggested.baseMonth)
  const [name, setName] = useState(t.suggestedName(suggested.year))
  const [given, setGiven] = useState<Record<Asked, string>>(
    () => Object.fromEntries(asked.map((one) => [one, String(usual[one])])) as Record<Asked, string>, // Every one asked.
  )
  const [jobId, setJobId] = useState<JobId>()
  const [requestId, renew] = useRequestId()
  const command = useCommand(makeEstimate)
  const job = useJob(jobId, (ended) => {
    void queries.invalidateQueries()
    const { id } = (ended.output ?? {}) as { id?: string } // What the job gives.
    if (ended.state === 'done' && id) void navigate({ to: `${budgetHref}/${id}` })
    else renew()
  })
  const assumptions = Assumptions.safeParse(
    Object.fromEntries(
      asked.map((one) => [one, /^\d+$/.test(given[one].trim()) ? Number(given[one]) : Number.NaN]),
    ),
  )
  const wrong = new Set(assumptions.error?.issues.map(({ path }) => String(path[0])))
  const isYear = /^20\d\d$/.test(year)
  const isRunning = job.data !== undefined && ['waiting', 'running'].includes(job.data.state)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t.makeTitle}
      verb={t.makeVerb}
      otherwise={isRunning ? t.goOn : t.otherwise}
      isPending={command.isPending || isRunning}
      isBlocked={!isYear || base === null || name.trim() === '' || !assumptions.success}
      onConfirm={() =>
        assumptions.data &&
        base &&
        command.mutate(
          { year: Number(year), baseMonth: base, name, assumptions: assumptions.data, requestId },
          { onSuccess: ({ jobId: id }) => setJobId(id) },
        )
      }
    >
      <p>{t.makeMore}</p>
      <TextField label={t.name} value={name} onChange={setName} />
      <div className="budget-fields">
        <TextField
          label={t.year}
          value={year}
          onChange={setYear}
          inputMode="numeric"
          {...(!isYear && { error: t.yearWrong })}
        />
        <MonthField label={t.baseMonth} hint={t.baseHint} value={base} onChange={setBase} />
      </div>
      <h3>{t.assumptions}</h3>
      <div className="budget-fields">
        {asked.map((one) => (
          <TextField
            key={one}
            label={t.assumptionNames[one]}
            hint={t.assumptionHints[one]}
            value={given[one]}
            onChange={(value) => setGiven({ ...given, [one]: value })}
            inputMode="numeric"
            {...(wrong.has(one) && { error: t.assumptionWrong[one] })}
          />
        ))}
      </div>
      <ProblemNotice error={command.error} words={t.problems} />
      {isRunning && (
        <ProgressCard
          title={t.stages[job.data?.stage ?? ''] ?? t.waiting}
          done={job.data?.done ?? 0}
          total={job.data?.total ?? 0}
        />
      )}
      {job.data?.state === 'failed' && (
        <Notice kind="err" isLive title={t.failed}>
          <p>
            {job.data.problem
              ? say({ code: job.data.problem.code, status: 409, data: job.data.problem.details })
              : t.failedUnknown}
          </p>
        </Notice>
      )}
    </ConfirmDialog>
  )
}
