import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lastDayOf } from '#kernel/civil-date'
import { getMap } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { Select } from '#ui/choice'
import { Choropleth, type Shape } from '#ui/choropleth'
import { formatCount, formatDifference } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { Result } from '../contract.ts'
import { differenceIn } from '../domain/cost.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Commune = Result['byArea'][number]
type Measure = keyof typeof vi.map.measures

const valueOf: Readonly<Record<Measure, (commune: Commune, takeUp: number) => number | null>> = {
  difference: differenceIn,
  touched: ({ raised, lowered, gained, lost }) => {
    const counts = [raised, lowered, gained, lost]
    return counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  },
  fresh: ({ fresh }) => fresh,
}

const million = 1_000_000
const inMillions = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** Where money and people change: the communes of the month in their outlines; the table below has the same figures. */
export function MapPanel({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const [measure, setMeasure] = useState<Measure>('difference')
  // Cells are drawn until outlines are there, and where nobody has imported any.
  const { data: outlines } = useQuery(apiQuery(getMap, { id: result.area.id, on: lastDayOf(result.month) }))
  const paths = new Map(outlines?.units.map(({ id, path }) => [id, path]))
  const isMoney = measure === 'difference'
  const said = (value: number | null) =>
    value === null
      ? t.map.hidden
      : isMoney
        ? `${formatDifference(value)} đ`
        : `${formatCount(value)} ${t.map.units[measure]}`
  const shapes = result.byArea.map((commune): Shape => {
    const value = valueOf[measure](commune, result.takeUp)
    const { area, cell } = commune
    return { ...area, path: paths.get(area.id) ?? null, cell, value, said: said(value) }
  })
  const hasOutlines = (outlines?.width ?? 0) > 0
  return (
    <Panel
      title={t.map.title}
      aside={
        <Select<Measure>
          label={t.map.measure}
          options={(Object.keys(t.map.measures) as Measure[])
            .filter((one) => one !== 'fresh' || result.all.fresh > 0)
            .map((value) => ({ value, label: t.map.measures[value] }))}
          value={measure}
          onChange={(value) => value && setMeasure(value)}
        />
      }
      isPadded
    >
      <Choropleth
        label={t.map.describe(t.map.measures[measure])}
        shapes={shapes}
        size={{ width: outlines?.width ?? 0, height: outlines?.height ?? 0 }}
        format={(value) => (isMoney ? inMillions.format(value / million) : formatCount(value))}
        unit={t.map.units[measure]}
        words={t.map}
        note={hasOutlines ? t.map.outlines(outlines!.sources.join('; '), outlines!.isSchematic) : t.map.note}
        tell={(id) => <Told commune={result.byArea.find(({ area }) => area.id === id)} />}
      />
    </Panel>
  )
}

/** Of the commune picked: where it lies, and what is paid there now. */
function Told({ commune }: { commune: Commune | undefined }) {
  const t = useMessages({ vi, en })
  if (!commune) return null
  const { within, peopleBefore, before } = commune
  return (
    <>
      {within && <span className="quiet">· {within}</span>}
      {peopleBefore !== null && before !== null && (
        <>
          <br />
          <span className="quiet">{t.map.pick(formatCount(peopleBefore), formatCount(before))}</span>
        </>
      )}
    </>
  )
}
