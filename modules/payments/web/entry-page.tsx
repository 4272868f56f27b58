import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Facts, PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { getEntry, pageSize, type EntryGround, type EntryView } from '../contract.ts'
import { envelopeHref, recoveryHref, refundHref, runHref } from './hrefs.ts'
import { entryHref, ledgerAddress, ledgerHref } from './ledger-search.ts'
import { ledgerWords as en } from './ledger-words.en.ts'
import { ledgerWords as vi } from './ledger-words.vi.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'

/** One entry: its two sides, the decisions and papers it rests on, and whose money it is. */
export function EntryPage({ id, page }: { id: number; page: number }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data: entry } = useSuspenseQuery(apiQuery(getEntry, { id, page }))
  return (
    <>
      <PageHead
        crumbs={[{ label: payments }, { label: t.title, href: ledgerAddress }, { label: t.entry(id) }]}
        title={`${t.entry(id)} · ${t.kinds[entry.kind]}`}
      >
        <p className="filter-line">
          {formatDay(entry.bookedOn)} · {entry.byName} · {formatInstant(entry.recordedAt)}
        </p>
      </PageHead>
      <Grounds entry={entry} />
      <section className="stack" aria-labelledby="hai-ve">
        <h2 id="hai-ve">{t.sides}</h2>
        <DataTable
          caption={t.sidesCaption}
          isCaptionHidden
          rows={entry.sums}
          rowKey={({ account, area, programme }) => `${account} ${area.id} ${programme}`}
          empty={t.noEntries}
          totalLabel={t.total}
          columns={[
            { header: t.account, cell: ({ account }) => t.accounts[account], isName: true },
            { header: t.area, cell: ({ area }) => area.name },
            { header: t.programme, cell: ({ programme }) => programme && t.programmes[programme] },
            {
              header: t.debit,
              cell: ({ debit }) => debit > 0 && formatCount(debit),
              align: 'end',
              total: formatCount(entry.sums.reduce((sum, { debit }) => sum + debit, 0)),
            },
            {
              header: t.credit,
              cell: ({ credit }) => credit > 0 && formatCount(credit),
              align: 'end',
              total: formatCount(entry.sums.reduce((sum, { credit }) => sum + credit, 0)),
            },
          ]}
        />
      </section>
      {entry.totalPeople > 0 && <People entry={entry} page={page} />}
    </>
  )
}

function Grounds({ entry }: { entry: EntryView }) {
  const t = useMessages({ vi, en })
  const facts = entry.grounds.map(
    (ground) => [t.ground[ground.kind], <Ground key="ground" ground={ground} />] as const,
  )
  return (
    <section className="stack" aria-labelledby="can-cu">
      <h2 id="can-cu">{t.grounds}</h2>
      {facts.length === 0 && !entry.note && <p>{t.noGrounds}</p>}
      <Facts facts={entry.note ? [...facts, [t.note, entry.note]] : facts} />
    </section>
  )
}

function Ground({ ground }: { ground: EntryGround }) {
  const t = useMessages({ vi, en })
  switch (ground.kind) {
    case 'envelope':
      return (
        <span>
          <TextLink href={envelopeHref(ground.id)}>{ground.code}</TextLink>
          {ground.runId && (
            <>
              {' · '}
              <TextLink href={runHref(ground.runId)}>{t.ground.run}</TextLink>
            </>
          )}
          <br />
          <span className="quiet">
            {t.ground.signed(ground.preparedBy, ground.checkedBy, ground.approvedBy)}
          </span>
        </span>
      )
    case 'answer':
      return (
        <span>
          {ground.name}
          <br />
          <span className="quiet">
            {t.ground.received(ground.receivedBy, formatInstant(ground.receivedAt))}
          </span>
        </span>
      )
    case 'recovery':
      return (
        <span>
          <TextLink href={recoveryHref(ground.id)}>{ground.person.name}</TextLink>
          <br />
          <span className="quiet">{t.ground.decided(ground.decision, ground.decidedBy)}</span>
        </span>
      )
    case 'refund':
      return (
        <span>
          <TextLink href={refundHref(ground.id)}>{ground.code}</TextLink>
          <br />
          <span className="quiet">{t.ground.signed(ground.askedBy, null, ground.approvedBy)}</span>
        </span>
      )
    case 'fund':
      return <span>{t.ground.ofYear(ground.code, ground.year)}</span>
  }
}

function People({ entry, page }: { entry: EntryView; page: number }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  return (
    <section className="stack" aria-labelledby="cua-ai">
      <h2 id="cua-ai">{t.people(formatCount(entry.totalPeople))}</h2>
      <DataTable
        caption={t.peopleCaption}
        isCaptionHidden
        rows={entry.people}
        rowKey={({ person, instructionId, account }) => `${person.id} ${instructionId} ${account}`}
        empty={t.noEntries}
        window={{ first: (page - 1) * pageSize + 1, total: entry.totalPeople }}
        columns={[
          {
            header: t.person,
            cell: ({ person }) =>
              person.name === '' ? (
                t.unknown
              ) : can('people.read') ? (
                <TextLink href={`/nghiep-vu/nguoi/${person.id}/quyen-loi`}>{person.name}</TextLink>
              ) : (
                <TextLink href={ledgerHref({ personId: person.id })}>{person.name}</TextLink>
              ),
            isName: true,
          },
          { header: t.account, cell: ({ account }) => t.accounts[account] },
          { header: t.debit, cell: ({ debit }) => debit > 0 && formatCount(debit), align: 'end' },
          { header: t.credit, cell: ({ credit }) => credit > 0 && formatCount(credit), align: 'end' },
        ]}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={entry.totalPeople}
        href={(at) => entryHref(entry.id, at)}
      />
    </section>
  )
}
