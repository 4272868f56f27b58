import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { apiQuery } from '#platform/web/api'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { BirthDate, formatInstant, formatMoney, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listPairs, pageSize, Reach, type PairFilter, type PairPage, type PairRow } from '../contract.ts'
import { pairHref, pairsHref } from './hrefs.ts'
import { evidence, likelyInWords, shareOf } from './likeness.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StateChip } from './state-chip.tsx'
import './duplicates.css'

/** Pairs to work through, what costs most first; the address carries what was chosen. */
export function PairsPage({ filter, page }: { filter: PairFilter; page: number }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listPairs, { ...filter, page }))
  const isFiltered = filter.areaId !== undefined || filter.reach !== undefined || filter.money !== undefined
  return (
    <>
      <PageHead crumbs={[{ label: t.section }, { label: t.title }]} title={t.title}>
        <p>{t.lead}</p>
        {data.lookedAt && <p className="filter-line">{t.lookedAt(formatInstant(data.lookedAt))}</p>}
      </PageHead>
      <TabLinks
        label={t.title}
        links={data.views.map(({ view, pairs }) => ({
          href: pairsHref({ view }),
          label: t.views[view],
          count: pairs,
          isHere: view === filter.view,
        }))}
      />
      <Filters key={JSON.stringify(filter)} filter={filter} areas={data.areas} />
      <PairTable data={data} page={page} isFiltered={isFiltered} view={filter.view} />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => pairsHref({ ...filter, page: at })}
      />
    </>
  )
}

function PairTable({
  data,
  page,
  isFiltered,
  view,
}: {
  data: PairPage
  page: number
  isFiltered: boolean
  view: PairFilter['view']
}) {
  const t = useMessages({ vi, en })
  const empty = !data.lookedAt ? (
    <EmptyState title={t.list.preparing}>{t.notLooked}</EmptyState>
  ) : isFiltered ? (
    <EmptyState title={t.list.noneFiltered}>
      <TextLink href={pairsHref({ view })}>{t.filter.clear}</TextLink>
    </EmptyState>
  ) : (
    <EmptyState title={t.list.none}>{t.list.noneNext}</EmptyState>
  )
  return (
    <section className="stack">
      {data.total > 0 && (
        <p className={data.atStake > 0 ? 'stake urge' : 'stake'}>
          {t.list.total(data.total, formatMoney(data.atStake))}
        </p>
      )}
      <DataTable
        caption={t.list.caption}
        isCaptionHidden
        rows={data.rows}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        empty={empty}
        columns={[
          { header: t.list.pair, cell: (row) => <Both row={row} />, isName: true },
          {
            header: t.list.likely,
            cell: ({ likely, isNearlySure }) => (
              <>
                {likelyInWords(t, likely, isNearlySure)}
                <br />
                <span className="quiet">{shareOf(likely)}</span>
              </>
            ),
          },
          {
            header: t.list.evidence,
            cell: ({ parts }) => (
              <span className="evidence">
                {evidence(t, parts).map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </span>
            ),
          },
          {
            header: t.list.money,
            cell: ({ atStake }) => (atStake > 0 ? <Money value={atStake} /> : '—'),
            align: 'end',
          },
          { header: t.list.areas, cell: (row) => <Areas row={row} /> },
          {
            header: t.list.state,
            cell: ({ state, waitsForAnswerHere }) =>
              waitsForAnswerHere ? (
                <Chip kind="warn" icon="help">
                  {t.list.answerHere}
                </Chip>
              ) : (
                <StateChip state={state} />
              ),
          },
        ]}
      />
    </section>
  )
}

function Both({ row: { id, people } }: { row: PairRow }) {
  return (
    <TextLink href={pairHref(id)} className="both">
      {people.map(({ fullName, born, bornPrecision }, side) => (
        <span key={side}>
          {fullName}{' '}
          <span className="quiet">
            <BirthDate value={born} precision={bornPrecision} />
          </span>
        </span>
      ))}
    </TextLink>
  )
}

function Areas({ row: { people } }: { row: PairRow }) {
  const t = useMessages({ vi, en })
  const [one, other] = people
  if (one.area.id === other.area.id) return <>{one.area.name}</>
  return (
    <span className="evidence">
      {people.map(({ area, id }) => (
        <span key={area.id}>
          {area.name}
          {id === null && <span className="quiet"> · {t.list.elsewhere}</span>}
        </span>
      ))}
    </span>
  )
}

function Filters({ filter, areas }: { filter: PairFilter; areas: PairPage['areas'] }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const [wanted, want] = useState<PairFilter>(filter)
  const apply = (event: FormEvent) => {
    event.preventDefault()
    void navigate({ to: pairsHref(wanted) })
  }
  const isFiltered = filter.areaId !== undefined || filter.reach !== undefined || filter.money !== undefined
  return (
    <form className="inline-form no-print" aria-label={t.filter.title} onSubmit={apply}>
      {areas.length > 1 && (
        <Select
          label={t.filter.area}
          options={areas.map(({ area, pairs }) => ({
            value: String(area.id),
            label: t.filter.areaOf(area.name, pairs),
          }))}
          emptyLabel={t.filter.everyArea}
          value={wanted.areaId === undefined ? null : String(wanted.areaId)}
          onChange={(value) => want({ ...wanted, areaId: value === null ? undefined : Number(value) })}
        />
      )}
      <Select
        label={t.filter.reach}
        options={Reach.options.map((value) => ({ value, label: t.filter.reaches[value] }))}
        emptyLabel={t.filter.everyReach}
        value={wanted.reach ?? null}
        onChange={(value) => want({ ...wanted, reach: value ?? undefined })}
      />
      <Checkbox
        isSelected={wanted.money === true}
        onChange={(money) => want({ ...wanted, money: money || undefined })}
      >
        {t.filter.money}
      </Checkbox>
      <div className="btns">
        <Button type="submit" icon="search">
          {t.filter.apply}
        </Button>
        {isFiltered && <LinkButton href={pairsHref({ view: filter.view })}>{t.filter.clear}</LinkButton>}
      </div>
    </form>
  )
}
