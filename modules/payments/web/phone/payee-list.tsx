import { useState } from 'react'
import { formatCount, formatMoney } from '#ui/format'
import { Icon, type IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import type { CashRow } from '../../contract.ts'
import { rowsLike } from './find-row.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { standingOf, type TillRecord } from './till.ts'

const icons = {
  waiting: 'clock',
  absent: 'pause',
  paid: 'check',
  held: 'cross',
  ended: 'cross',
} as const satisfies Record<string, IconName>

/** Everybody of the list, those still to be paid first; a number, a name or a code finds one of them. */
export function PayeeList({
  rows,
  records,
  onChoose,
}: {
  rows: readonly CashRow[]
  records: readonly TillRecord[]
  onChoose: (row: CashRow) => void
}) {
  const t = useMessages({ vi, en })
  const [sought, seek] = useState('')
  const found = rowsLike(rows, sought).map((row) => ({ row, state: standingOf(row, records).state }))
  const open = found.filter(({ state }) => state === 'waiting')
  const others = found.filter(({ state }) => state !== 'waiting')
  const list = (some: typeof found) => (
    <ul className="carried-list">
      {some.map(({ row, state }) => (
        <li key={row.number}>
          <button type="button" onClick={() => onChoose(row)}>
            <span>
              <b>
                {row.number} · {row.name}
              </b>
              <br />
              <span className="quiet">
                {[row.bornIn, row.village, row.numberEnd && t.numberEnd(row.numberEnd)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span className="till-side">
              {formatMoney(row.amount)}
              <br />
              <span className="quiet">
                <Icon name={icons[state]} /> {t.states[state]}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const [first] = open
          if (first && sought.trim() !== '') onChoose(first.row)
        }}
      >
        <TextField
          label={t.find}
          hint={t.findHint}
          value={sought}
          onChange={seek}
          autoComplete="off"
          spellCheck="false"
        />
      </form>
      <h2>{t.open(formatCount(open.length))}</h2>
      {open.length > 0 ? list(open) : <p className="hint">{sought === '' ? t.allDone : t.nobody}</p>}
      {others.length > 0 && (
        <>
          <h2>{t.others(formatCount(others.length))}</h2>
          {list(others)}
        </>
      )}
    </>
  )
}
