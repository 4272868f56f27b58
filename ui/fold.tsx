import { useSyncExternalStore, type ReactNode } from 'react'

/** A long part that a phone begins closed, under a line that says what is in it; a wide screen and paper show it at once. */
export function Fold({
  title,
  isOpen = false,
  children,
}: {
  title: ReactNode
  /** Asked for by name: open on a phone too. */
  isOpen?: boolean
  children: ReactNode
}) {
  const isNarrow = useSyncExternalStore(subscribe, () => matchMedia(narrow).matches)
  if (!isNarrow) return children
  return (
    <details className="fold" open={isOpen}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Where the style sheets turn tables into cards (phone.css). Paper may be as narrow, and nothing opens there. */
const narrow = 'screen and (max-width: 48rem)'

function subscribe(onChange: () => void) {
  const query = matchMedia(narrow)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
