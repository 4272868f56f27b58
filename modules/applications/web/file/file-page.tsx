import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { LinkButton } from '#ui/button'
import { Chip } from '#ui/chip'
import { BirthDate, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Steps } from '#ui/progress'
import { getApplication, listApplications, type ApplicationId, type ApplicationView } from '../../contract.ts'
import { untilMade } from '../common/await-papers.ts'
import { Counting } from './counting.tsx'
import '../common/desk.css'
import { AnotherPayee } from './another-payee.tsx'
import { FileActions } from './file-actions.tsx'
import { FileClocks } from './file-clocks.tsx'
import { FileEvent } from './file-event.tsx'
import { FileDocuments } from './file-documents.tsx'
import { FileFacts } from './file-facts.tsx'
import { FileLog } from './file-log.tsx'
import { FilePapers } from './file-papers.tsx'
import { FilePerson, type Compared } from './file-person.tsx'
import { FileResult } from './file-result.tsx'
import { fileHref, queueHref, signingHref, type Looking } from '../common/hrefs.ts'
import { inputOf } from '../common/looking.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { Flags } from '../queue/queue-table.tsx'
import { useLabel } from '../common/use-label.ts'

/** One file: where it is on its way, what is there and what is missing, what the law makes of it, and what may be done. */
export function FilePage({
  id,
  looking,
  compared,
}: {
  id: ApplicationId
  looking: Looking
  compared: Compared
}) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  const { data: file } = useSuspenseQuery({
    ...apiQuery(getApplication, { id }),
    // Papers that were issued are made in the background: the page asks until they are there.
    refetchInterval: (query) => untilMade(query, query.state.data?.documents ?? []),
  })
  const can = useCan()
  const [news, tell] = useState<string>()
  useNeighbours(id, looking)
  const current = file.steps.findIndex(({ state }) => state === 'current')
  const isEnded = file.actions.length === 0
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.queue.title, href: queueHref(looking) },
          { label: file.code },
        ]}
        title={file.fullName}
        tabTitle={`${t.file.tab} ${file.code}`}
        actions={<FileActions file={file} onDone={tell} />}
      >
        <p className="who">
          <span>{label(file.procedureName)}</span>
          <BirthDate value={file.born} precision={file.bornPrecision} />
          <span className="nowrap">{file.code}</span>
          <span>{file.area.name}</span>
          <span>{t.channels[file.channel]}</span>
        </p>
      </PageHead>
      <div className="btns">
        <FileClocks file={file} />
        <Counting file={file} />
        <Flags flags={file.flags} />
        {file.edition.isInTransition && <Chip icon="clock">{t.file.transition(file.edition.citation)}</Chip>}
        {file.assignee && <span className="quiet">{t.file.assignedTo(file.assignee.name)}</span>}
      </div>
      <Steps
        label={t.file.stepsLabel}
        steps={file.steps.map(({ name }) => label(name))}
        current={isEnded ? file.steps.length : current}
      />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      {file.edition.isInTransition && file.actions.length > 0 && (
        <Notice kind="info">
          <p>{t.file.transitionWhy}</p>
        </Notice>
      )}
      <ProposalNotice file={file} />
      {can('applications.handle') && <AnotherPayee file={file} onDone={tell} />}
      {isEnded && (
        <Notice kind="info">
          <p>
            {file.outcome === 'withdrawn' || file.outcome === 'not_received'
              ? t.file.past[file.outcome]
              : t.file.past.closed}
          </p>
        </Notice>
      )}
      <div className="file-columns">
        <div className="stack aside">
          <FileResult file={file} />
          <FileDocuments file={file} />
        </div>
        <div className="stack">
          <FilePapers file={file} onDone={tell} />
          <FileEvent file={file} />
          <FileFacts file={file} onDone={tell} />
          <FilePerson file={file} compared={compared} onDone={tell} />
          <FileLog file={file} />
        </div>
      </div>
    </>
  )
}

/** What became of the last draft: it waits for a signature, or came back with a reason. */
function ProposalNotice({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.proposal
  const can = useCan()
  const { proposal } = file
  if (!proposal) return null
  if (proposal.state === 'drafted')
    return (
      <Notice
        kind="info"
        actions={
          <LinkButton
            href={signingHref(proposal.id)}
            {...(can('applications.sign') && { emphasis: 'primary' as const, icon: 'signature' as const })}
          >
            {can('applications.sign') ? t.open : t.see}
          </LinkButton>
        }
      >
        <p>{t.waiting(proposal.draftedName, formatInstant(proposal.draftedAt))}</p>
      </Notice>
    )
  if (proposal.state === 'returned' && file.step.id !== 'decide' && !file.outcome)
    return (
      <Notice kind="warn">
        <p>{t.returned(proposal.settledName ?? '', proposal.returnReason ?? '')}</p>
      </Notice>
    )
  return null
}

/** F8 goes on to the next file of the list one came from, Shift F8 back. */
function useNeighbours(id: ApplicationId, looking: Looking) {
  const router = useRouter()
  const { data } = useQuery({ ...apiQuery(listApplications, inputOf(looking)), staleTime: 60_000 })
  const rows = data?.rows ?? []
  const go = (step: number) => {
    const place = rows.findIndex((row) => row.id === id)
    const next = rows[place === -1 ? 0 : place + step]
    if (next && next.id !== id) router.history.push(fileHref(next.id, looking))
  }
  useKeys({ F8: () => go(1), 'Shift F8': () => go(-1) })
}
