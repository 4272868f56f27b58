import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useRef, useState, type KeyboardEvent } from 'react'
import { apiQuery } from '#platform/web/api'
import { useKeys } from '#platform/web/keys'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listApplications, QueueView, type ApplicationId, type QueuePage as Queue } from '../../contract.ts'
import { AssignBar } from './assign-bar.tsx'
import '../common/desk.css'
import { fileHref, queueHref, type Looking } from '../common/hrefs.ts'
import { inputOf } from '../common/looking.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { QueueFilters } from './queue-filters.tsx'
import { QueueTable } from './queue-table.tsx'

/** Beyond this nobody counts, and the page says so. */
const countedTo = 1000

/** Every file that waits, the nearest deadline first; what to do with several at once, and the way into one. */
export function QueuePage({ looking }: { looking: Looking }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listApplications, inputOf(looking)))
  const [chosen, choose] = useState<ReadonlySet<ApplicationId>>(new Set())
  const [news, tell] = useState<string>()
  const { at, list, onKeyDown } = useRowKeys(data.rows, looking, (id) => choose(toggled(chosen, id)))
  const { view } = looking
  const isNarrowed = Boolean(looking.q ?? looking.procedure ?? looking.channel ?? looking.areaId)
  const count = countOf(data, view)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.queue.title }]}
        title={t.queue.heading[view](
          count === undefined ? formatCount(data.rows.length) : inWords(count, t.queue.atLeast),
        )}
        tabTitle={t.queue.title}
        actions={
          can('applications.handle') && (
            <LinkButton href="/nghiep-vu/tiep-nhan" emphasis="primary" icon="plus">
              {t.queue.intake}
            </LinkButton>
          )
        }
      />
      <TabLinks
        label={t.queue.viewsLabel}
        links={QueueView.options.map((one) => {
          const files = countOf(data, one)
          return {
            href: queueHref({ ...looking, view: one, after: undefined }),
            label: t.queue.views[one],
            isHere: one === view,
            ...(files !== undefined && { count: files }),
          }
        })}
      />
      <QueueFilters looking={looking} />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      {can('applications.handle') && view !== 'closed' && (
        <AssignBar
          rows={data.rows}
          chosen={chosen}
          choose={choose}
          onDone={(words) => {
            choose(new Set())
            tell(words)
          }}
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows only add to rows one reaches by Tab */}
      <div ref={list} onKeyDown={onKeyDown}>
        <QueueTable
          view={view}
          rows={data.rows}
          looking={looking}
          current={at}
          empty={
            isNarrowed ? (
              <EmptyState title={t.queue.noneFound}>
                <TextLink href={queueHref({ view })}>{t.queue.clear}</TextLink>
              </EmptyState>
            ) : (
              <EmptyState title={t.queue.none[view].title}>{t.queue.none[view].next}</EmptyState>
            )
          }
          {...(can('applications.handle') && view !== 'closed' && { chosen, choose })}
        />
      </div>
      <Onwards looking={looking} next={data.next} />
      {data.rows.length > 0 && <p className="hint keys-only">{t.queue.keys}</p>}
    </>
  )
}

function countOf({ counts }: Queue, view: QueueView): number | undefined {
  return counts.find((one) => one.view === view)?.files
}

function inWords(count: number, atLeast: (count: string) => string) {
  return count >= countedTo ? atLeast(formatCount(countedTo)) : formatCount(count)
}

function toggled<Id>(ids: ReadonlySet<Id>, id: Id): ReadonlySet<Id> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

function Onwards({ looking, next }: { looking: Looking; next: string | null }) {
  const t = useMessages({ vi, en }).queue
  if (!looking.after && !next) return null
  return (
    <nav className="pages" aria-label={t.next}>
      {looking.after && <TextLink href={queueHref({ ...looking, after: undefined })}>{t.first}</TextLink>}
      {next && <TextLink href={queueHref({ ...looking, after: next })}>{t.next}</TextLink>}
    </nav>
  )
}

/** Where one is in the list, by keys: arrows and F8 go on, Space chooses, Enter opens as any link does. */
function useRowKeys(rows: Queue['rows'], looking: Looking, onToggle: (id: ApplicationId) => void) {
  const [at, setAt] = useState<ApplicationId>()
  const list = useRef<HTMLDivElement>(null)
  const router = useRouter()
  const go = (step: number) => {
    const place = rows.findIndex(({ id }) => id === at)
    const row = rows[place === -1 ? 0 : Math.max(0, Math.min(rows.length - 1, place + step))]
    if (!row) return
    setAt(row.id)
    list.current
      ?.querySelector<HTMLAnchorElement>(`a[href="${CSS.escape(fileHref(row.id, looking))}"]`)
      ?.focus()
  }
  useKeys({ F8: () => go(1), 'Shift F8': () => go(-1) })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.target instanceof HTMLSelectElement) return
    if (event.code === 'ArrowDown') go(1)
    else if (event.code === 'ArrowUp') go(-1)
    else if (event.code === 'Space' && at && event.target instanceof HTMLAnchorElement) onToggle(at)
    else if (event.code === 'Enter' && at && event.target instanceof HTMLInputElement)
      router.history.push(fileHref(at, looking))
    else return
    event.preventDefault()
  }
  return { at, list, onKeyDown }
}
