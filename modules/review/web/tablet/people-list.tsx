import { useState } from 'react'
import { bare } from '#kernel/bare'
import { Chip } from '#ui/chip'
import { formatCount } from '#ui/format'
import { Fold } from '#ui/fold'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import type { CarriedRow } from '../../contract.ts'
import { StateChip } from '../state-chip.tsx'
import { useFieldWords } from '../use-field-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { isLeft, standingOf, type RoundRecord } from './round.ts'

/** Whom to visit, those without a result first. */
export function PeopleList({
  rows,
  records,
  onChoose,
}: {
  rows: readonly CarriedRow[]
  records: readonly RoundRecord[]
  onChoose: (row: CarriedRow) => void
}) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const [sought, seek] = useState('')
  const wanted = bare(sought)
  const fits = ({ fullName }: CarriedRow) => wanted === '' || bare(fullName ?? '').includes(wanted)
  const standings = rows.map((row) => ({ row, ...standingOf(row, records) }))
  const left = standings.filter(({ row, state }) => isLeft(state) && fits(row))
  const others = standings.filter(({ row, state }) => !isLeft(state) && fits(row))
  const list = (shown: typeof standings) => (
    <ul className="carried-list">
      {shown.map(({ row, state, last }) => (
        <li key={row.personId}>
          <button type="button" onClick={() => onChoose(row)}>
            <span>
              <b>{row.fullName ?? t.unseen}</b>
              <br />
              <span className="quiet">
                {[row.born?.slice(0, 4), row.village, last?.verdict === null && t.waitingHere]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {state === 'waiting' && row.reasons.some(({ kind }) => kind === 'dead') ? (
              <Chip kind="warn">{words.reasons['dead']}</Chip>
            ) : (
              <StateChip state={state} />
            )}
          </button>
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <TextField label={t.find} hint={t.findHint} value={sought} onChange={seek} autoComplete="off" />
      <h2 className="h-small">{t.left(formatCount(left.length))}</h2>
      {left.length > 0 ? list(left) : <p className="hint">{sought === '' ? t.allDone : t.nobody}</p>}
      {others.length > 0 && <Fold title={t.others(formatCount(others.length))}>{list(others)}</Fold>}
    </>
  )
}
