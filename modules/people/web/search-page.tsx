import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState, type FormEvent, type ReactNode } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { BirthDate } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState, Skeleton } from '#ui/states'
import { TextField } from '#ui/text-field'
import { searchPeople, type PersonHit, type SearchPage as Found } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './people.css'

export type SearchTerms = { readonly q: string; readonly wholeArea: boolean; readonly includeDead: boolean }

/** What other modules say of somebody found: asked for all who are listed at once, after the list itself is there. */
type MarkOfHit = (personId: string, listed: readonly string[]) => ReactNode
export type MarksOfHits = {
  /** Left out for whoever may not read it. */
  readonly receiving: MarkOfHit | undefined
  readonly suspicions: MarkOfHit
}

/** One box for everything one knows of a person; the address carries what was asked, so it can be shared and gone back to. */
export function SearchPage({
  terms,
  opensOnlyHit,
  marks,
}: {
  terms: SearchTerms
  opensOnlyHit: boolean
  marks: MarksOfHits
}) {
  const t = useMessages({ vi, en })
  const search = useQuery({ ...apiQuery(searchPeople, terms), enabled: terms.q.trim() !== '', retry: false })
  const [only, ...others] = search.data?.hits ?? []
  useOpening(opensOnlyHit && only && others.length === 0 ? only.id : undefined)
  return (
    <>
      <PageHead crumbs={[{ label: t.section }, { label: t.search.title }]} title={t.search.title} />
      <SearchForm key={JSON.stringify(terms)} terms={terms} onAgain={() => void search.refetch()} />
      {terms.q.trim() === '' ? (
        <EmptyState title={t.search.startTitle}>{t.search.start}</EmptyState>
      ) : search.error ? (
        <ProblemNotice error={search.error} words={t.problems} onRetry={() => void search.refetch()} />
      ) : search.data ? (
        <Results found={search.data} marks={marks} />
      ) : (
        <Skeleton lines={6} />
      )}
    </>
  )
}

/** Goes on to the person as soon as it is known who it is. */
function useOpening(personId: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    if (personId) void navigate({ href: `/nghiep-vu/nguoi/${personId}`, replace: true })
  }, [personId, navigate])
}

/** Pressed again with nothing changed, it asks again: the network may be back. */
function SearchForm({ terms, onAgain }: { terms: SearchTerms; onAgain: () => void }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const [wanted, want] = useState(terms)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (JSON.stringify(wanted) === JSON.stringify(terms) && terms.q !== '') onAgain()
    const search = {
      q: wanted.q.normalize('NFC').trim(),
      ...(wanted.wholeArea && { tinh: '1' }),
      ...(wanted.includeDead && { mat: '1' }),
    }
    void navigate({ to: '/nghiep-vu/nguoi', search })
  }
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <TextField
          label={t.search.box}
          hint={t.search.hint}
          placeholder={t.search.placeholder}
          type="search"
          value={wanted.q}
          onChange={(q) => want({ ...wanted, q })}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" icon="search">
            {t.search.find}
          </Button>
          <Checkbox isSelected={wanted.wholeArea} onChange={(wholeArea) => want({ ...wanted, wholeArea })}>
            {t.search.wholeArea}
          </Checkbox>
          <Checkbox
            isSelected={wanted.includeDead}
            onChange={(includeDead) => want({ ...wanted, includeDead })}
          >
            {t.search.includeDead}
          </Checkbox>
        </div>
      </form>
    </search>
  )
}

function Results({
  found: { hits, tooMany, understood },
  marks: { receiving, suspicions },
}: {
  found: Found
  marks: MarksOfHits
}) {
  const t = useMessages({ vi, en })
  const listed = hits.map(({ id }) => id)
  const notes = [
    ...understood.repairs.map((repair) => t.search.repairs[repair]),
    ...(understood.areas.length > 0
      ? [t.search.understoodArea(understood.areas.map(({ nowName }) => nowName).join(', '))]
      : []),
  ]
  return (
    <section className="stack">
      <output className="filter-line">{[t.search.found(hits.length), ...notes].join(' · ')}</output>
      {tooMany && (
        <Notice kind="info">
          <p>{t.search.tooMany}</p>
        </Notice>
      )}
      <DataTable
        caption={t.search.caption}
        isCaptionHidden
        rows={hits}
        empty={<EmptyState title={t.search.emptyTitle}>{t.search.empty}</EmptyState>}
        columns={[
          {
            header: t.search.name,
            cell: (hit) => (
              <span>
                <TextLink href={`/nghiep-vu/nguoi/${hit.id}`}>{hit.fullName}</TextLink>
                {hit.diedOn && (
                  <>
                    {' '}
                    <Chip icon="square">{t.search.dead}</Chip>
                  </>
                )}
                {suspicions(hit.id, listed)}
              </span>
            ),
            isName: true,
          },
          {
            header: t.search.born,
            cell: (hit) => <BirthDate value={hit.born} precision={hit.bornPrecision} />,
          },
          { header: t.search.sex, cell: (hit) => t.sex[hit.sex] },
          { header: t.search.number, cell: (hit) => hit.number?.masked ?? t.none },
          { header: t.search.home, cell: (hit) => <Home hit={hit} /> },
          ...(receiving
            ? [{ header: t.search.receiving, cell: (hit: PersonHit) => receiving(hit.id, listed) }]
            : []),
          {
            header: t.search.why,
            cell: (hit) => (
              <span className="quiet">
                {hit.reasons.map((reason) => t.search.reasons[reason]).join(', ')}
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}

function Home({ hit: { home, village } }: { hit: PersonHit }) {
  const t = useMessages({ vi, en })
  return (
    <span>
      {[village, home.nowName].filter(Boolean).join(', ')}
      {home.nowId !== home.id && (
        <>
          <br />
          <span className="quiet">{t.search.formerly(home.name)}</span>
        </>
      )}
    </span>
  )
}
