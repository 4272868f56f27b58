import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { Fold } from '#ui/fold'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listProposals, type ProposalId } from '../../contract.ts'
import '../common/desk.css'
import { batchesHref } from '../batch/batch-hrefs.ts'
import { useBatchWords } from '../batch/use-batch-words.ts'
import { signingHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { ProposalPreview } from '../common/proposal-preview.tsx'
import { Delegations } from './delegations.tsx'
import { SignBar } from './sign-bar.tsx'
import type { Outcome } from './signing-outcome.ts'
import { SigningNews } from './signing-news.tsx'
import { SigningTable } from './signing-table.tsx'

/** What waits for a signature: the safe ones can be signed together, whatever is otherwise is opened and signed by itself. */
export function SigningPage({ open, after }: { open: ProposalId | undefined; after: string | undefined }) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const batchWords = useBatchWords()
  const can = useCan()
  const router = useRouter()
  const { data } = useSuspenseQuery(apiQuery(listProposals, after ? { after } : {}))
  const { rows } = data
  const [chosen, choose] = useState<ReadonlySet<ProposalId>>(new Set())
  const [outcome, setOutcome] = useState<Outcome>()
  const shown = rows.find(({ id }) => id === open) ?? rows[0]
  const safe = rows.filter(({ isSafe }) => isSafe)
  const maySign = can('applications.sign')
  // A house has neither rolls to move nor a chair to sign for.
  const isOfFacility = can('applications.sign_for_facility')
  const go = (step: number) => {
    const place = rows.findIndex(({ id }) => id === shown?.id)
    const next = rows[Math.max(0, Math.min(rows.length - 1, place + step))]
    if (next) router.history.replace(signingHref(next.id))
  }
  useKeys({ F8: () => go(1), 'Shift F8': () => go(-1) })
  const done = (made: Outcome) => {
    setOutcome(made)
    choose(new Set())
  }
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title }]}
        title={words.heading(formatCount(data.waiting))}
        tabTitle={words.title}
        actions={!isOfFacility && <LinkButton href={batchesHref()}>{batchWords.title}</LinkButton>}
      >
        {rows.length > 0 && (
          <p className="filter-line">{words.triage(safe.length, rows.length - safe.length)}</p>
        )}
      </PageHead>
      <SigningNews outcome={outcome} />
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <>
          {maySign && <SignBar safe={safe} chosen={chosen} choose={choose} onDone={done} />}
          <div className="signing-columns">
            <Fold title={words.wholeList(rows.length)}>
              <div className="stack">
                <SigningTable rows={rows} current={shown?.id} {...(maySign && { chosen, choose })} />
                <Onwards after={after} next={data.next} />
              </div>
            </Fold>
            {shown && (
              <ProposalPreview
                key={shown.id}
                proposal={shown}
                place={rows.indexOf(shown) + 1}
                total={rows.length}
                onGo={go}
                onDone={done}
              />
            )}
          </div>
        </>
      )}
      {!isOfFacility && <Delegations />}
    </>
  )
}

function Onwards({ after, next }: { after: string | undefined; next: string | null }) {
  const t = useMessages({ vi, en }).signing
  if (!after && !next) return null
  return (
    <nav className="pages" aria-label={t.next}>
      {after && <TextLink href={signingHref()}>{t.first}</TextLink>}
      {next && (
        <TextLink href={`${signingHref()}?${new URLSearchParams({ sau: next }).toString()}`}>
          {t.next}
        </TextLink>
      )}
    </nav>
  )
}
