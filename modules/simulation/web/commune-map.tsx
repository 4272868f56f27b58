import { useState, type KeyboardEvent } from 'react'
import { Select } from '#ui/choice'
import { formatCount, formatDifference } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { Result } from '../contract.ts'
import { differenceIn } from '../domain/cost.ts'
import { classesOf, classOf } from '#ui/map-classes'
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

const order = new Intl.Collator('vi', { numeric: true })
/** Half the width of a cell, and how far rows are apart. */
const [half, rise] = [30.3, 54]

/** A cell for each commune, near where it lies; the table below has the same figures. */
export function CommuneMap({ result }: { result: Result }) {
  const t = useMessages({ vi, en })
  const hasFresh = result.all.fresh > 0
  const [measure, setMeasure] = useState<Measure>('difference')
  const [pickedId, pick] = useState<number>()
  const drawn = result.byArea
    .filter((commune) => commune.cell !== null)
    .toSorted((one, other) => order.compare(bare(one.area.name), bare(other.area.name)))
  const title = t.map.title
  if (drawn.length === 0)
    return (
      <Panel title={title} isPadded>
        <p className="hint">{t.map.none}</p>
      </Panel>
    )
  const of = (commune: Commune) => valueOf[measure](commune, result.takeUp)
  const scale = measure === 'difference' ? 1_000_000 : 1
  const bounds = classesOf(drawn.map(of), scale)
  const picked = drawn.find(({ area }) => area.id === pickedId)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    const at = picked ? drawn.indexOf(picked) : step === 1 ? -1 : 0
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : (at + step!) % drawn.length
    pick(drawn.at(next)?.area.id)
  }
  const isDense = drawn.length > 60
  return (
    <Panel
      title={title}
      aside={
        <Select<Measure>
          label={t.map.measure}
          options={(Object.keys(t.map.measures) as Measure[])
            .filter((one) => one !== 'fresh' || hasFresh)
            .map((value) => ({ value, label: t.map.measures[value] }))}
          value={measure}
          onChange={(value) => value && setMeasure(value)}
        />
      }
      isPadded
    >
      <div className="mapbox">
        <svg
          className="map chart"
          viewBox={viewOf(drawn)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element of HTML is a list of shapes
          role="listbox"
          aria-label={t.map.describe(t.map.measures[measure])}
          aria-activedescendant={picked && cellId(picked)}
          tabIndex={0}
          onKeyDown={move}
        >
          {drawn.map((commune) => {
            const [x, y] = centreOf(commune)
            const value = of(commune)
            const rank = classOf(value, bounds)
            const name = bare(commune.area.name)
            return (
              // The list has the focus and the keys; a cell is only pointed at.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
              <g
                key={commune.area.id}
                id={cellId(commune)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="option"
                aria-selected={commune === picked}
                aria-label={`${commune.area.name}: ${said(value)}`}
                onClick={() => pick(commune.area.id)}
                onPointerEnter={() => pick(commune.area.id)}
              >
                <path
                  className={`cell ${value === null ? 'k-hidden' : rank === 0 ? 'k0' : `k${rank}`}${(value ?? 0) < 0 ? ' k-loss' : ''}`}
                  d={hexagon(x, y)}
                />
                {!isDense && (
                  <text className={`t${rank}`} x={x} y={y - 5 * (lines(name).length - 2)} aria-hidden="true">
                    {lines(name).map((line, index) => (
                      <tspan key={line} x={x} dy={index === 0 ? 0 : 15}>
                        {line}
                      </tspan>
                    ))}
                  </text>
                )}
              </g>
            )
          })}
          {picked && <path className="picked" d={hexagon(...centreOf(picked))} />}
          <defs>
            <pattern
              id="map-hidden"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className="hatch-ground" />
              <path className="hatch-line" d="M0 0V6" />
            </pattern>
          </defs>
        </svg>
        <p className="pick">
          <output>
            {picked ? (
              <>
                <b>{picked.area.name}</b>
                {picked.within && <span className="quiet">, {picked.within}</span>}: {said(of(picked))}
                {picked.peopleBefore !== null && picked.before !== null && (
                  <>
                    <br />
                    <span className="quiet">
                      {t.map.pick(formatCount(picked.peopleBefore), formatCount(picked.before))}
                    </span>
                  </>
                )}
              </>
            ) : (
              <span className="hint">{t.map.keys}</span>
            )}
          </output>
        </p>
        <ul className="legend">
          {bounds.map((bound, index) => (
            <li key={bound}>
              <i style={{ '--fill': `var(--map-${index + 1})` }} />
              {legendOf(bounds, index, scale, t)}
            </li>
          ))}
          {drawn.some((commune) => of(commune) === 0) && (
            <li>
              <i style={{ '--fill': 'var(--surface-1)' }} />
              {t.map.nobody}
            </li>
          )}
          {drawn.some((commune) => of(commune) === null) && (
            <li>
              <i className="hatch" />
              {t.map.hidden}
            </li>
          )}
          <li className="quiet">{t.map.units[measure]}</li>
        </ul>
        <p className="hint">{t.map.note}</p>
      </div>
    </Panel>
  )

  function said(value: number | null): string {
    if (value === null) return t.map.hidden
    return measure === 'difference'
      ? `${formatDifference(value)} đ`
      : `${formatCount(value)} ${t.map.units[measure]}`
  }
}

const cellId = ({ area }: Commune) => `cell-${area.id}`

function legendOf(bounds: readonly number[], index: number, scale: number, t: typeof vi): string {
  const say = (value: number) => (value / scale).toLocaleString('vi-VN', { maximumFractionDigits: 1 })
  const next = bounds[index + 1]
  if (next === undefined) return t.map.from(say(bounds[index]!))
  return index === 0 ? t.map.below(say(next)) : t.map.between(say(bounds[index]!), say(next))
}

function centreOf({ cell }: Commune): [number, number] {
  const { row, column } = cell! // Only communes with a cell are drawn.
  return [(column + (row % 2) / 2) * 2 * (half + 0.9), row * rise]
}

function hexagon(x: number, y: number): string {
  const [top, side] = [35, 17.5]
  return `M${x} ${y - top}L${x + half} ${y - side}V${y + side}L${x} ${y + top}L${x - half} ${y + side}V${y - side}Z`
}

function viewOf(drawn: readonly Commune[]): string {
  const centres = drawn.map(centreOf)
  const [xs, ys] = [centres.map(([x]) => x), centres.map(([, y]) => y)]
  const [left, top] = [Math.min(...xs) - half - 4, Math.min(...ys) - 39]
  return `${left} ${top} ${Math.max(...xs) + half + 4 - left} ${Math.max(...ys) + 39 - top}`
}

/** «Xã Tam Sơn» is Tam Sơn on a map. */
function bare(name: string): string {
  return name.replace(/^(Xã|Phường|Thị trấn) /, '')
}

/** A name in lines that fit a cell. */
function lines(name: string): string[] {
  const words = name.split(' ')
  return words.length <= 3 ? words : [words.slice(0, 2).join(' '), words.slice(2).join(' ')]
}
