import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useMe } from '#platform/web/session'
import { Icon } from '#ui/icon'
import { TextLink } from '#ui/button'
import { useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { grouped, groupIcons, type Entry } from './navigation.ts'

// The desk brings its own operations along; the rail does not wait for them.
const RailCount = lazy(async () => {
  const { RailCount } = await import('../../modules/applications/web/rail-count.tsx')
  return { default: RailCount }
})
// What is behind «Thêm» comes right after the first page, so that a press finds it.
const Drawer = lazy(async () => {
  const { Drawer } = await import('#ui/overlay')
  return { default: Drawer }
})
const counted = ['queue', 'signing', 'feedback'] as const

type Props = { entries: readonly Entry[]; here: Entry | undefined }

/** The left rail: groups by work, only what this person may open. */
export function Rail(props: Props) {
  const t = useMessages({ vi, en })
  const nav = useRef<HTMLElement>(null)
  // Where somebody is stands in sight, however many places there are.
  useEffect(() => showWithin(nav.current?.querySelector('[aria-current]')), [props.here])
  return (
    <nav className="rail" aria-label={t.functions} ref={nav}>
      <Groups {...props} />
    </nav>
  )
}

/** Scrolls the list an entry stands in, and never the page. */
function showWithin(entry: Element | null | undefined) {
  const list = entry?.closest('nav > ul')
  if (!entry || !list) return
  const [inner, outer] = [entry.getBoundingClientRect(), list.getBoundingClientRect()]
  if (inner.bottom > outer.bottom) list.scrollTop += inner.bottom - outer.bottom
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
}

function Groups({ entries, here }: Props) {
  const t = useMessages({ vi, en })
  return (
    <ul>
      {grouped(entries).map(([group, inside]) => (
        <li key={group} data-open={here?.group === group || undefined}>
          <TextLink href={inside[0]!.href}>
            <Icon name={groupIcons[group]} />
            {t.groups[group]}
          </TextLink>
          <ul>
            {inside.map((entry) => (
              <li key={entry.page}>
                <TextLink href={entry.href} {...(entry === here && { 'aria-current': 'page' as const })}>
                  {t.pages[entry.page]}
                  {counted.map(
                    (page) =>
                      page === entry.page && (
                        <Suspense key={page} fallback={null}>
                          <RailCount of={page} />
                        </Suspense>
                      ),
                  )}
                </TextLink>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** On a phone the rail lies at the bottom: three groups, and everything else behind «Thêm». */
export function BottomBar({ entries, here }: Props) {
  const t = useMessages({ vi, en })
  const { isDemonstration } = useMe()
  const [isOpen, setOpen] = useState(false)
  const groups = grouped(entries).slice(0, 3)
  return (
    <>
      <nav className="bottom-nav" aria-label={t.mainFunctions} style={{ '--entries': groups.length + 1 }}>
        {groups.map(([group, inside]) => (
          <TextLink
            key={group}
            href={inside[0]!.href}
            {...(here?.group === group && { 'aria-current': 'true' as const })}
          >
            <Icon name={groupIcons[group]} />
            {t.short[group]}
          </TextLink>
        ))}
        <button type="button" onClick={() => setOpen(true)}>
          <Icon name="more" />
          {t.more}
        </button>
      </nav>
      <Suspense>
        <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t.functions}>
          {/* A link inside closes the drawer by leaving the page. */}
          <div className="rail-inside" onClickCapture={() => setTimeout(() => setOpen(false))}>
            <Groups entries={entries} here={here} />
          </div>
          {isDemonstration && <p className="hint">{t.demonstration}</p>}
        </Drawer>
      </Suspense>
    </>
  )
}
