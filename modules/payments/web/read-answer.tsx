import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import type { JobId } from '#platform/contract/jobs'
import { apiQuery, useCommand } from '#platform/web/api'
import { isEnded, useJob } from '#platform/web/job'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { FileDrop } from '#ui/file-drop'
import { Fold } from '#ui/fold'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { fetchResponses, listProviders, receiveResponse, type ProviderId } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { packed } from './packed.ts'

/** What can be chosen: it is packed before it is sent. */
const largest = 512 * 1024 * 1024

/** A place for a file a provider answered with, and buttons that look where providers put theirs. */
export function ReadAnswer() {
  const t = useMessages({ vi, en })
  const words = t.reconciliation
  const { data: providers } = useSuspenseQuery(apiQuery(listProviders, {}))
  const [providerId, choose] = useState<ProviderId | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const [jobId, follow] = useState<JobId>()
  const { mutateAsync } = useCommand(receiveResponse)
  const receive = useMutation({
    mutationFn: async (given: { providerId: ProviderId; file: File }) =>
      mutateAsync({ ...given, file: await packed(given.file) }),
  })
  const fetching = useCommand(fetchResponses)
  const onSuccess = (asked: { jobId: JobId }) => {
    follow(asked.jobId)
    setFile(null)
  }
  return (
    <>
      <Fold title={words.upload}>
        <div className="stack">
          <Select
            label={t.provider}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
            value={providerId}
            onChange={choose}
          />
          <FileDrop
            label={words.choose}
            hint={words.uploadHint}
            kinds={['.xml', '.csv', '.xlsx']}
            limit={largest}
            file={file}
            onChange={setFile}
          />
          <div className="btns">
            <Button
              emphasis="primary"
              icon="upload"
              isDisabled={!providerId || !file}
              isPending={receive.isPending}
              onPress={() => providerId && file && receive.mutate({ providerId, file }, { onSuccess })}
            >
              {words.upload}
            </Button>
          </div>
        </div>
      </Fold>
      <div className="btns no-print">
        {providers
          .filter(({ delivery, isOpen }) => isOpen && delivery !== 'hand')
          .map(({ id, name }) => (
            <Button
              key={id}
              icon="download"
              isPending={fetching.isPending}
              onPress={() => fetching.mutate({ id }, { onSuccess })}
            >
              {words.fetch(name)}
            </Button>
          ))}
      </div>
      <ProblemNotice error={receive.error ?? fetching.error} words={t.problems} />
      {jobId && <Reading jobId={jobId} />}
    </>
  )
}

const Read = z.object({ isNew: z.boolean(), lines: z.number(), moved: z.number() })

/** What came of the reading, spoken when it is done. */
function Reading({ jobId }: { jobId: JobId }) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const { data: job } = useJob(jobId, () => void queries.invalidateQueries())
  if (!job || !isEnded(job)) return <Notice kind="info" isLive title={t.reconciliation.reading} />
  if (job.state !== 'done')
    return (
      <ProblemNotice
        error={{ code: job.problem?.code, status: 409, data: job.problem?.details }}
        words={t.problems}
      />
    )
  const read = Read.safeParse(job.output)
  if (!read.success) return null
  const { isNew, lines, moved } = read.data
  return (
    <Notice
      kind="ok"
      isLive
      title={
        isNew ? t.reconciliation.read(formatCount(lines), formatCount(moved)) : t.reconciliation.readBefore
      }
    />
  )
}
