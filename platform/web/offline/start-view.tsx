import type { ReactNode } from 'react'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { useIsOnline } from '../page-states.tsx'
import type { ProblemWords } from '../problem.tsx'
import type { Opener } from './carried-lists.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { KeptList } from './shelf.ts'
import { Unlock } from './unlock.tsx'

type Given<Open> = {
  readonly lists: readonly KeptList[]
  readonly unsentOf: (listId: string) => number
  /** Asks the server for the secret of a list whose code was forgotten. */
  readonly askSecret: (listId: string) => Promise<{ readonly secret: string }>
  /** Opens a kept list; undefined where code or secret is the wrong one. */
  readonly open: (kept: KeptList, by: Opener) => Promise<Open | undefined>
  readonly onOpen: (opened: Open) => void
  readonly words: ProblemWords
  /** How a new list is taken. */
  readonly children: ReactNode
}

/** The lists this device holds, sealed, and where a new one can be taken. */
export function StartView<Open>({ lists, unsentOf, askSecret, open, onOpen, words, children }: Given<Open>) {
  const t = useMessages({ vi, en })
  const isOnline = useIsOnline()
  return (
    <>
      {lists.map((kept) => (
        <Unlock
          key={kept.id}
          kept={kept}
          unsent={unsentOf(kept.id)}
          isOnline={isOnline}
          words={words}
          ask={async () => (await askSecret(kept.id)).secret}
          open={async (by) => {
            const opened = await open(kept, by)
            if (opened !== undefined) onOpen(opened)
            return opened !== undefined
          }}
        />
      ))}
      {isOnline ? (
        children
      ) : (
        <Notice kind="warn" title={lists.length > 0 ? t.takeLater : t.takeNeedsNetwork} />
      )}
    </>
  )
}
