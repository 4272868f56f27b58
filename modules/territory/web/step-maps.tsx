import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { Select } from '#ui/choice'
import { Choropleth, type Shape } from '#ui/choropleth'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { mapStep, type StepMap, type StepView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './territory.css'

/** So many communes without an outline are named; of the rest it is said how many. */
const named = 12

/** The communes before a day and after it beside each other: what is not touched is pale, what is drawn together is seen. */
export function StepMaps({ step }: { step: StepView }) {
  const t = useMessages({ vi, en })
  const [landId, choose] = useState<number>()
  const { data: map } = useSuspenseQuery(
    apiQuery(mapStep, { id: step.id, ...(landId !== undefined && { landId }) }),
  )
  if (!map || map.before.every(({ path, cells }) => path === null && cells.length === 0)) return null
  return (
    <Panel title={t.stepMaps} isPadded>
      <div className="stack">
        {map.lands.length > 1 && (
          <Select
            label={t.land}
            options={map.lands.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(map.land.id)}
            onChange={(value) => value && choose(Number(value))}
          />
        )}
        <div className="map-pair">
          <Side step={step} map={map} side="before" />
          <Side step={step} map={map} side="after" />
        </div>
      </div>
    </Panel>
  )
}

function Side({ step, map, side }: { step: StepView; map: StepMap; side: 'before' | 'after' }) {
  const t = useMessages({ vi, en })
  const units = map[side]
  const people = new Map(step[side].map(({ id, figures }) => [id, figures.people]))
  const [own, other] = side === 'before' ? (['fromId', 'toId'] as const) : (['toId', 'fromId'] as const)
  const names = new Map([...step.before, ...step.after].map(({ id, name }) => [id, name]))
  const tell = (id: number) => {
    const ends = step.ways
      .filter((way) => way[own] === id)
      .map((way) => names.get(way[other]))
      .join(', ')
    return ends && <span className="quiet">({(side === 'before' ? t.goesTo : t.cameFrom)(ends)})</span>
  }
  const shapes = units.map(({ id, name, path, cells: [cell = null, ...moreCells] }): Shape => ({
    id,
    name,
    path,
    cell,
    moreCells,
    value: people.get(id),
    said: people.has(id) ? `${formatCount(people.get(id)!)} ${t.measureUnit}` : t.untouched,
  }))
  const undrawn = units.filter(({ path, cells }) => path === null && cells.length === 0)
  const title = (side === 'before' ? t.mapBefore : t.mapAfter)(map.land.name, formatCount(units.length))
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <Choropleth
        label={title}
        shapes={shapes}
        size={map}
        format={formatCount}
        words={{ ...t.choropleth, none: t.untouchedOrEmpty }}
        tell={tell}
        note={
          <>
            <b>{map.isSchematic || map.width === 0 ? t.schematic : t.noLegal}</b>{' '}
            {map.sources.length > 0 && t.source(map.sources.join('; '))}{' '}
            {undrawn.length > 0 &&
              t.undrawn(
                undrawn
                  .slice(0, named)
                  .map(({ name }) => name)
                  .join(', '),
                Math.max(0, undrawn.length - named),
              )}
          </>
        }
      />
    </section>
  )
}
