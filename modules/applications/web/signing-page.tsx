import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listProposals, type ProposalId } from '../contract.ts'
import './desk.css'
import { signingHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ProposalPreview } from './proposal-preview.tsx'
import { SignBar, type Outcome } from './sign-bar.tsx'
import { SigningNews } from './signing-news.tsx'
import { SigningTable } from './signing-table.tsx'

/** What waits for a signature: the safe ones can be signed together, whatever is otherwise is opened and signed by itself. */
export function SigningPage({ open, after }: { open: ProposalId | undefined; after: string | undefined }) {
  const t = useMessages({ vi, en })
  const words = t.signing
  const can = useCan()
  const router = useRouter()
  const { data } = useSuspenseQuery(apiQuery(listProposals, after ? { after } : {}))
  const { rows } = data
  const [chosen, choose] = useState<ReadonlySet<ProposalId>>(new Set())
  const [outcome, setOutcome] = useState<Outcome>()
  const shown = rows.find(({ id }) => id === open) ?? rows[0]
  const safe = rows.filter(({ isSafe }) => isSafe)
  const maySign = can('applications.sign')
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
      >
        {rows.length > 0 && (
          <p className="filter-line">{words.triage(safe.length, rows.length - safe.length)}</p>
        )}
      </PageHead>
      <SigningNews outcome={outcome} />
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <div className="signing-columns">
          <div className="stack">
            {maySign && <SignBar safe={safe} chosen={chosen} choose={choose} onDone={done} />}
            <SigningTable rows={rows} current={shown?.id} {...(maySign && { chosen, choose })} />
            {(after ?? data.next) && (
              <nav className="pages" aria-label={words.next}>
                {after && <TextLink href={signingHref()}>{words.first}</TextLink>}
                {data.next && (
                  <TextLink
                    href={`/nghiep-vu/trinh-ky?${new URLSearchParams({ sau: data.next }).toString()}`}
                  >
                    {words.next}
                  </TextLink>
                )}
              </nav>
            )}
          </div>
          {shown && <ProposalPreview key={shown.id} proposal={shown} onDone={done} />}
        </div>
      )}
    </>
  )
}
