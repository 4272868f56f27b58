import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import type { Tenths } from '#kernel/dong'
import { nameOfRule } from '#modules/entitlement/contract'
import { apiQuery } from '#platform/web/api'
import { useCan } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { DataTable, type Column } from '#ui/data-table'
import { formatCoefficient, formatCount, formatMoney, formatMonth } from '#ui/format'
import { Fold } from '#ui/fold'
import { useLanguage, useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { TextField } from '#ui/text-field'
import {
  getRun,
  LineComponent,
  LineKind,
  listLines,
  pageSize,
  type LineFilter,
  type LineView,
  type RunView,
} from '../contract.ts'
import { linesHref, runHref, whyHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ListDownloads } from './run-steps.tsx'

/** The lines of a run, filtered by the address; each leads to why it is what it is. */
export function LinesPage({ id, filter, page }: { id: RunView['id']; filter: LineFilter; page: number }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const isTold = useCan()('people.read')
  const { data: run } = useSuspenseQuery(apiQuery(getRun, { id }))
  const { data } = useSuspenseQuery(apiQuery(listLines, { id, ...filter, page }))
  const month = formatMonth(run.month)
  const place = [
    run.byArea.find(({ area }) => area.id === filter.areaId)?.area.name,
    run.byPayPoint.find(({ payPoint }) => payPoint?.id === filter.payPointId)?.payPoint?.name,
  ].find(Boolean)
  const group =
    filter.rule === 'other' ? t.breakdown.unnamedSum : filter.rule && nameOfRule(filter.rule, language)
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.title, href: '/nghiep-vu/ky-chi-tra' },
          { label: t.runOf(month), href: runHref(id) },
          { label: place ?? run.area.name },
        ]}
        title={t.listOf(month)}
        actions={<ListDownloads runId={id} areaId={filter.areaId} payPointId={filter.payPointId} />}
      >
        <p className="filter-line">
          {t.list.shown(
            formatCount(data.totals.lines),
            formatCount(data.totals.people),
            formatMoney(data.totals.amount),
          )}
          {[place, group].filter(Boolean).map((part) => ` · ${part}`)}
        </p>
      </PageHead>
      <Fold title={t.list.filters} isOpen={Object.keys(filter).length > 0}>
        <Filters key={JSON.stringify(filter)} run={run} filter={filter} />
      </Fold>
      <div className="run-lines">
        <DataTable
          caption={t.list.caption}
          isCaptionHidden
          rows={data.rows}
          // Not told why, two lines of a person may look the same.
          rowKey={(line) => String(data.rows.indexOf(line))}
          empty={t.list.none}
          window={{ first: (page - 1) * pageSize + 1, total: data.totals.lines }}
          columns={[
            {
              header: t.changes.name,
              cell: ({ person, benefitMonth }) =>
                isTold ? (
                  <TextLink href={whyHref(person.id, benefitMonth)}>{person.name}</TextLink>
                ) : (
                  person.name
                ),
              isName: true,
            },
            { header: t.changes.born, cell: (line) => line.person.born.slice(0, 4) },
            { header: t.area, cell: (line) => line.area.name },
            {
              header: t.changes.kind,
              cell: (line) => (
                <>
                  {line.rule === null ? t.hiddenRule : nameOfRule(line.rule, language)}
                  {line.kind === 'arrears' && (
                    <>
                      <br />
                      <span className="quiet">
                        {t.kinds.arrears} {formatMonth(line.benefitMonth)}
                      </span>
                    </>
                  )}
                </>
              ),
            },
            ...(isTold ? arithmetic(t) : []),
            { header: `${t.amount} (đ)`, cell: (line) => <b>{formatCount(line.amount)}</b>, align: 'end' },
            {
              header: `${t.list.before} (đ)`,
              cell: ({ before, paidBefore }) => {
                if (paidBefore !== null)
                  return <span className="quiet">{t.list.paidBefore(formatCount(paidBefore))}</span>
                return before !== null && <span className="quiet">{formatCount(before)}</span>
              },
              align: 'end',
            },
            { header: t.list.payee, cell: (line) => line.payee.name },
            { header: t.list.how, cell: (line) => <Method line={line} /> },
          ]}
        />
      </div>
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.totals.lines}
        href={(at) => linesHref(id, { ...filter, page: at })}
      />
    </>
  )
}

/** How an amount came about, for whoever is told why people are paid. */
function arithmetic({ list: t }: typeof vi): Column<LineView>[] {
  return [
    {
      header: t.coefficient,
      cell: ({ coefficient }) => coefficient !== null && formatCoefficient(coefficient as Tenths), // The contract says tenths.
      align: 'end',
    },
    { header: t.units, cell: ({ units }) => units !== null && formatCount(units), align: 'end' },
    {
      header: `${t.standard} (đ)`,
      cell: ({ standard }) => standard !== null && formatCount(standard),
      align: 'end',
    },
  ]
}

function Method({ line }: { line: LineView }) {
  const t = useMessages({ vi, en })
  return (
    <span>
      {t.methods[line.method]}
      <br />
      <span className="quiet">{line.payPoint?.name ?? (line.method === 'cash' ? t.cashAtCommune : '')}</span>
    </span>
  )
}

function Filters({ run, filter }: { run: RunView; filter: LineFilter }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const isTold = useCan()('people.read')
  const [wanted, want] = useState<LineFilter>(filter)
  const set = (change: Partial<Record<keyof LineFilter, string | number | null>>) =>
    want((before) => {
      const next = Object.entries({ ...before, ...change }).filter(
        ([, value]) => value !== null && value !== '',
      )
      return Object.fromEntries(next) as LineFilter // Every value comes from an option of that filter.
    })
  const apply = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: linesHref(run.id, wanted) })
  }
  const areas = run.byArea.map(({ area }) => ({ value: String(area.id), label: area.name }))
  const payPoints = run.byPayPoint.flatMap(({ payPoint }) =>
    payPoint ? [{ value: String(payPoint.id), label: payPoint.name }] : [],
  )
  return (
    <form className="inline-form no-print" aria-label={t.list.filters} onSubmit={apply}>
      <TextField label={t.list.name} value={wanted.name ?? ''} onChange={(name) => set({ name })} />
      <Select
        label={t.area}
        options={areas}
        emptyLabel={t.list.everyArea}
        value={wanted.areaId === undefined ? null : String(wanted.areaId)}
        onChange={(value) => set({ areaId: value && Number(value), payPointId: null })}
      />
      {payPoints.length > 0 && (
        <Select
          label={t.breakdown.payPoint}
          options={payPoints}
          emptyLabel={t.list.everyPayPoint}
          value={wanted.payPointId === undefined ? null : String(wanted.payPointId)}
          onChange={(value) => set({ payPointId: value && Number(value) })}
        />
      )}
      {isTold && (
        <Select
          label={t.breakdown.component}
          options={LineComponent.options.map((value) => ({ value, label: t.components[value] }))}
          emptyLabel={t.list.everyComponent}
          value={wanted.component ?? null}
          onChange={(component) => set({ component, rule: null })}
        />
      )}
      <Select
        label={t.changes.kind}
        options={LineKind.options.map((value) => ({ value, label: t.kinds[value] }))}
        emptyLabel={t.list.everyKind}
        value={wanted.kind ?? null}
        onChange={(kind) => set({ kind })}
      />
      <div className="btns">
        <Button type="submit" emphasis="primary" icon="search">
          {t.list.apply}
        </Button>
        <LinkButton href={linesHref(run.id)}>{t.list.clear}</LinkButton>
      </div>
    </form>
  )
}
