import { useState } from 'react'
import {
  type CivilDate,
  CivilDate as CivilDateSchema,
  type Month,
  Month as MonthSchema,
} from '#kernel/civil-date'
import { dong, type Dong } from '#kernel/dong'
import { afterPress } from './after-press.ts'
import type { FieldProps } from './field.tsx'
import { formatCount, formatDay, formatMonth } from './format.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { TextField } from './text-field.tsx'

/** Reads 5/11/2026, 05-11-2026, 05112026 or 2026-11-05; undefined where the calendar has no such day. */
export function parseDay(text: string): CivilDate | undefined {
  const given = text.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(given)
  const local =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(given) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(given)
  const [year, month, day] = iso ? iso.slice(1) : local ? local.slice(1).toReversed() : []
  if (!year || !month || !day) return undefined
  const parsed = CivilDateSchema.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return parsed.success ? parsed.data : undefined
}

/** Reads 11/2026, 11-2026 or 2026-11. */
export function parseMonth(text: string): Month | undefined {
  const given = text.trim()
  const local = /^(\d{1,2})[/.\- ](\d{4})$/.exec(given)
  const parsed = MonthSchema.safeParse(local ? `${local[2]}-${local[1]!.padStart(2, '0')}` : given)
  return parsed.success ? parsed.data : undefined
}

/** Reads 540000, 540.000 or 540 000 đ. */
export function parseMoney(text: string): Dong | undefined {
  const given = text.replace(/đ|\s|\u00a0/giu, '')
  const isAmount = /^\d{1,3}(\.\d{3})+$/.test(given) || /^\d{1,15}$/.test(given)
  return isAmount ? dong(Number(given.replaceAll('.', ''))) : undefined
}

type Parsed<Value> = FieldProps & {
  readonly value: Value | null
  /** null while empty or not yet readable. */
  readonly onChange: (value: Value | null) => void
}

/** A calendar day typed as dd/mm/yyyy; it is put in order only when the field is left. */
export function DateField(props: Parsed<CivilDate>) {
  const t = useMessages({ vi, en })
  return (
    <ParsedField {...props} parse={parseDay} format={formatDay} wrong={t.notADay} usualHint={t.dayFormat} />
  )
}

/** A month typed as mm/yyyy. */
export function MonthField(props: Parsed<Month>) {
  const t = useMessages({ vi, en })
  return (
    <ParsedField
      {...props}
      parse={parseMonth}
      format={formatMonth}
      wrong={t.notAMonth}
      usualHint={t.monthFormat}
    />
  )
}

/** Between which numbers a value has to be, both of them allowed. */
export type Range = { readonly least: number; readonly most: number }

/** How many there are: whole, and within what may be. */
export function CountField(props: Parsed<number> & { readonly range?: Range | undefined }) {
  const t = useMessages({ vi, en })
  return <ParsedField {...props} parse={parseMoney} format={formatCount} wrong={t.notACount} />
}

/** An amount in đồng: 540000 and 540.000 are the same; dots are set when the field is left. */
export function MoneyField({
  inWords,
  ...props
}: Parsed<Dong> & { inWords?: (amount: Dong) => string; readonly range?: Range | undefined }) {
  const t = useMessages({ vi, en })
  const hint = props.value !== null && inWords ? inWords(props.value) : props.hint
  return (
    <ParsedField {...props} hint={hint} parse={parseMoney} format={formatCount} wrong={t.notMoney} unit="đ" />
  )
}

function ParsedField<Value>({
  value,
  onChange,
  parse: read,
  format,
  wrong: misread,
  range,
  usualHint,
  unit,
  error,
  hint,
  onBlur,
  ...props
}: Parsed<Value> & {
  parse: (text: string) => Value | undefined
  format: (value: Value) => string
  wrong: (text: string) => string
  range?: Range | undefined
  usualHint?: string
  unit?: string
}) {
  const t = useMessages({ vi, en })
  // What is being typed, until it is left in good order; then the value alone says what stands in the box.
  const [typed, setTyped] = useState<string>()
  const [isLeft, setLeft] = useState(false)
  const isWithin = (value: Value | undefined) =>
    !range || typeof value !== 'number' || (value >= range.least && value <= range.most)
  const parse = (text: string) => {
    const value = read(text)
    return isWithin(value) ? value : undefined
  }
  const text = typed ?? (value === null ? '' : format(value))
  const isReadable =
    typed === undefined ? value === null || isWithin(value) : text.trim() === '' || parse(text) !== undefined
  const wrong =
    range && read(text) !== undefined
      ? t.outOfRange(text, formatCount(range.least), formatCount(range.most))
      : misread(text)
  return (
    <TextField
      {...props}
      value={text}
      onChange={(text) => {
        setTyped(text)
        setLeft(false)
        onChange(parse(text) ?? null)
      }}
      onBlur={() => {
        if (isReadable) setTyped(undefined)
        else afterPress(() => setLeft(true))
        onBlur?.()
      }}
      inputMode="numeric"
      autoComplete="off"
      error={(isLeft || typed === undefined) && !isReadable ? wrong : error}
      unreadable={isReadable ? undefined : wrong}
      hint={hint ?? usualHint}
      {...(unit && { affix: <span>{unit}</span>, inputClassName: 'input-money' })}
    />
  )
}
