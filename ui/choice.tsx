import { useId, type ReactNode } from 'react'
import type { FieldProps } from './field.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { describedBy, ErrorText, HintText } from './native-field.tsx'

export type Option<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  /** A second line: what the old commune is called now, for instance. */
  readonly detail?: string
  readonly isDisabled?: boolean
}

/** The browser’s own select: known to everyone, right on a phone, and it works without us. */
export function Select<Value extends string>({
  label,
  options,
  value,
  onChange,
  error,
  hint,
  emptyLabel,
  isLabelHidden = false,
  ...props
}: FieldProps & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
  /** What stands for no choice; without it one must be made. */
  emptyLabel?: string
  /** Spoken, not drawn: in a table whose head says the same. */
  isLabelHidden?: boolean
}) {
  const t = useMessages({ vi, en })
  const own = useId()
  const id = props.id ?? own
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <label htmlFor={id} className={isLabelHidden ? 'sr' : undefined}>
        {label}
      </label>
      {error && <ErrorText id={`${own}-error`}>{error}</ErrorText>}
      <select
        id={id}
        className="select"
        name={props.name}
        disabled={props.isDisabled}
        required={props.isRequired}
        value={value ?? ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(own, error, hint)}
        onBlur={props.onBlur}
        onChange={({ target }) =>
          onChange(options.find((option) => option.value === target.value)?.value ?? null)
        }
      >
        {(emptyLabel !== undefined || value === null) && (
          <option value="">{emptyLabel ?? t.notChosen}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.isDisabled}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && <HintText id={`${own}-hint`}>{hint}</HintText>}
    </div>
  )
}

/** A box to tick, with its words beside it; what is wrong with it stands above and is named by it. */
export function Checkbox({
  children,
  isSelected,
  onChange,
  error,
  name,
  isDisabled,
  id,
}: Pick<FieldProps, 'error' | 'name' | 'isDisabled' | 'id'> & {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
}) {
  const own = useId()
  return (
    <>
      {error && <ErrorText id={`${own}-error`}>{error}</ErrorText>}
      <label className="check">
        <input
          type="checkbox"
          id={id}
          name={name}
          checked={isSelected}
          disabled={isDisabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(own, error, undefined)}
          onChange={({ target }) => onChange(target.checked)}
        />
        {children}
      </label>
    </>
  )
}

/** Whole rows to choose one of; nothing is chosen beforehand. */
export function RadioCards<Value extends string>({
  label,
  options,
  value,
  onChange,
  error,
  hint,
  id,
}: FieldProps & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value) => void
}) {
  const own = useId()
  return (
    <fieldset
      className="field"
      id={id}
      data-invalid={error ? true : undefined}
      aria-describedby={describedBy(own, error, hint)}
    >
      <legend>{label}</legend>
      {error && <ErrorText id={`${own}-error`}>{error}</ErrorText>}
      {hint && <HintText id={`${own}-hint`}>{hint}</HintText>}
      <div className="cards">
        {options.map((option) => (
          <label className="card-radio" key={option.value}>
            <input
              type="radio"
              name={own}
              checked={value === option.value}
              disabled={option.isDisabled}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.detail && (
                <>
                  <br />
                  <small className="quiet">{option.detail}</small>
                </>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
