import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components'
import type { Option } from './choice.tsx'
import { FieldParts, type FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

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
