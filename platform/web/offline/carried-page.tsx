import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { Chip } from '#ui/chip'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { keepPage } from './keep-page.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { canSeal } from './seal.ts'
import type { KeptList, KeptRecord } from './shelf.ts'
import { useIdle } from './use-idle.ts'
import './offline.css'

/** A page outside the shell, for it must open where there is neither network nor session. */
export function CarriedPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useMessages({ vi, en })
  return (
    <main className="main carried">
      <PageHead title={title} />
      {canSeal() ? children : <Notice kind="err" title={t.cannotSeal} />}
    </main>
  )
}

type Shelf = { readonly lists: readonly KeptList[]; readonly records: readonly KeptRecord[] }

/** What this device holds and which of it is open; it locks itself once nobody touches it. */
export function useCarried<Open>({ page, listKept }: { page: string; listKept: () => Promise<Shelf> }) {
  const [kept, setKept] = useState<Shelf>()
  const [opened, open] = useState<Open>()
  const [isReady, setReady] = useState<boolean>()
  const reload = useCallback(() => listKept().then(setKept), [listKept])
  const lock = useCallback(() => {
    open(undefined)
    void reload()
  }, [reload])
  useEffect(() => void reload(), [reload])
  useEffect(() => {
    // Without a network it was kept before, or could not be opened at all.
    keepPage(page).then(setReady, () => setReady(navigator.serviceWorker.controller !== null))
  }, [page])
  useIdle(opened !== undefined, lock)
  const unsentOf = (id: string) => kept?.records.filter((one) => one.listId === id && !one.isSent).length ?? 0
  return { lists: kept?.lists, unsentOf, opened, open, lock, isReady }
}

type Kept = {
  readonly isReady: boolean | undefined
  readonly isOpen: boolean
  readonly children: ReactNode
}

/**
 * The page with a word on whether it will open without a network. That it will is said last: it is known while somebody is
 * already pressing something, and what moves away under a finger is not pressed at all.
 */
export function KeptPage({ isReady, isOpen, children }: Kept) {
  const t = useMessages({ vi, en })
  return (
    <>
      {isReady === false && <Notice kind="warn" title={t.notKept} />}
      {children}
      {isReady && !isOpen && <p className="hint">{t.pageKept}</p>}
    </>
  )
}

/** Whether there is a network, and how much the server has not heard yet. */
export function SyncChips({ isOnline, waiting }: { isOnline: boolean; waiting: number }) {
  const t = useMessages({ vi, en })
  return (
    <p className="btns">
      {isOnline ? (
        <Chip kind="ok" icon="check">
          {t.online}
        </Chip>
      ) : (
        <Chip kind="warn" icon="pause">
          {t.offline}
        </Chip>
      )}
      {waiting > 0 && (
        <Chip kind="info" icon="send">
          {t.unsent(formatCount(waiting))}
        </Chip>
      )}
    </p>
  )
}

/** What a colleague would call this device: its system, nothing that tells it from others of its kind. */
export function deviceName() {
  return /Android|iPhone|iPad|Windows|Macintosh|Linux/.exec(navigator.userAgent)?.[0] ?? 'Thiết bị'
}
