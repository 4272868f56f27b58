import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** What is wrong with a box of the browser’s own, and how to put it right. */
export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      {children}
    </p>
  )
}

/** What helps to fill it in. */
export function HintText({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span className="hint" id={id}>
      {children}
    </span>
  )
}

/** Both, as the box itself names what describes it; their ids begin with its own. */
export function describedBy(own: string, error: unknown, hint: unknown): string | undefined {
  return [error && `${own}-error`, hint && `${own}-hint`].filter(Boolean).join(' ') || undefined
}
