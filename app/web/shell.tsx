import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { now } from '#kernel/civil-date'
import { getMe } from '#modules/identity/contract'
import { apiQuery } from '#platform/web/api'
import { OfflineNotice, useIsOnline } from '#platform/web/page-states'
import { usePastView } from '#platform/web/past-view'
import { useIsReached } from '#platform/web/reach'
import { SessionProvider, useCan, useMe } from '#platform/web/session'
import { LinkButton } from '#ui/button'
import { formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Skeleton } from '#ui/states'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { entriesFor, entryOf } from './navigation.ts'
import { BottomBar, Rail } from './rail.tsx'
import type { OpenDialog } from './keys-dialog.tsx'
import { TopBar } from './top-bar.tsx'

// Nobody has asked for them when the first page is drawn: they come right after it, so that a press finds them.
const Palette = lazy(async () => {
  const { Palette } = await import('./palette.tsx')
  return { default: Palette }
})
const KeysDialog = lazy(async () => {
  const { KeysDialog } = await import('./keys-dialog.tsx')
  return { default: KeysDialog }
})

// Opened seldom, and its boxes to choose from are heavy: no page waits for them.
const AppearanceDialog = lazy(async () => {
  const { AppearanceDialog } = await import('./appearance-dialog.tsx')
  return { default: AppearanceDialog }
})

/** Everything around the pages of those who work here. */
export function Shell() {
  const { data: me } = useSuspenseQuery({ ...apiQuery(getMe, {}), staleTime: 60_000 })
  return (
    <SessionProvider me={me}>
      <Frame />
    </SessionProvider>
  )
}

function Frame() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const router = useRouter()
  const { pathname } = useLocation()
  const { isPast } = usePastView()
  const [open, setOpen] = useState<OpenDialog | null>(null)
  useShortcuts(setOpen)
  useFocusOnNewPage(pathname)

  const entries = entriesFor(can, (href) => href in router.routesByPath)
  const here = entryOf(pathname, entries)
  const close = () => setOpen(null)
  return (
    <>
      <a className="skip" href="#noi-dung">
        {t.skip}
      </a>
      <div className="shell" data-past={isPast || undefined}>
        <TopBar onOpen={setOpen} />
        <Rail entries={entries} here={here} />
        <main className="main" id="noi-dung" tabIndex={-1}>
          <PrintHead />
          <OfflineNotice />
          {isPast && <PastNotice />}
          <Suspense fallback={<Skeleton label={t.loading} lines={8} />}>
            <Outlet />
          </Suspense>
        </main>
        <StatusBar />
        <BottomBar entries={entries} here={here} />
      </div>
      <Suspense>
        <Palette
          isOpen={open === 'palette'}
          onClose={close}
          entries={entries}
          maySearch={can('people.search')}
        />
        <KeysDialog isOpen={open === 'keys'} onClose={close} />
      </Suspense>
      {open === 'appearance' && (
        <Suspense>
          <AppearanceDialog isOpen onClose={close} />
        </Suspense>
      )}
    </>
  )
}

function PastNotice() {
  const t = useMessages({ vi, en })
  const { on, knownOn } = usePastView()
  const { pathname } = useLocation()
  return (
    <Notice kind="past" isLive actions={<LinkButton href={pathname}>{t.past.back}</LinkButton>}>
      <p>{t.past.notice(formatDay(on), formatDay(knownOn))}</p>
    </Notice>
  )
}

/** On paper: what it is, when it was printed and by whom. */
function PrintHead() {
  const t = useMessages({ vi, en })
  const { name, areaName } = useMe()
  const head = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const write = () => {
      const [title = ''] = document.title.split(' – ')
      const by = areaName ? `${name} · ${areaName}` : name
      if (head.current) head.current.textContent = t.print(title, formatInstant(now()), by)
    }
    window.addEventListener('beforeprint', write)
    return () => window.removeEventListener('beforeprint', write)
  }, [t, name, areaName])
  return <p className="print-head" ref={head} />
}

/** Nothing to press stands here: the bar stays over what scrolls beneath, and would take half of a link for itself. */
function StatusBar() {
  const t = useMessages({ vi, en })
  const { previousSignInAt, isDemonstration } = useMe()
  return (
    <footer className="status">
      <Connection />
      {isDemonstration && <span>{t.demonstration}</span>}
      {previousSignInAt && (
        <span>
          {t.home.lastSignIn}: {formatInstant(previousSignInAt)}
        </span>
      )}
      <span className="end">
        <span>
          <kbd>Ctrl</kbd> <kbd>K</kbd> {t.searchKey}
        </span>
        <span>
          <kbd>Ctrl</kbd> <kbd>/</kbd> {t.keysTable}
        </span>
      </span>
    </footer>
  )
}

function Connection() {
  const t = useMessages({ vi, en })
  const isOnline = useIsOnline()
  const isReached = useIsReached()
  return <span>{!isOnline ? t.offline : isReached ? t.online : t.unreached}</span>
}

/** Keys are matched by their place (`code`): Vietnamese keyboards turn letters into others while one types. */
function useShortcuts(open: (dialog: OpenDialog) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      const dialog = event.code === 'KeyK' ? 'palette' : event.code === 'Slash' ? 'keys' : undefined
      if (!dialog) return
      event.preventDefault()
      open(dialog)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])
}

/** A new page begins at its top, for eyes and for screen readers. */
function useFocusOnNewPage(pathname: string) {
  const before = useRef(pathname)
  useEffect(() => {
    if (before.current === pathname) return
    before.current = pathname
    document.getElementById('noi-dung')?.focus({ preventScroll: true })
    window.scrollTo({ top: 0 })
  }, [pathname])
}
