import { useEffect, useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Notice } from './notice.tsx'

/** What belongs here, and the next step. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <p>
        <b>{title}</b>
        {children && (
          <>
            <br />
            {children}
          </>
        )}
      </p>
      {action}
    </div>
  )
}

const widths = [92, 64, 78, 51]

/** Bars after 300 ms, words after one second: what is quick shows nothing at all. */
export function Skeleton({ label, lines = 4 }: { label?: string; lines?: number }) {
  const t = useMessages({ vi, en })
  const [phase, setPhase] = useState<'nothing' | 'bars' | 'words'>('nothing')
  useEffect(() => {
    const bars = setTimeout(() => setPhase('bars'), 300)
    const words = setTimeout(() => setPhase('words'), 1000)
    return () => {
      clearTimeout(bars)
      clearTimeout(words)
    }
  }, [])
  return (
    <output className="skeleton" aria-busy="true">
      {phase !== 'nothing' &&
        Array.from({ length: lines }, (_, line) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
          <i key={line} style={{ '--w': widths[line % widths.length] }} />
        ))}
      {phase === 'words' && <span className="hint">{label ?? t.loading}</span>}
    </output>
  )
}

/** Something failed on our side: what, what is safe, the code to read out on the phone. */
export function ErrorState({
  code,
  children,
  onRetry,
}: {
  code?: string | undefined
  children?: ReactNode
  onRetry?: () => void
}) {
  const t = useMessages({ vi, en })
  const [isCopied, setCopied] = useState(false)
  return (
    <Notice
      kind="err"
      isLive
      actions={
        <>
          {onRetry && <Button onPress={onRetry}>{t.retry}</Button>}
          {code && (
            <Button
              icon="copy"
              onPress={() => void navigator.clipboard.writeText(code).then(() => setCopied(true))}
            >
              {isCopied ? t.copied : t.copyIncident}
            </Button>
          )}
        </>
      }
    >
      <p>{children ?? t.failed}</p>
      {code && <p>{t.incident(code)}</p>}
    </Notice>
  )
}

/** The same words whether or not the thing exists. */
export function Forbidden({ action }: { action?: ReactNode }) {
  const t = useMessages({ vi, en })
  return (
    <Notice kind="warn" isLive actions={action}>
      <p>{t.forbidden}</p>
    </Notice>
  )
}
