import { useId, useState } from 'react'
import { CivilDate, type BirthPrecision } from '#kernel/civil-date'
import { afterPress } from './after-press.ts'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** A birth date as far as it is known; what is not known stands as the first of the month or year. */
export type Birth = { readonly date: CivilDate; readonly precision: BirthPrecision }

/** Three boxes and «Chỉ biết năm»: no calendar, no jumping ahead while someone types. */
export function BirthDateFields({
  label,
  value,
  onChange,
  error,
  hint,
  isDisabled,
  onBlur,
  id,
}: FieldProps & { value: Birth | null; onChange: (value: Birth | null) => void }) {
  const t = useMessages({ vi, en })
  const own = useId()
  const errorId = `${own}-error`
  const [typed, setTyped] = useState(() => boxesOf(value))
  const [precision, setPrecision] = useState<BirthPrecision>(value?.precision ?? 'day')
  const [isLeft, setLeft] = useState(false)
  const date = dateOf(typed, precision)
  const isBegun = Boolean(typed.year || typed.month || typed.day)
  const unreadable = isBegun && !date ? t.notABirthDate(boxesSaid(typed, precision)) : undefined
  const shown = (isLeft ? unreadable : undefined) ?? error

  function change(boxes: Boxes, precision: BirthPrecision) {
    setTyped(boxes)
    setPrecision(precision)
    setLeft(false)
    const date = dateOf(boxes, precision)
    onChange(date ? { date, precision } : null)
  }
  const boxes = (
    [
      ['day', t.day, 'bday-day', precision === 'day', 2],
      ['month', t.month, 'bday-month', precision !== 'year', 2],
      ['year', t.year, 'bday-year', true, 4],
    ] as const
  ).filter(([, , , isAsked]) => isAsked)

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it hears when all three boxes have been left
    <fieldset
      id={id}
      className="field"
      data-unreadable={unreadable}
      disabled={isDisabled}
      data-invalid={shown ? true : undefined}
      aria-describedby={shown ? errorId : undefined}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (currentTarget.contains(relatedTarget)) return
        afterPress(() => setLeft(true))
        onBlur?.()
      }}
    >
      <legend>{label}</legend>
      {shown && (
        <p className="field-error" id={errorId}>
          <Icon name="warning" />
          {shown}
        </p>
      )}
      <div className="date">
        {boxes.map(([part, words, autoComplete, , length]) => (
          <label key={part}>
            {words}
            <input
              className={part === 'year' ? 'input input-year' : 'input'}
              inputMode="numeric"
              autoComplete={autoComplete}
              maxLength={length}
              value={typed[part]}
              aria-invalid={shown ? true : undefined}
              onChange={({ target }) => change({ ...typed, [part]: target.value }, precision)}
            />
          </label>
        ))}
      </div>
      {hint && <span className="hint">{hint}</span>}
      <div className="btns">
        {(['year', 'month'] as const).map((known) => (
          <label className="check" key={known}>
            <input
              type="checkbox"
              checked={precision === known}
              onChange={({ target }) => change(typed, target.checked ? known : 'day')}
            />
            {known === 'year' ? t.onlyYear : t.onlyMonth}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Boxes = { readonly day: string; readonly month: string; readonly year: string }

function boxesOf(value: Birth | null): Boxes {
  const [year = '', month = '', day = ''] = value?.date.split('-') ?? []
  return {
    year,
    month: value?.precision === 'year' ? '' : month,
    day: value?.precision === 'day' ? day : '',
  }
}

/** 31/02/1990, with «…» for a box that is still empty. */
function boxesSaid({ day, month, year }: Boxes, precision: BirthPrecision): string {
  const asked = precision === 'day' ? [day, month, year] : precision === 'month' ? [month, year] : [year]
  return asked.map((text) => text.trim() || '…').join('/')
}

function dateOf(typed: Boxes, precision: BirthPrecision): CivilDate | undefined {
  const day = precision === 'day' ? typed.day.trim() : '1'
  const month = precision === 'year' ? '1' : typed.month.trim()
  const parsed = CivilDate.safeParse(`${typed.year.trim()}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : undefined
}
