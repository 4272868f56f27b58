import { useSyncExternalStore } from 'react'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { useRouter } from '@tanstack/react-router'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState, ErrorState, Forbidden } from '#ui/states'
import { apiError } from './api.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useWords } from './problem.tsx'
import { useIsReached } from './reach.ts'

/** What a route shows instead of its page when it could not be opened. */
export function PageError({ error, reset }: ErrorComponentProps) {
  const t = useMessages({ vi, en })
  const say = useWords()
  const router = useRouter()
  const { reset: forget } = useQueryErrorResetBoundary()
  const { code, status, incident } = apiError(error)
  if (status === 404) return <NotFound />
  if (code === 'forbidden' || status === 403) return <NoAccess />
  const retry = () => {
    forget()
    reset()
    void router.invalidate()
  }
  return (
    <>
      <PageHead title={t.failedTitle} />
      <ErrorState code={incident} onRetry={retry}>
        {say(error)}
      </ErrorState>
    </>
  )
}

/** What the page behind an address is for, this person may not do. */
export function NoAccess() {
  const t = useMessages({ vi, en })
  return (
    <>
      <PageHead title={t.forbiddenTitle} />
      <Forbidden action={<LinkButton href="/nghiep-vu">{t.backHome}</LinkButton>} />
    </>
  )
}

/** An address that leads nowhere, or to what one may not see: the same words for both. */
export function NotFound() {
  const t = useMessages({ vi, en })
  return (
    <>
      <PageHead title={t.notFoundTitle} />
      <EmptyState
        title={t.notFoundWhy}
        action={
          <LinkButton href="/nghiep-vu" emphasis="primary">
            {t.backHome}
          </LinkButton>
        }
      >
        {t.notFound}
      </EmptyState>
    </>
  )
}

/** Says so while there is no network or no server, and that nothing typed is lost. */
export function OfflineNotice() {
  const t = useMessages({ vi, en })
  const isOnline = useIsOnline()
  const isReached = useIsReached()
  if (isOnline && isReached) return null
  return (
    <Notice kind="warn" isLive>
      <p>{isOnline ? t.unreached : t.offline}</p>
    </Notice>
  )
}

/** Whether the browser has a network at all. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    (tell) => {
      window.addEventListener('online', tell)
      window.addEventListener('offline', tell)
      return () => {
        window.removeEventListener('online', tell)
        window.removeEventListener('offline', tell)
      }
    },
    () => navigator.onLine,
  )
}
