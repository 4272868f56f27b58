import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { countInbox } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './notices.css'

const aMinute = 60_000

/** How much one has not read, beside one’s name; looked up again each minute and whenever one comes back to the page. */
export function Bell() {
  const t = useMessages({ vi, en }).bell
  const { data } = useQuery({
    ...apiQuery(countInbox, {}),
    staleTime: aMinute,
    refetchInterval: aMinute,
    refetchOnWindowFocus: true,
  })
  const unread = data?.unread ?? 0
  return (
    <TextLink className="tool bell" href="/nghiep-vu/thong-bao" aria-label={t.label(unread)}>
      <Icon name="bell" />
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {t.count(unread)}
        </span>
      )}
    </TextLink>
  )
}
