import './map.css'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cellsOutline, centreOfCell, viewOfCells, type Cell } from './hexagons.ts'
import { classesOf, classOf } from './map-classes.tsx'

/** A unit to draw: its outline, or else the hexagon it stands in; without either it is only in the table beside. */
export type Shape = {
  readonly id: number
  readonly name: string
  readonly path: string | null
  readonly cell: Cell | null
  /** More of them, where it was put together. */
  readonly moreCells?: readonly Cell[]
  /** Null where it must not be told; undefined where there is nothing to tell. */
  readonly value: number | null | undefined
  /** The value in words, for whoever cannot see its colour. */
  readonly said: string
}

/** What the map itself says; the page that draws one has the words, so that no other page loads them. */
export type MapWords = {
  readonly keys: string
  readonly nothingDrawn: string
  readonly hidden: string
  /** The pale ones. */
  readonly none: string
  /** Where one class is enough. */
  readonly some: string
  readonly below: (bound: string) => string
  readonly from: (bound: string) => string
  readonly between: (lower: string, upper: string) => string
  /** Of less than nothing, where a page shows differences. */
  readonly loss?: string
}

const order = new Intl.Collator('vi', { numeric: true })
/** With more cells than these their names would be too small to read. */
const mostNamed = 60

/**
 * A map of units in five classes: one stop for the keyboard, arrows walk by name, what is picked is said; never without a
 * table beside it. A difference is classed by its size; what is less has a dashed edge.
 */
export function Choropleth({
  label,
  shapes,
  size,
  format,
  unit,
  note,
  tell,
  words: t,
}: {
  label: string
  shapes: readonly Shape[]
  /** Of the drawing the paths are of. */
  size: { readonly width: number; readonly height: number }
  /** Numbers of the legend. */
  format: (value: number) => string
  /** What those numbers count. */
  unit?: string
  note: ReactNode
  /** More about the unit picked. */
  tell?: (id: number) => ReactNode
  words: MapWords
}) {
  const own = useId()
  const [pickedId, pick] = useState<number>()
  const hasPaths = size.width > 0
  const drawn = shapes
    .filter(({ path, cell }) => (hasPaths ? path : cell) !== null)
    .toSorted((one, other) => order.compare(bare(one.name), bare(other.name)))
  if (drawn.length === 0) return <p className="hint">{t.nothingDrawn}</p>
  const bounds = classesOf(
    drawn.map(({ value }) => value ?? null),
    1,
  )
  const picked = drawn.find(({ id }) => id === pickedId)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined && event.key !== 'Home' && event.key !== 'End') return
    event.preventDefault()
    const at = picked ? drawn.indexOf(picked) : step === 1 ? -1 : 0
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : (at + step!) % drawn.length
    pick(drawn.at(next)?.id)
  }
  const rankOf = ({ value }: Shape) => classOf(value ?? null, bounds)
  const outlineOf = (shape: Shape) => (hasPaths ? shape.path! : cellsOutline(cellsOf(shape)))
  return (
    <div className="choropleth">
      <svg
        viewBox={
          hasPaths ? `-4 -4 ${size.width + 8} ${size.height + 8}` : viewOfCells(drawn.flatMap(cellsOf))
        }
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element of HTML is a list of shapes
        role="listbox"
        aria-label={label}
        aria-activedescendant={picked && `${own}-${picked.id}`}
        tabIndex={0}
        onKeyDown={move}
      >
        {drawn.map((shape) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the list has the focus and the keys
          <path
            key={shape.id}
            id={`${own}-${shape.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option of HTML is no shape
            role="option"
            aria-selected={shape === picked}
            aria-label={`${shape.name}: ${shape.said}`}
            className={`unit ${shape.value === null ? 'k-hidden' : `k${rankOf(shape)}`}${(shape.value ?? 0) < 0 ? ' k-loss' : ''}`}
            d={outlineOf(shape)}
            onClick={() => pick(shape.id)}
            onPointerEnter={() => pick(shape.id)}
          />
        ))}
        {!hasPaths &&
          drawn.length <= mostNamed &&
          drawn.map((shape) => <CellName key={shape.id} shape={shape} rank={rankOf(shape)} />)}
        {picked && <path className="picked" d={outlineOf(picked)} />}
        {drawn.some(({ value }) => value === null) && (
          <defs>
            <pattern
              id="choropleth-hidden"
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width="6" height="6" className="hatch-ground" />
              <path className="hatch-line" d="M0 0V6" />
            </pattern>
          </defs>
        )}
      </svg>
      <p className="pick">
        <output>
          {picked ? (
            <>
              <b>{picked.name}</b>: {picked.said} {tell?.(picked.id)}
            </>
          ) : (
            <span className="hint">{t.keys}</span>
          )}
        </output>
      </p>
      <ul className="legend">
        {drawn.some(({ value }) => value === undefined || value === 0) && (
          <li>
            <i style={{ '--fill': 'var(--surface-1)' }} />
            {t.none}
          </li>
        )}
        {bounds.map((bound, index) => (
          <li key={bound}>
            <i style={{ '--fill': `var(--map-${index + 1})` }} />
            {classWords([bound, bounds[index + 1]], format, t)}
          </li>
        ))}
        {t.loss && drawn.some(({ value }) => (value ?? 0) < 0) && (
          <li>
            <i className="loss" />
            {t.loss}
          </li>
        )}
        {drawn.some(({ value }) => value === null) && (
          <li>
            <i className="hatch" />
            {t.hidden}
          </li>
        )}
        {unit && <li className="quiet">{unit}</li>}
      </ul>
      <p className="hint">{note}</p>
    </div>
  )
}

/** The first class begins above nothing: what has nothing is pale. */
function classWords(
  [lower, upper]: readonly [number, number | undefined],
  format: (value: number) => string,
  t: MapWords,
) {
  if (lower === 0) return upper === undefined ? t.some : t.below(format(upper))
  return upper === undefined ? t.from(format(lower)) : t.between(format(lower), format(upper))
}

/** The name in its cell, in lines that fit; the list of options says it already. */
function CellName({ shape: { cell, name }, rank }: { shape: Shape; rank: number }) {
  const [x, y] = centreOfCell(cell!) // Only what has one is drawn.
  const lines = linesOf(bare(name))
  return (
    <text className={`t${rank}`} x={x} y={y + 4 - 7.5 * (lines.length - 1)} aria-hidden="true">
      {lines.map((line, index) => (
        <tspan key={line} x={x} dy={index === 0 ? 0 : 15}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** A word a line where there are few, so that they stay inside. */
function linesOf(name: string): string[] {
  const words = name.split(' ')
  return words.length <= 3 ? words : [words.slice(0, 2).join(' '), words.slice(2).join(' ')]
}

function cellsOf({ cell, moreCells = [] }: Shape): Cell[] {
  return [...(cell ? [cell] : []), ...moreCells]
}

/** «Xã Tam Sơn» is Tam Sơn among names. */
function bare(name: string): string {
  return name.replace(/^(Xã|Phường|Thị trấn|Đặc khu) /, '')
}
