import { TextLink } from './button.tsx'
import { formatCount } from './format.tsx'
import { Icon } from './icon.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Page numbers under a list: the first, the last and those around; every one a link that can be shared. */
export function Pages({
  page,
  pageSize,
  total,
  href,
}: {
  /** Counted from 1. */
  page: number
  pageSize: number
  total: number
  href: (page: number) => string
}) {
  const t = useMessages({ vi, en })
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  return (
    <nav className="pages" aria-label={t.pages}>
      {page > 1 && (
        <TextLink href={href(page - 1)} aria-label={t.previousPage}>
          <Icon name="left" />
        </TextLink>
      )}
      {numbersAround(page, last).map((number, place, all) => (
        <PageNumber
          key={number}
          number={number}
          isAfterGap={place > 0 && number - all[place - 1]! > 1}
          isHere={number === page}
          href={href(number)}
        />
      ))}
      {page < last && (
        <TextLink href={href(page + 1)} aria-label={t.nextPage}>
          <Icon name="right" />
        </TextLink>
      )}
      <span>
        {t.rowsShown(
          formatCount((page - 1) * pageSize + 1),
          formatCount(Math.min(page * pageSize, total)),
          formatCount(total),
        )}
      </span>
    </nav>
  )
}

function PageNumber({
  number,
  isAfterGap,
  isHere,
  href,
}: {
  number: number
  isAfterGap: boolean
  isHere: boolean
  href: string
}) {
  return (
    <>
      {isAfterGap && <span>…</span>}
      {isHere ? <b aria-current="page">{number}</b> : <TextLink href={href}>{String(number)}</TextLink>}
    </>
  )
}

function numbersAround(page: number, last: number): number[] {
  const wanted = [1, page - 1, page, page + 1, last]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= last).toSorted((a, b) => a - b)
}
