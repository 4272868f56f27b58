import type { Month } from '#kernel/civil-date'
import { Allowed } from '#platform/web/session'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { figuresHref } from '../hrefs.ts'
import { figuresLinkWords as en } from './link-words.en.ts'
import { figuresLinkWords as vi } from './link-words.vi.ts'

/** The way to why the figures of a month differ, wherever one of them stands. */
export function FiguresLink({ month }: { month: Month }) {
  const t = useMessages({ vi, en })
  return (
    <Allowed to="payroll.read">
      <LinkButton icon="help" href={figuresHref(month)}>
        {t.why}
      </LinkButton>
    </Allowed>
  )
}
