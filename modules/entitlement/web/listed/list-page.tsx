import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { formatCount, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { Pages } from '#ui/pages'
import { TabLinks } from '#ui/tabs'
import {
  getAwardList,
  getAwardListArrears,
  listedPageSize,
  ListedState,
  type AwardListView,
  type ListedAwardView,
  type Owed,
  type Which,
} from '../../listed-contract.ts'
import { ConfirmRows, SendBackRows } from './dialogs.tsx'
import { listHref, listsHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RowTable } from './row-table.tsx'
import './listed.css'

/** Reads the address and shows the list it names. */
export function AwardListRoute() {
  const { importId, areaId } = useParams({ strict: false })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const state = ListedState.optional().catch(undefined).parse(search['tinhtrang'])
  return (
    <AwardListPage
      key={`${importId} ${areaId} ${state}`}
      importId={String(importId)}
      areaId={Number(areaId)}
      state={state}
      page={Number(search['trang'] ?? 1)}
    />
  )
}

type Asked = {
  readonly act: 'confirm' | 'sendBack'
  readonly which: Which
  readonly rows: number
  readonly arrears: number | undefined
}

function AwardListPage({
  importId,
  areaId,
  state,
  page,
}: {
  importId: string
  areaId: number
  state: ListedState | undefined
  page: number
}) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data } = useSuspenseQuery({
    ...apiQuery(getAwardList, { importId, areaId, page, ...(state && { state }) }),
    refetchInterval: ({ state: { data: known } }) => (known && known.list.coming > 0 ? 3000 : false),
  })
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [asked, ask] = useState<Asked>()
  const [done, setDone] = useState<string>()
  const { list, rows } = data
  const mayDecide = can('entitlement.decide') && !list.isOwn
  const finish = (words: string) => {
    setDone(words)
    choose(new Set())
    ask(undefined)
  }
  const isWhole = list.proposed > 0 && list.coming === 0
  // Every row that waits is asked about: only once they are all here.
  const { data: arrears, error: uncounted } = useQuery({
    ...apiQuery(getAwardListArrears, { importId, areaId }),
    enabled: isWhole,
  })
  const whole = { arrears: arrears?.owed?.amount, which: { waiting: list.proposed }, rows: list.proposed }
  return (
    <>
      <PageHead
        crumbs={[{ label: t.title, href: listsHref }, { label: list.fileName }]}
        title={list.fileName}
        actions={
          mayDecide &&
          isWhole && (
            <>
              <Button
                emphasis="primary"
                icon="check"
                isPending={!arrears && !uncounted}
                onPress={() => ask({ act: 'confirm', ...whole })}
              >
                {t.confirmAll(formatCount(list.proposed))}
              </Button>
              <Button onPress={() => ask({ act: 'sendBack', ...whole })}>{t.sendBackAll}</Button>
            </>
          )
        }
      >
        <p>
          {list.area.name} · {t.list.broughtBy(list.appliedName)}, {formatInstant(list.listedAt)}
        </p>
      </PageHead>
      {done && <Notice kind="ok" isLive title={done} />}
      {list.isOwn && list.proposed > 0 && <Notice kind="info">{t.isOwn}</Notice>}
      {list.coming > 0 && (
        <Notice kind="info" title={t.coming.title(formatCount(list.coming))}>
          <p>{t.coming.more}</p>
        </Notice>
      )}
      {isWhole && arrears && <Arrears {...arrears} list={list} />}
      {isWhole && uncounted && <ProblemNotice error={uncounted} words={t.problems} />}
      <Panel title={t.state}>
        <States list={list} state={state} />
        {mayDecide && <ChosenBar rows={rows} chosen={chosen} choose={choose} ask={ask} />}
        <RowTable rows={rows} {...(mayDecide && { chosen, choose })} />
        <Pages
          page={page}
          pageSize={listedPageSize}
          total={countOf(list, state)}
          href={(at) => listHref(list, { ...(state && { state }), page: at })}
        />
      </Panel>
      {asked?.act === 'confirm' && (
        <ConfirmRows list={list} {...asked} onClose={() => ask(undefined)} onDone={finish} />
      )}
      {asked?.act === 'sendBack' && (
        <SendBackRows list={list} {...asked} onClose={() => ask(undefined)} onDone={finish} />
      )}
    </>
  )
}

/** What confirming everything that waits would pay for earlier months, before anybody does. */
function Arrears({
  people,
  owed,
  list: { isOwn, importId },
}: {
  people: number
  owed: Owed | null
  list: AwardListView
}) {
  const t = useMessages({ vi, en })
  if (!owed) return <p className="hint">{t.arrears.none}</p>
  return (
    <Notice kind="warn" title={t.arrears.whole(formatMoney(owed.amount), formatCount(people))}>
      <p>
        {(isOwn ? t.arrears.ofMonthsOwn : t.arrears.ofMonths)(
          formatMonth(owed.from),
          formatMonth(owed.through),
        )}{' '}
        {isOwn && <TextLink href={`/nghiep-vu/nhap-du-lieu/${importId}`}>{t.arrears.tell}</TextLink>}
      </p>
    </Notice>
  )
}

const counted = {
  proposed: 'proposed',
  confirmed: 'confirmed',
  held: 'held',
  sent_back: 'sentBack',
} as const satisfies Record<ListedState, keyof AwardListView>

function countOf(list: AwardListView, state: ListedState | undefined): number {
  if (state) return list[counted[state]]
  return ListedState.options.reduce((sum, one) => sum + list[counted[one]], 0)
}

function States({ list, state }: { list: AwardListView; state: ListedState | undefined }) {
  const t = useMessages({ vi, en })
  return (
    <TabLinks
      label={t.filter}
      links={[
        {
          href: listHref(list),
          label: t.all,
          count: countOf(list, undefined),
          isHere: state === undefined,
        },
        ...ListedState.options.map((one) => ({
          href: listHref(list, { state: one }),
          label: t.states[one],
          count: countOf(list, one),
          isHere: state === one,
        })),
      ]}
    />
  )
}

/** Rows may be decided apart from the others; one that was sent back may still be confirmed. */
function ChosenBar({
  rows,
  chosen,
  choose,
  ask,
}: {
  rows: readonly ListedAwardView[]
  chosen: ReadonlySet<string>
  choose: (ids: ReadonlySet<string>) => void
  ask: (asked: Asked) => void
}) {
  const t = useMessages({ vi, en })
  const waiting = rows.filter(({ state }) => state === 'proposed').map(({ id }) => id)
  if (waiting.length === 0 && chosen.size === 0) return null
  const arrears = rows.reduce((sum, { id, owed }) => sum + (chosen.has(id) ? (owed?.amount ?? 0) : 0), 0)
  const these = { which: { ids: [...chosen] }, rows: chosen.size, arrears }
  const isAllWaiting = [...chosen].every((id) => waiting.includes(id))
  return (
    <div className="listed-bar no-print">
      <Checkbox
        isSelected={waiting.length > 0 && waiting.every((id) => chosen.has(id))}
        onChange={(all) => choose(new Set(all ? waiting : []))}
      >
        {t.chooseAll}
      </Checkbox>
      {chosen.size > 0 && (
        <div className="btns">
          <Button onPress={() => ask({ act: 'confirm', ...these })}>
            {t.confirmChosen(formatCount(chosen.size))}
          </Button>
          {isAllWaiting && (
            <Button onPress={() => ask({ act: 'sendBack', ...these })}>
              {t.sendBackChosen(formatCount(chosen.size))}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
