import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useCommand, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { downloadEstimate, removeEstimate, submitEstimate, type EstimateView } from '../contract.ts'
import { yearHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What can be done with an estimate: take it along, lock it as the one submitted, or remove one’s own draft. */
export function Deeds({ estimate }: { estimate: EstimateView }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [asking, ask] = useState<'submit' | 'remove'>()
  const submit = useCommand(submitEstimate)
  const remove = useCommand(removeEstimate)
  const download = useDownload(downloadEstimate)
  const { id, submitted, isMine, year } = estimate
  return (
    <>
      <div className="btns">
        {(['pdf', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            icon="download"
            isPending={download.isPending && download.variables?.format === format}
            onPress={() => download.mutate({ id, format })}
          >
            {t.formats[format]}
          </Button>
        ))}
        {!submitted && can('budget.submit') && !isMine && (
          <Button emphasis="primary" icon="lock" onPress={() => ask('submit')}>
            {t.submit}
          </Button>
        )}
        {!submitted && can('budget.estimate') && isMine && (
          <Button icon="cross" onPress={() => ask('remove')}>
            {t.remove}
          </Button>
        )}
      </div>
      {submitted && <Notice kind="ok" title={t.submittedBy(submitted.by, formatInstant(submitted.at))} />}
      <ProblemNotice error={submit.error ?? remove.error ?? download.error} words={t.problems} />
      <ConfirmDialog
        isOpen={asking === 'submit'}
        onClose={() => ask(undefined)}
        title={t.submitTitle(year)}
        verb={t.submit}
        otherwise={t.otherwise}
        isPending={submit.isPending}
        onConfirm={() =>
          submit.mutate(
            { id },
            {
              onSuccess: () => void queries.invalidateQueries(),
              onSettled: () => ask(undefined),
            },
          )
        }
      >
        {t.submitMore}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'remove'}
        kind="danger"
        onClose={() => ask(undefined)}
        title={t.removeTitle}
        verb={t.remove}
        otherwise={t.otherwise}
        isPending={remove.isPending}
        onConfirm={() =>
          remove.mutate(
            { id },
            {
              onSuccess: () => void navigate({ to: yearHref(year) }),
              onSettled: () => ask(undefined),
            },
          )
        }
      >
        {t.removeMore}
      </ConfirmDialog>
    </>
  )
}
