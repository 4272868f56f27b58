import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, CivilDate, todayInVietnam } from '#kernel/civil-date'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { Skeleton } from '#ui/states'
import { searchAudit, verifyAudit, type AuditEntryView, type Verification } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type TrailFilter = {
  readonly from: CivilDate
  readonly through: CivilDate
  readonly userId?: string
  readonly personId?: string
  readonly action?: string
}

/** The days asked for in the address; the last week unless it says otherwise. */
export function trailFilter(search: Readonly<Record<string, string | undefined>>): TrailFilter {
  const day = (text: string | undefined) => {
    const parsed = CivilDate.safeParse(text)
    return parsed.success ? parsed.data : undefined
  }
  const through = day(search['den']) ?? todayInVietnam()
  return {
    from: day(search['tu']) ?? addDays(through, -7),
    through,
    ...(search['ai'] && { userId: search['ai'] }),
    ...(search['nguoi'] && { personId: search['nguoi'] }),
    ...(search['viec'] && { action: search['viec'] }),
  }
}

/** Who saw and did what; whoever composes the page knows the names of the users. */
export function TrailPage({
  filter,
  names,
  onFilter,
}: {
  filter: TrailFilter
  names: ReadonlyMap<string, string>
  onFilter: (filter: TrailFilter) => void
}) {
  const t = useMessages({ vi, en })
  const verify = useCommand(verifyAudit)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.administration }, { label: t.title }]}
        title={t.title}
        actions={
          <Button icon="shield" isPending={verify.isPending} onPress={() => verify.mutate({})}>
            {t.verify}
          </Button>
        }
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      <ProblemNotice error={verify.error} words={t.problems} />
      {verify.data && <VerificationNotice found={verify.data} />}
      <FilterForm key={JSON.stringify(filter)} filter={filter} names={names} onFilter={onFilter} />
      <Entries filter={filter} names={names} />
    </>
  )
}

function VerificationNotice({ found: { entries, head, flaw } }: { found: Verification }) {
  const t = useMessages({ vi, en })
  if (flaw)
    return (
      <Notice kind="err" title={`${t.broken}.`} isLive>
        {t.brokenDetail(formatCount(flaw.sequence), t.flaws[flaw.why])}
      </Notice>
    )
  return (
    <Notice kind="ok" title={`${t.whole}.`} isLive>
      {t.wholeDetail(formatCount(entries), head.slice(0, 16))}
    </Notice>
  )
}

function FilterForm({
  filter,
  names,
  onFilter,
}: {
  filter: TrailFilter
  names: ReadonlyMap<string, string>
  onFilter: (filter: TrailFilter) => void
}) {
  const t = useMessages({ vi, en })
  const [from, setFrom] = useState<CivilDate | null>(filter.from)
  const [through, setThrough] = useState<CivilDate | null>(filter.through)
  const [userId, setUserId] = useState<string | null>(filter.userId ?? null)
  const [action, setAction] = useState<string | null>(filter.action ?? null)
  return (
    <form
      className="inline-form"
      aria-label={t.filter}
      onSubmit={(event) => {
        event.preventDefault()
        if (!from || !through) return
        onFilter({
          from,
          through,
          ...(userId && { userId }),
          ...(action && { action }),
          ...(filter.personId && { personId: filter.personId }),
        })
      }}
    >
      <DateField label={t.from} value={from} onChange={setFrom} />
      <DateField label={t.through} value={through} onChange={setThrough} />
      {names.size > 0 && (
        <Select
          label={t.user}
          emptyLabel={t.everyone}
          options={[...names].map(([value, label]) => ({ value, label }))}
          value={userId}
          onChange={setUserId}
        />
      )}
      <Select
        label={t.action}
        emptyLabel={t.everything}
        options={Object.entries(t.actions)
          .map(([value, label]) => ({ value, label }))
          .toSorted((one, other) => byLetters.compare(one.label, other.label))}
        value={action}
        onChange={setAction}
      />
      <Button type="submit" icon="search" isDisabled={!from || !through}>
        {t.find}
      </Button>
    </form>
  )
}

/** The letters of Vietnamese, which has those of English. */
const byLetters = new Intl.Collator('vi')

function Entries({ filter, names }: { filter: TrailFilter; names: ReadonlyMap<string, string> }) {
  const t = useMessages({ vi, en })
  const pages = useInfiniteQuery({
    queryKey: ['trail', filter],
    queryFn: (context) => {
      const query = apiQuery(searchAudit, {
        ...filter,
        ...(context.pageParam && { before: context.pageParam }),
      })
      return context.client.fetchQuery(query)
    },
    initialPageParam: 0,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? entries.at(-1)?.sequence : undefined),
    retry: false,
  })
  if (pages.isLoading) return <Skeleton lines={8} />
  if (pages.error)
    return <ProblemNotice error={pages.error} words={t.problems} onRetry={() => void pages.refetch()} />
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <>
      <DataTable
        caption={t.caption(entries.length)}
        rows={entries}
        rowKey={({ sequence }) => String(sequence)}
        empty={t.none}
        columns={[
          { header: t.at, cell: ({ at }) => <Moment value={at} /> },
          { header: t.user, isName: true, cell: (entry) => whoIn(entry, names, t) },
          { header: t.action, cell: ({ action }) => t.actions[action] ?? action },
          { header: t.details, cell: (entry) => <Details entry={entry} names={names} /> },
          { header: t.sequence, align: 'end', cell: ({ sequence }) => formatCount(sequence) },
        ]}
      />
      {pages.hasNextPage && (
        <div className="btns">
          <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
            {t.older}
          </Button>
        </div>
      )}
    </>
  )
}

function whoIn({ userId }: AuditEntryView, names: ReadonlyMap<string, string>, t: typeof vi) {
  return userId === null ? t.system : (names.get(userId) ?? t.unknownUser)
}

/** What it was about; a user by name, whatever else by the code that other entries and addresses of pages have, too. */
function Details({
  entry: { personId, subject, details },
  names,
}: {
  entry: AuditEntryView
  names: ReadonlyMap<string, string>
}) {
  const t = useMessages({ vi, en })
  const given = Object.entries(details ?? {}).filter(([, value]) => value !== null)
  const told = given.map(
    ([name, value]) => `${t.detailNames[name] ?? name}: ${t.detailValues[String(value)] ?? String(value)}`,
  )
  return (
    <span className="quiet">
      {personId && (
        <>
          <TextLink href={`/nghiep-vu/nguoi/${personId}`}>{t.openPerson}</TextLink>{' '}
        </>
      )}
      {subject && `${names.get(subject) ?? subject} `}
      {told.join(', ')}
    </span>
  )
}
