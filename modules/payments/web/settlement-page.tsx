import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { Fold } from '#ui/fold'
import { Difference, formatCount, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import {
  downloadSettlement,
  getSettlement,
  lockSettlement,
  type ReportedFigures,
  type SettlementView,
} from '../contract.ts'
import { FiguresLink } from './figures/figures-link.tsx'
import { settlementsHref } from './hrefs.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { ReportDialog, settlementItems } from './settlement-report.tsx'
import { settlementWords as en } from './settlement-words.en.ts'
import { settlementWords as vi } from './settlement-words.vi.ts'
import { SettlementChip, spanOf } from './settlements-page.tsx'

/** A settlement: the provider’s report beside our books, the parts, and what changed since it was locked. */
export function SettlementPage({ id }: { id: string }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const { data: settlement } = useSuspenseQuery(apiQuery(getSettlement, { id }))
  const title = spanOf(settlement, t)
  return (
    <>
      <PageHead
        crumbs={[{ label: payments }, { label: t.title, href: settlementsHref }, { label: title }]}
        title={`${t.title} · ${title}`}
      >
        <p className="filter-line">
          {settlement.provider?.name ?? t.allProviders} · {settlement.area.name}
        </p>
      </PageHead>
      <Deeds settlement={settlement} />
      <Waits settlement={settlement} />
      <Verdict settlement={settlement} />
      <section className="stack" aria-labelledby="doi-chieu">
        <h2 id="doi-chieu">{t.figures}</h2>
        <SideBySide
          caption={t.figuresCaption}
          heads={[t.ours, t.theirs]}
          one={settlement.figures}
          other={settlement.reported}
        />
        {settlement.explanation && (
          <p>
            <b>{t.explanation}:</b> {settlement.explanation}
          </p>
        )}
        {settlement.reportedBy && settlement.reportedAt && (
          <p className="hint">{t.reported(settlement.reportedBy, formatInstant(settlement.reportedAt))}</p>
        )}
      </section>
      {settlement.state === 'locked' && (
        <section className="stack" aria-labelledby="dieu-chinh">
          <h2 id="dieu-chinh">{t.corrections}</h2>
          {settlement.now ? (
            <SideBySide
              caption={t.correctionsCaption}
              heads={[t.atLock, t.now]}
              one={settlement.figures}
              other={settlement.now}
            />
          ) : (
            <p>{t.noCorrections}</p>
          )}
        </section>
      )}
      <Parts settlement={settlement} />
    </>
  )
}

function SideBySide({
  caption,
  heads: [first, second],
  one,
  other,
}: {
  caption: string
  heads: readonly [string, string]
  one: ReportedFigures
  other: ReportedFigures | null
}) {
  const t = useMessages({ vi, en })
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={settlementItems.map((item) => ({ id: item }))}
      empty={t.nothing}
      columns={[
        { header: t.item, cell: ({ id }) => t.items[id], isName: true },
        { header: first, cell: ({ id }) => formatCount(one[id]), align: 'end' },
        ...(other
          ? [
              {
                header: second,
                cell: ({ id }: { id: (typeof settlementItems)[number] }) => formatCount(other[id]),
                align: 'end' as const,
              },
              {
                header: t.difference,
                cell: ({ id }: { id: (typeof settlementItems)[number] }) => (
                  <Difference value={other[id] - one[id]} />
                ),
                align: 'end' as const,
              },
            ]
          : []),
      ]}
    />
  )
}

/** What it waits for before anybody can lock it. */
function Waits({ settlement: { state, waitsFor } }: { settlement: SettlementView }) {
  const t = useMessages({ vi, en })
  if (state === 'locked') return null
  return (
    <>
      {waitsFor.lastDay && <Notice kind="info" title={t.notOver(formatDay(waitsFor.lastDay))} />}
      {waitsFor.providers.length > 0 && (
        <Notice kind="info" title={t.partsOpen(waitsFor.providers.map(({ name }) => name).join(', '))} />
      )}
    </>
  )
}

function Verdict({ settlement: { provider, reported, figures } }: { settlement: SettlementView }) {
  const t = useMessages({ vi, en })
  if (provider === null) return null
  if (reported === null) return <Notice kind="info" title={t.notReported} />
  const isSame = settlementItems.every((item) => reported[item] === figures[item])
  return <Notice kind={isSame ? 'ok' : 'warn'} title={isSame ? t.agrees : t.differs} />
}

function Deeds({ settlement }: { settlement: SettlementView }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const [asking, ask] = useState<'report' | 'lock'>()
  const [isLocked, sayLocked] = useState(false)
  const download = useDownload(downloadSettlement)
  const { id, state, isMine, waitsFor, first, last, fingerprint } = settlement
  const isReady = waitsFor.lastDay === null && waitsFor.providers.length === 0
  return (
    <>
      <div className="btns">
        <SettlementChip state={state} />
        {first === last && <FiguresLink month={first} />}
        {(['pdf', 'xlsx'] as const).map((format) => (
          <Button
            key={format}
            icon="download"
            isPending={download.isPending && download.variables?.format === format}
            onPress={() => download.mutate({ id, format })}
          >
            {t[format]}
          </Button>
        ))}
        {state === 'open' && settlement.provider && can('payments.reconcile') && (
          <Button icon="pencil" onPress={() => ask('report')}>
            {t.report}
          </Button>
        )}
        {state === 'open' && can('payments.approve') && !isMine && isReady && (
          <Button emphasis="primary" icon="lock" onPress={() => ask('lock')}>
            {t.lock}
          </Button>
        )}
      </div>
      {state === 'open' && can('payments.approve') && isMine && isReady && (
        <Notice kind="info" title={t.isMine} />
      )}
      <ProblemNotice error={download.error} words={t.problems} />
      {isLocked && <Notice kind="ok" isLive title={t.lockedDone} />}
      {asking === 'report' && <ReportDialog settlement={settlement} onClose={() => ask(undefined)} />}
      {asking === 'lock' && (
        <CommandDialog
          command={lockSettlement}
          input={{ id, fingerprint }}
          title={t.lockTitle}
          verb={t.lock}
          words={t}
          onClose={() => ask(undefined)}
          onDone={() => {
            ask(undefined)
            sayLocked(true)
          }}
        >
          <p>{t.lockMore}</p>
        </CommandDialog>
      )}
    </>
  )
}

type Part = { readonly id: string; readonly name: string } & Omit<ReportedFigures, 'payees'>

function Parts({ settlement: { figures } }: { settlement: SettlementView }) {
  const t = useMessages({ vi, en })
  const table = (caption: string, head: string, rows: readonly Part[]) => (
    <Fold title={caption}>
      <DataTable
        caption={caption}
        rows={rows}
        empty={t.nothing}
        columns={[
          { header: head, cell: ({ name }) => name, isName: true },
          ...(['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut'] as const).map((item) => ({
            header: t.items[item],
            cell: (row: Part) => formatCount(row[item]),
            align: 'end' as const,
            total: formatCount(rows.reduce((sum, row) => sum + row[item], 0)),
          })),
        ]}
        totalLabel={t.total}
      />
    </Fold>
  )
  return (
    <>
      {table(
        t.byProgramme,
        t.programme,
        figures.byProgramme.map(({ programme, ...own }) => ({
          ...own,
          id: programme,
          name: t.programmes[programme],
        })),
      )}
      {table(
        t.byArea,
        t.area,
        figures.byArea.map(({ area, ...own }) => ({ ...own, id: String(area.id), name: area.name })),
      )}
      <Fold title={t.bySource}>
        <DataTable
          caption={t.bySource}
          rows={figures.bySource}
          rowKey={({ source, programme }) => `${source} ${programme}`}
          empty={t.nothing}
          columns={[
            { header: t.source, cell: ({ source }) => t.sources[source], isName: true },
            { header: t.programme, cell: ({ programme }) => t.programmes[programme] },
            {
              header: t.spent,
              cell: ({ spent }) => formatCount(spent),
              align: 'end',
              total: formatCount(figures.bySource.reduce((sum, { spent }) => sum + spent, 0)),
            },
          ]}
          totalLabel={t.total}
        />
      </Fold>
    </>
  )
}
