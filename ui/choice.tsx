import { useId, useState, type ReactNode } from 'react'
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import { FieldParts, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

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
      {hint && (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

/** A box that suggests while one types; matching ignores diacritics unless the caller searches on the server. */
export function ComboBox<Value extends string>({
  label,
  options,
  value,
  onChange,
  onSearch,
  error,
  hint,
  ...props
}: FieldProps & {
  options: readonly Option<Value>[]
  value: Value | null
  onChange: (value: Value | null) => void
  /** Given, the caller finds the options; otherwise those given are filtered here. */
  onSearch?: (text: string) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <AriaComboBox
      {...props}
      className="field"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      menuTrigger="focus"
      selectedKey={value}
      onSelectionChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
      {...(onSearch && { onInputChange: onSearch, items: options })}
      {...(!onSearch && { defaultItems: options })}
      defaultFilter={(text, typed) => onSearch !== undefined || plain(text).includes(plain(typed))}
      allowsEmptyCollection
    >
      <FieldParts label={label} error={error} hint={hint}>
        <div className="affix">
          <Input className="input" />
          <AriaButton className="btn btn-icon">
            <Icon name="below" />
          </AriaButton>
        </div>
      </FieldParts>
      <Popover className="popover">
        <ListBox<Option<Value>>
          className="listbox"
          renderEmptyState={() => <p className="hint">{t.nothingFound}</p>}
        >
          {(option) => (
            <ListBoxItem
              id={option.value}
              className="option"
              textValue={option.label}
              isDisabled={option.isDisabled ?? false}
            >
              {option.label}
              {option.detail && <small className="quiet">{option.detail}</small>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

/** «Như Thụy» and «nhu thuy» are the same to someone who searches. */
function plain(text: string) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase()
}

/** A box to tick, with its words beside it. */
export function Checkbox({
  children,
  isSelected,
  onChange,
  name,
  isDisabled,
}: {
  children: ReactNode
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  name?: string
  isDisabled?: boolean
}) {
  return (
    <label className="check">
      <input
        type="checkbox"
        name={name}
        checked={isSelected}
        disabled={isDisabled}
        onChange={({ target }) => onChange(target.checked)}
      />
      {children}
    </label>
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
      {hint && (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
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

/** A place to drop a file or to choose one; says at once what it cannot take. */
export function FileDrop({
  label,
  kinds,
  limit,
  file,
  onChange,
  hint,
  error,
}: {
  label: string
  /** Endings it takes: `['.xlsx', '.xls']`. */
  kinds: readonly string[]
  /** Largest size in bytes. */
  limit: number
  file: File | null
  onChange: (file: File | null) => void
  hint?: ReactNode
  error?: string | undefined
}) {
  const t = useMessages({ vi, en })
  const own = useId()
  const [isOver, setOver] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const shown = refusal ?? error

  function take(given: File | undefined) {
    if (!given) return
    const isOfKind = kinds.some((kind) => given.name.toLowerCase().endsWith(kind))
    const refused = !isOfKind
      ? t.fileOfOtherKind(given.name, kinds.join(', '))
      : given.size > limit
        ? t.fileTooLarge(given.name, `${Math.floor(limit / 1_048_576)} MB`)
        : undefined
    setRefusal(refused)
    onChange(refused ? null : given)
  }
  return (
    <div className="field" data-invalid={shown ? true : undefined}>
      <label htmlFor={own}>{label}</label>
      {shown && <ErrorText id={`${own}-error`}>{shown}</ErrorText>}
      {/* Dropping is one more way in; choosing by keyboard is the box inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <label
        className="file-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <Icon name={file ? 'document' : 'upload'} />
        <span>
          <b>{file ? file.name : t.chooseFile}</b>{' '}
          <span className="quiet">{file ? formatSize(file.size) : t.dropFile}</span>
        </span>
        <input
          id={own}
          type="file"
          className="sr"
          accept={kinds.join(',')}
          aria-describedby={describedBy(own, shown, hint)}
          onChange={({ target }) => {
            take(target.files?.[0])
            target.value = '' // so that the same file can be chosen again after it was mended
          }}
        />
      </label>
      {hint && (
        <span className="hint" id={`${own}-hint`}>
          {hint}
        </span>
      )}
    </div>
  )
}

function formatSize(bytes: number) {
  return bytes < 1_048_576
    ? `${Math.ceil(bytes / 1024)} KB`
    : `${(bytes / 1_048_576).toFixed(1).replace('.', ',')} MB`
}

function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      {children}
    </p>
  )
}

function describedBy(own: string, error: unknown, hint: unknown) {
  return [error && `${own}-error`, hint && `${own}-hint`].filter(Boolean).join(' ') || undefined
}
