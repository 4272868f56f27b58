import { useState } from 'react'
import type { FieldProps } from '#ui/field'
import { TextField } from '#ui/text-field'

type Numeric = FieldProps & {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

/** A coefficient typed as 1,5 and kept in tenths. */
export function CoefficientField({ value, onChange, ...props }: Numeric) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      {...props}
      inputMode="decimal"
      autoComplete="off"
      inputClassName="input-money"
      value={typed ?? (value === null ? '' : `${Math.trunc(value / 10)},${value % 10}`)}
      onChange={(text) => {
        setTyped(text)
        onChange(
          /^\d{1,2}([.,]\d)?$/.test(text.trim()) ? Math.round(Number(text.replace(',', '.')) * 10) : null,
        )
      }}
      onBlur={() => value !== null && setTyped(undefined)}
    />
  )
}

/** A whole number of years or months; empty is none. */
export function AgeField({
  value,
  onChange,
  unit,
  monthsInUnit,
  ...props
}: Numeric & { unit: string; monthsInUnit: number }) {
  const [typed, setTyped] = useState<string>()
  return (
    <TextField
      {...props}
      inputMode="numeric"
      autoComplete="off"
      inputClassName="input-money"
      affix={<span>{unit}</span>}
      value={typed ?? (value === null ? '' : String(value / monthsInUnit))}
      onChange={(text) => {
        setTyped(text)
        // What cannot be read is no age, and is refused as such rather than taken for none.
        const given = text.trim()
        onChange(given === '' ? null : /^\d{1,4}$/.test(given) ? Number(given) * monthsInUnit : -1)
      }}
      onBlur={() => value !== -1 && setTyped(undefined)}
    />
  )
}

export function NameField(
  props: FieldProps & { readonly value: string; readonly onChange: (value: string) => void },
) {
  return <TextField {...props} maxLength={200} />
}
