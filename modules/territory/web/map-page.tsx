import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CivilDate } from '#kernel/civil-date'
import { getMap, listChildren, type MapView } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { Select } from '#ui/choice'
import { Choropleth, type Shape } from '#ui/choropleth'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { mapFigures } from '../contract.ts'
import { mapHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const country = 0
/** Former Vĩnh Phúc is a land of its own to look at; so is every province of today. */
const firstLand = 250790025

export function MapRoute() {
  const me = useMe()
  const { dat, luc }: { dat?: string; luc?: string } = useSearch({ strict: false })
  const land = dat ? Number(dat) : me.areaId === country ? firstLand : me.areaId
  return <MapPage land={land} on={CivilDate.optional().catch(undefined).parse(luc)} />
}

/** The communes of a land on a day, drawn and listed; the slider goes through its changes in both directions. */
function MapPage({ land, on }: { land: number; on: CivilDate | undefined }) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const navigate = useNavigate()
  const provinces = useQuery({ ...apiQuery(listChildren, { id: country }), enabled: me.areaId === country })
  const { data: map } = useSuspenseQuery(apiQuery(getMap, { id: land, ...(on && { on }) }))
  const { data: figures } = useSuspenseQuery(apiQuery(mapFigures, { id: land, ...(on && { on }) }))
  const people = new Map(figures.map((one) => [one.id, one.people]))
  /** Where people are comes first; too few to be told are more than nobody. */
  const weightOf = (id: number) => people.get(id) ?? (people.get(id) === null ? 1 : 0)
  const go = (search: Record<string, string | undefined>) =>
    void navigate({ to: mapHref, search: { dat: String(land), luc: on, ...search } })
  const said = (count: number | null | undefined) =>
    count === null ? t.hiddenFew : count ? `${formatCount(count)} ${t.measureUnit}` : t.nobody
  const shapes = map.units.map(({ id, name, path, cell }): Shape => ({
    id,
    name,
    path,
    cell,
    value: people.get(id),
    said: said(people.get(id)),
  }))
  // A land of former times may be looked at too.
  const lands = [map.area, ...(provinces.data ?? [])].filter(
    ({ id }, place, all) => all.findIndex((one) => one.id === id) === place,
  )
  const title = t.mapOf(map.area.name, formatDay(map.on), formatCount(map.units.length))
  const hasOutlines = map.width > 0
  return (
    <>
      <PageHead crumbs={[{ label: t.monitoring }, { label: t.mapTitle }]} title={t.mapTitle}>
        <p className="quiet">{t.mapLead}</p>
      </PageHead>
      <div className="stack">
        <div className="inline-form no-print">
          {provinces.data && (
            <Select
              label={t.land}
              options={lands.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={String(land)}
              onChange={(value) => value && go({ dat: value, luc: undefined })}
            />
          )}
        </div>
        <Times map={map} onChange={(day) => go({ luc: day })} />
        <Panel title={title} isPadded>
          <Choropleth
            label={`${title}. ${t.measure}`}
            shapes={shapes}
            size={map}
            format={formatCount}
            words={t.choropleth}
            note={
              hasOutlines ? (
                <>
                  <b>{map.isSchematic ? t.schematic : t.noLegal}</b> {t.source(map.sources.join('; '))}
                </>
              ) : (
                <b>{t.schematic}</b>
              )
            }
            tell={(id) => {
              const unit = map.units.find((one) => one.id === id)
              return unit?.isDerived && <span className="quiet">({t.derived})</span>
            }}
          />
        </Panel>
        <Panel title={t.measure}>
          <DataTable
            caption={title}
            isCaptionHidden
            rows={map.units.toSorted((one, other) => weightOf(other.id) - weightOf(one.id))}
            rowKey={({ id }) => String(id)}
            empty={t.choropleth.nothingDrawn}
            columns={[
              { header: t.unit, isName: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
              { header: t.code, cell: ({ code }) => code, sortBy: ({ code }) => code },
              { header: t.within, cell: ({ within }) => within ?? '', sortBy: ({ within }) => within ?? '' },
              {
                header: t.measure,
                align: 'end',
                cell: ({ id }) => (people.get(id) === null ? t.hiddenFew : formatCount(people.get(id) ?? 0)),
                sortBy: ({ id }) => people.get(id) ?? 0,
              },
            ]}
          />
        </Panel>
      </div>
    </>
  )
}

/** One notch for each time between two changes. */
function Times({ map, onChange }: { map: MapView; onChange: (day: string | undefined) => void }) {
  const t = useMessages({ vi, en })
  const last = map.days.length - 1
  const at = map.days.findLastIndex(({ from }) => from === null || from <= map.on)
  if (last < 1) return null
  const dayAt = (index: number) => {
    const { from } = map.days[index]!
    if (index === last) return undefined
    return from ?? Temporal.PlainDate.from(map.days[1]!.from!).subtract({ days: 1 }).toString()
  }
  const words = (index: number) => {
    const { from, communes } = map.days[index]!
    return `${from ? t.step(formatDay(from)) : t.beforeLists}: ${formatCount(communes)}`
  }
  return (
    <label className="field no-print">
      <span>
        {t.slider}: <b>{words(at)}</b>
      </span>
      <input
        className="slider"
        type="range"
        min={0}
        max={last}
        value={at}
        aria-valuetext={words(at)}
        onChange={(event) => onChange(dayAt(Number(event.target.value)))}
      />
      <span className="hint">{t.sliderHint}</span>
    </label>
  )
}
