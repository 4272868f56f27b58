import { addMonths, monthOf, todayInVietnam, type Month } from '#kernel/civil-date'
import { TextLink } from './button.tsx'
import { formatMonth } from './format.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type Spell = {
  readonly id: string
  readonly from: Month
  /** The month after its last; null while it lasts. */
  readonly until: Month | null
  /** In the bar: «540». */
  readonly label: string
  /** Spoken, with its months added: «Hưu trí xã hội 540.000 đồng». */
  readonly name: string
  readonly detail?: string
  readonly kind?: 'now' | 'thin' | 'arrears'
  readonly href?: string
}
export type SpellRow = { readonly name: string; readonly note?: string; readonly spells: readonly Spell[] }

/** Time drawn: months are the grid, every row one benefit, law or address; a line where one looks, and one for today. */
export function Spells({
  label,
  unit,
  from,
  until,
  at,
  rows,
}: {
  label: string
  /** In the corner: «nghìn đồng một tháng». */
  unit?: string
  from: Month
  /** The month after the last one drawn. */
  until: Month
  /** The month one looks at. */
  at: Month
  rows: readonly SpellRow[]
}) {
  const t = useMessages({ vi, en })
  const months = monthsBetween(from, until)
  const years = Array.from(
    { length: Math.ceil(months / 12) + 1 },
    (_, year) => Number(from.slice(0, 4)) + year,
  )
  const today = monthOf(todayInVietnam())
  const isElsewhere = at !== today && from <= today && today < until
  const clip = (place: number) => Math.max(0, Math.min(months, place))
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className="scroll-x" tabIndex={0} aria-label={label}>
      <div className="spells" style={{ '--months': months, '--at': clip(monthsBetween(from, at) + 0.5) }}>
        <div className="name">{unit && <span className="quiet nowrap">{unit}</span>}</div>
        <div className="years">
          {years
            .map((year) => ({
              year,
              place: (year - Number(from.slice(0, 4))) * 12 - Number(from.slice(5)) + 1,
            }))
            .filter(({ place }) => place >= 0 && place < months)
            .map(({ year, place }) => (
              <span key={year} style={{ '--a': place }}>
                {year}
              </span>
            ))}
        </div>
        {rows.map((row) => (
          <Row key={row.name} row={row} place={(month) => clip(monthsBetween(from, month))} last={months} />
        ))}
        <div className="cursor" aria-hidden="true" />
        {isElsewhere && (
          <div
            className="cursor"
            data-today
            aria-hidden="true"
            style={{ '--at': clip(monthsBetween(from, today) + 0.5) }}
          />
        )}
      </div>
      {isElsewhere && (
        <p className="hint spells-lines" aria-hidden="true">
          {t.lines}
        </p>
      )}
    </section>
  )
}

function Row({ row, place, last }: { row: SpellRow; place: (month: Month) => number; last: number }) {
  return (
    <>
      <div className="name">
        <span>
          {row.name} {row.note && <small className="quiet">{row.note}</small>}
        </span>
      </div>
      <div className="track">
        {row.spells.map((spell) => (
          <Bar
            key={spell.id}
            spell={spell}
            a={place(spell.from)}
            b={spell.until ? place(spell.until) : last}
          />
        ))}
      </div>
    </>
  )
}

function Bar({ spell, a, b }: { spell: Spell; a: number; b: number }) {
  const t = useMessages({ vi, en })
  if (b <= a) return null
  const spoken = spell.until
    ? t.until(spell.name, formatMonth(spell.from), formatMonth(addMonths(spell.until, -1)))
    : t.sinceOpen(spell.name, formatMonth(spell.from))
  const drawn = {
    className: 'spell',
    'data-kind': spell.kind,
    'data-open': spell.until ? undefined : true,
    style: { '--a': a, '--b': b },
  }
  const content = (
    <>
      {spell.label && <b>{spell.label}</b>} {spell.detail && <small>{spell.detail}</small>}
    </>
  )
  return spell.href ? (
    <TextLink {...drawn} href={spell.href} aria-label={spoken}>
      {content}
    </TextLink>
  ) : (
    <span {...drawn}>
      <span aria-hidden="true">{content}</span>
      <span className="sr">{spoken}</span>
    </span>
  )
}

function monthsBetween(from: Month, to: Month): number {
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5))
  )
}
