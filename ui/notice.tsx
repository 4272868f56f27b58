import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type NoticeKind = 'info' | 'ok' | 'warn' | 'err' | 'past'

const drawings: Readonly<Record<NoticeKind, IconName>> = {
  info: 'info',
  ok: 'check',
  warn: 'warning',
  err: 'warning',
  past: 'undo',
}

/** What happened, why, and what to do next; `isLive` speaks it when it appears, at once only for loss or danger. */
export function Notice({
  kind = 'info',
  title,
  children,
  actions,
  isLive = false,
}: {
  kind?: NoticeKind
  title?: ReactNode
  children?: ReactNode
  actions?: ReactNode
  isLive?: boolean
}) {
  const t = useMessages({ vi, en })
  return (
    <div
      className={kind === 'info' ? 'notice' : `notice notice-${kind}`}
      role={isLive ? (kind === 'err' ? 'alert' : 'status') : undefined}
    >
      <Icon name={drawings[kind]} />
      <div>
        <span className="sr">{t.kinds[kind]}: </span>
        {title && <b>{title} </b>}
        {children}
      </div>
      {actions && <div className="btns">{actions}</div>}
    </div>
  )
}
