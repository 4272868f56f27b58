import { useNavigate } from '@tanstack/react-router'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { Select } from '#ui/choice'
import { formatCount, formatInstant, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Pages } from '#ui/pages'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { listFindings, pageSize, type FindingPage, type FindingView, type RuleId } from '../contract.ts'
import { ExceptDialog, NumberDialog } from './finding-dialogs.tsx'
import { FindingTable } from './finding-table.tsx'
import { listHref, overviewHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './quality.css'

type Props = {
  readonly rule: RuleId
  readonly areaId: number | undefined
  readonly show: 'open' | 'excepted'
  readonly page: number
}

/** How long a row that was put right here may take to go, and how often is asked. */
const patience = 15_000
const askedEvery = 1_000

/** Who breaks one rule: what is wrong with each, since when, and the way to put it right. */
export function FindingsPage({ rule, areaId, show, page }: Props) {
  const t = useMessages({ vi, en })
  const [waiting, wait] = useState<ReadonlySet<string>>(new Set())
  const isWaiting = (data: FindingPage | undefined) =>
    data?.rows.some(({ person, isBeingChecked }) => isBeingChecked || waiting.has(person.id)) ?? false
  const { data } = useSuspenseQuery({
    ...apiQuery(listFindings, { rule, show, page, ...(areaId !== undefined && { areaId }) }),
    refetchInterval: (query) => isWaiting(query.state.data) && askedEvery,
  })
  const [asked, ask] = useState<{ act: 'number' | 'except'; row: FindingView }>()
  const [news, tell] = useState<string>()
  useEffect(() => {
    if (waiting.size === 0) return undefined
    const timer = setTimeout(() => wait(new Set()), patience)
    return () => clearTimeout(timer)
  }, [waiting])
  const close = () => ask(undefined)
  const words = t.rules[rule]
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.people, href: '/nghiep-vu/nguoi' },
          { label: t.title, href: overviewHref(areaId) },
          { label: words.title },
        ]}
        title={words.title}
      >
        <p>{words.why}</p>
        {data.lookedAt && <p className="filter-line">{t.lead(formatInstant(data.lookedAt))}</p>}
      </PageHead>
      <TabLinks
        label={t.tabs.label}
        links={(['open', 'excepted'] as const).map((one) => ({
          href: listHref(rule, { areaId, show: one }),
          label: t.tabs[one],
          isHere: one === show,
          ...(one === 'excepted' && { count: data.excepted }),
          ...(one === 'open' && show === 'open' && { count: data.total }),
        }))}
      />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <Where rule={rule} areaId={areaId} show={show} areas={data.areas} />
      <FindingTable
        rule={rule}
        show={show}
        rows={data.rows.map((row) => ({
          ...row,
          isBeingChecked: row.isBeingChecked || waiting.has(row.person.id),
        }))}
        window={{ first: (page - 1) * pageSize + 1, total: data.total }}
        showsArea={data.areas.length > 1}
        empty={
          <EmptyState title={show === 'open' ? t.none.title : t.noneExcepted.title}>
            {show === 'open' ? t.none.next : t.noneExcepted.next}
          </EmptyState>
        }
        onAct={(act, row) => ask({ act, row })}
        onPutBack={(name) => tell(t.news.putBack(name))}
      />
      <Pages
        page={page}
        pageSize={pageSize}
        total={data.total}
        href={(at) => listHref(rule, { areaId, show, page: at })}
      />
      {asked?.act === 'number' && (
        <NumberDialog
          row={asked.row}
          onClose={close}
          onDone={() => {
            close()
            wait((before) => new Set([...before, asked.row.person.id]))
            tell(t.news.fixed(asked.row.person.name))
          }}
        />
      )}
      {asked?.act === 'except' && (
        <ExceptDialog
          rule={rule}
          row={asked.row}
          onClose={close}
          onDone={() => {
            close()
            tell(t.news.excepted(asked.row.person.name))
          }}
        />
      )}
    </>
  )
}

/** How many and what they have, and which commune to look at. */
function Where({ rule, areaId, show, areas }: Omit<Props, 'page'> & { areas: FindingPage['areas'] }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const own = areas.filter(({ area }) => areaId === undefined || area.id === areaId)
  const sum = (what: 'people' | 'monthly') => own.reduce((total, one) => total + one[what], 0)
  return (
    <>
      {sum('people') > 0 && (
        <p className="stake">{t.stake(formatCount(sum('people')), formatMoney(sum('monthly')))}</p>
      )}
      {areas.length > 1 && (
        <div className="inline-form no-print">
          <Select
            label={t.area}
            options={areas.map(({ area, people }) => ({
              value: String(area.id),
              label: t.areaOf(area.name, formatCount(people)),
            }))}
            emptyLabel={t.everyArea}
            value={areaId === undefined ? null : String(areaId)}
            onChange={(value) =>
              void navigate({
                to: listHref(rule, { show, areaId: value === null ? undefined : Number(value) }),
              })
            }
          />
        </div>
      )}
    </>
  )
}
