import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PersonId } from '#modules/people/contract'
import { JobId } from '#platform/contract/jobs'
import { apiQuery, useCommand } from '#platform/web/api'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { getVerification, verifyPerson } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** How somebody compared with the population register, and comparing them once more. */
export function Verification({ personId }: { personId: PersonId }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const queries = useQueryClient()
  const verification = useQuery(apiQuery(getVerification, { personId }))
  const verify = useCommand(verifyPerson)
  const [jobId, follow] = useState<string | null>(null)
  const job = useJob(JobId.nullable().parse(jobId), () => void queries.invalidateQueries())
  const isRunning = job.data !== undefined && !isEnded(job.data)
  const { problem } = job.data ?? {}
  if (!verification.data) return <ProblemNotice error={verification.error} words={t.problems} />
  const { isConnected, last, history } = verification.data
  if (!isConnected && !last) return null
  const at = last ? formatInstant(last.verifiedAt) : ''
  const fields = last?.differs.map((field) => t.verification.fields[field]).join(', ') ?? ''
  const words = {
    match: t.verification.match(at),
    not_found: t.verification.notFound(at),
    mismatch: t.verification.mismatch(fields, at),
  }
  return (
    <div className="stack" aria-live="polite">
      <ProblemNotice error={verify.error ?? problem} words={t.problems} />
      {last ? (
        <Notice kind={last.outcome === 'match' ? 'ok' : 'warn'}>
          <p>{words[last.outcome]}</p>
        </Notice>
      ) : (
        <p className="quiet">{t.verification.never}</p>
      )}
      {history.length > 1 && (
        <details className="fold">
          <summary>{t.verification.history(history.length)}</summary>
          <DataTable
            caption={t.verification.history(history.length)}
            isCaptionHidden
            rows={history}
            rowKey={({ comparedAt }) => comparedAt}
            empty=""
            columns={[
              { header: t.verification.at, isName: true, cell: (one) => formatInstant(one.comparedAt) },
              { header: t.verification.by, cell: (one) => one.askedName },
              {
                header: t.verification.result,
                cell: ({ outcome, differs }) =>
                  outcome === 'mismatch'
                    ? t.verification.differs(differs.map((field) => t.verification.fields[field]).join(', '))
                    : t.verification.outcomes[outcome],
              },
            ]}
          />
        </details>
      )}
      {isConnected && can('people.record') && (
        <div className="btns">
          <Button
            icon="turn"
            isPending={verify.isPending || isRunning}
            onPress={() => verify.mutate({ personId }, { onSuccess: (started) => follow(started.jobId) })}
          >
            {t.verification.button}
          </Button>
        </div>
      )}
    </div>
  )
}
