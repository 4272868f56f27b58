import { useEffect, useRef } from 'react'
import { useMessages } from './language.tsx'
import { Icon } from './icon.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type FormError = { readonly fieldId: string; readonly message: string }

/** «Có 2 chỗ cần sửa», each a link to its box; takes the focus when a form was refused. */
export function ErrorSummary({ errors, attempt }: { errors: readonly FormError[]; attempt: number }) {
  const t = useMessages({ vi, en })
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (attempt > 0) heading.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <div className="notice notice-err" role="alert">
      <Icon name="warning" />
      <div>
        <h2 ref={heading} tabIndex={-1} className="h-small">
          {t.errorsFound(errors.length)}
        </h2>
        <ul>
          {errors.map(({ fieldId, message }) => (
            <li key={fieldId}>
              <a
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(fieldId)
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Puts the focus into a field, or into its first box where there are several. */
export function focusField(id: string) {
  const field = document.getElementById(id)
  const boxes = 'input, select, textarea'
  const box = field?.matches(boxes) ? field : field?.querySelector<HTMLElement>(boxes)
  box?.focus()
}
