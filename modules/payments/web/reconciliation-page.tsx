import { useSuspenseQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { Allowed } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Moment, formatCount, formatDay, formatDifference, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { TabLinks } from '#ui/tabs'
import {
  listOpenLines,
  listProviderStandings,
  listResponses,
  pageSize,
  type ProviderStandingView,
  type ResponseView,
} from '../contract.ts'
import { FaultTable } from './layouts/fault-table.tsx'
import { LineTable } from './line-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { wordsWhyNot } from './why-not.ts'
import { ReadAnswer } from './read-answer.tsx'
import { reconciliationHref } from './hrefs.ts'
import './payments.css'

/** What providers answered: lines that wait for a person or were settled by one, then the files, and a place for a new one. */
export function ReconciliationPage({ page, isSettled }: { page: number; isSettled: boolean }) {
  const t = useMessages({ vi, en })
  // All that the page shows is asked for at once.
  const [{ data }, { data: standings }, { data: files }] = useSuspenseQueries({
    queries: [
      apiQuery(listOpenLines, { page, isSettled: isSettled ? 'true' : 'false' }),
      apiQuery(listProviderStandings, {}),
      apiQuery(listResponses, {}),
    ],
  })
  const words = t.reconciliation
  return (
    <>
      <PageHead crumbs={[{ label: t.payments }, { label: words.title }]} title={words.title} />
      <Allowed to="payments.reconcile">
        <ReadAnswer />
      </Allowed>
      <section className="stack" aria-labelledby="khop-tay">
        <h2 id="khop-tay">
          {data.total === 0
            ? words.match
            : (isSettled ? words.settledCount : words.open)(formatCount(data.total))}
        </h2>
        <TabLinks
          label={words.match}
          links={[false, true].map((each) => ({
            label: each ? words.settledPart : words.openPart,
            href: reconciliationHref({ isSettled: each }),
            isHere: each === isSettled,
          }))}
        />
        <LineTable rows={data.rows} isSettled={isSettled} />
        <Pages
          page={page}
          pageSize={pageSize}
          total={data.total}
          href={(at) => reconciliationHref({ isSettled, page: at })}
        />
      </section>
      <Standings standings={standings} />
      <Files files={files} />
    </>
  )
}

/** Totals and differences: what each provider was asked, has answered, and holds. */
function Standings({ standings }: { standings: readonly ProviderStandingView[] }) {
  const t = useMessages({ vi, en })
  const words = t.reconciliation
  if (standings.length === 0) return null
  return (
    <section className="stack" aria-labelledby="tong">
      <h2 id="tong">{words.standings}</h2>
      <DataTable
        caption={words.standings}
        isCaptionHidden
        rows={standings}
        rowKey={({ provider }) => provider.id}
        empty=""
        columns={[
          { header: t.provider, cell: ({ provider }) => provider.name, isName: true },
          {
            header: words.waiting,
            cell: ({ waiting }) => words.countOf(formatCount(waiting.orders), formatMoney(waiting.amount)),
            align: 'end',
          },
          {
            header: words.unmatched,
            cell: ({ open }) => words.countOf(formatCount(open.lines), formatMoney(open.amount)),
            align: 'end',
          },
          { header: words.balance, cell: ({ balance }) => formatMoney(balance), align: 'end' },
          { header: words.lying, cell: ({ lying }) => formatMoney(lying), align: 'end' },
          {
            header: words.saidBalance,
            cell: ({ said }) =>
              said && (
                <span>
                  {formatMoney(said.closing)}
                  {said.through && <span className="quiet under-name">{formatDay(said.through)}</span>}
                </span>
              ),
            align: 'end',
          },
          {
            header: words.difference,
            cell: ({ statements }) => <Differs statements={statements} />,
            align: 'end',
          },
        ]}
      />
      <p className="hint">{words.standingsMore}</p>
    </section>
  )
}

/** What statements tell that is not on our books, in red, with what it is made of. */
function Differs({ statements }: Pick<ProviderStandingView, 'statements'>) {
  const words = useMessages({ vi, en }).reconciliation
  if (statements === null) return null
  const parts = (['waiting', 'aside', 'gap'] as const).filter((part) => statements[part] !== 0)
  return (
    <span>
      <b className={parts.length > 0 ? 'differs' : undefined}>{formatMoney(statements.difference)}</b>
      {[
        ...parts.map((part) => words.differs[part](formatDifference(statements[part]))),
        words.moved(formatDifference(statements.moved)),
      ].map((part) => (
        <span key={part} className="quiet under-name">
          {part}
        </span>
      ))}
    </span>
  )
}

function Files({ files }: { files: readonly ResponseView[] }) {
  const t = useMessages({ vi, en })
  const [looked, look] = useState<Pick<ResponseView, 'name' | 'faults'>>()
  const words = t.reconciliation
  return (
    <section className="stack" aria-labelledby="tep">
      <h2 id="tep">{words.files}</h2>
      <DataTable
        caption={words.filesCaption}
        isCaptionHidden
        rows={files}
        empty={words.noFiles}
        columns={[
          { header: words.file, cell: ({ name }) => name, isName: true },
          { header: t.provider, cell: ({ provider }) => provider.name },
          { header: words.kind, cell: ({ kind }) => words.kinds[kind] },
          {
            header: t.state,
            cell: ({ name, state, because, faults }) =>
              state === 'refused' ? (
                <>
                  <Chip kind="err" icon="cross">
                    {words.refused}
                  </Chip>{' '}
                  {because !== null && (wordsWhyNot(words.becauses, because) ?? words.notUnderstood(because))}
                  {faults.length > 0 && (
                    <Button icon="list" onPress={() => look({ name, faults })}>
                      {words.faults(formatCount(faults.length))}
                    </Button>
                  )}
                </>
              ) : (
                <Chip kind="ok" icon="check">
                  {words.wasRead}
                </Chip>
              ),
          },
          { header: words.lines, cell: ({ lines }) => formatCount(lines), align: 'end' },
          { header: `${t.amount} (đ)`, cell: ({ amount }) => formatCount(amount), align: 'end' },
          { header: words.received, cell: ({ receivedAt }) => <Moment value={receivedAt} /> },
        ]}
      />
      {looked && (
        <Dialog isOpen isWide onClose={() => look(undefined)} title={looked.name}>
          <FaultTable faults={looked.faults} />
        </Dialog>
      )}
    </section>
  )
}
