import { type ReactNode } from 'react'
import { FieldError, Label, Text } from 'react-aria-components'
import { Icon } from './icon.tsx'

/** What every field takes besides its own value. */
export type FieldProps = {
  readonly label: string
  readonly hint?: ReactNode
  /** What is wrong and how to put it right; the same words stand in the summary above the form. */
  readonly error?: string | undefined
  readonly name?: string
  readonly isRequired?: boolean
  readonly isDisabled?: boolean
  readonly isReadOnly?: boolean
  readonly onBlur?: () => void
  /** Where the summary of errors leads. */
  readonly id?: string
}

/** Label, error, box, hint, in this order; what a field of React Aria is put together from. */
export function FieldParts({
  label,
  error,
  hint,
  children,
}: {
  label: string
  error: string | undefined
  hint: ReactNode
  children: ReactNode
}) {
  return (
    <>
      <Label>{label}</Label>
      {error && (
        <FieldError elementType="p" className="field-error">
          <Icon name="warning" />
          {error}
        </FieldError>
      )}
      {children}
      {hint && (
        <Text slot="description" className="hint">
          {hint}
        </Text>
      )}
    </>
  )
}
