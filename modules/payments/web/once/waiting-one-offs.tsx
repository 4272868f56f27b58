import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { LinkButton } from '#ui/button'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { listOneOffsDue } from '../../contract.ts'
import { oneOffsHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** How much money given once waits; nothing where nothing does. */
export function WaitingOneOffs() {
  const t = useMessages({ vi, en })
  const { areaId } = useMe()
  const { data } = useSuspenseQuery(apiQuery(listOneOffsDue, { areaId }))
  if (data.rows.length === 0) return null
  return (
    <Notice
      kind="info"
      title={t.waiting(formatCount(data.rows.length), formatMoney(data.amount))}
      actions={
        <LinkButton icon="list" href={oneOffsHref}>
          {t.see}
        </LinkButton>
      }
    />
  )
}
