import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Month } from '#kernel/civil-date'
import { apiQuery, useDownload } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Allowed, useCan } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatInstant, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import {
  closeCashPlace,
  downloadCashList,
  listCashPlaces,
  recallCashList,
  type CarriedList,
  type CashPlaceView,
} from '../contract.ts'
import { cashWords as en } from './cash-words.en.ts'
import { cashWords as vi } from './cash-words.vi.ts'
import { cashHref, tillHref } from './hrefs.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'

/** Where cash is handed out, how far each place is, who carries lists, and what can be printed. */
export function CashPage({ month: wished }: { month?: Month | undefined }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listCashPlaces, { ...(wished && { month: wished }) }))
  const [closing, close] = useState<CashPlaceView>()
  const [recalling, recall] = useState<CarriedList>()
  const [closed, tell] = useState<{ readonly unclaimed: number; readonly amount: number }>()
  const dead = data.places.filter(({ saidDead }) => saidDead > 0)
  return (
    <>
      <PageHead
        crumbs={[{ label: payments }, { label: t.title }]}
        title={data.month ? `${t.title} ${formatMonth(data.month)}` : t.title}
        actions={
          <Allowed to="payments.hand_out">
            <LinkButton emphasis="primary" icon="banknote" href={tillHref}>
              {t.toPhone}
            </LinkButton>
          </Allowed>
        }
      />
      {data.months.length > 1 && (
        <TabLinks
          label={t.month}
          links={data.months.slice(0, 6).map((month) => ({
            label: formatMonth(month),
            href: cashHref(month),
            isHere: month === data.month,
          }))}
        />
      )}
      {dead.map((place) => (
        <Notice
          key={keyOf(place)}
          kind="warn"
          title={`${place.name}: ${t.saidDead(formatCount(place.saidDead))}`}
        />
      ))}
      {closed && (
        <Notice
          kind="ok"
          isLive
          title={t.closed(formatCount(closed.unclaimed), formatMoney(closed.amount))}
        />
      )}
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data.places}
        rowKey={keyOf}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.place,
            cell: ({ name, kind, area, provider }) => (
              <span>
                {name}
                <br />
                <span className="quiet">
                  {[t.kinds[kind], name === area.name ? null : area.name, provider.name]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            ),
            isName: true,
          },
          { header: t.payees, cell: ({ payees }) => formatCount(payees), align: 'end' },
          { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
          { header: t.paid, cell: ({ paid }) => formatCount(paid), align: 'end' },
          {
            header: t.waiting,
            cell: ({ waitingAmount, heldAmount }) => (
              <span>
                {formatCount(waitingAmount)}
                {heldAmount > 0 && (
                  <>
                    <br />
                    <span className="quiet">{t.held(formatCount(heldAmount))}</span>
                  </>
                )}
              </span>
            ),
            align: 'end',
          },
          { header: t.lists, cell: ({ lists }) => <Lists lists={lists} onRecall={recall} /> },
          ...(can('payments.hand_out')
            ? [{ header: t.papers, cell: (place: CashPlaceView) => <Papers place={place} /> }]
            : []),
          ...(can('payments.reconcile')
            ? [
                {
                  header: t.close,
                  isHeaderHidden: true,
                  cell: (place: CashPlaceView) =>
                    place.waiting + place.held > 0 && (
                      <Button icon="lock" onPress={() => close(place)}>
                        {t.close}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      {closing && (
        <CommandDialog
          command={closeCashPlace}
          input={closing.place}
          title={t.closeTitle(closing.name)}
          verb={t.close}
          words={t}
          onClose={() => close(undefined)}
          onDone={(made) => {
            close(undefined)
            tell(made)
          }}
        >
          <p>{t.closeMore(formatCount(closing.waiting), formatMoney(closing.waitingAmount))}</p>
          {closing.heldAmount > 0 && <p>{t.closeHeld(formatMoney(closing.heldAmount))}</p>}
        </CommandDialog>
      )}
      {recalling && (
        <CommandDialog
          command={recallCashList}
          input={{ id: recalling.id }}
          title={t.recallTitle(recalling.takenBy)}
          verb={t.recall}
          words={t}
          onClose={() => recall(undefined)}
          onDone={() => recall(undefined)}
        >
          <p>{t.recallMore}</p>
        </CommandDialog>
      )}
    </>
  )
}

function keyOf({ place }: CashPlaceView) {
  return `${place.providerId} ${place.areaId} ${place.payPointId ?? ''}`
}

/** Who carries the list of a place; the latest few, those still out with a way to call them back. */
function Lists({
  lists,
  onRecall,
}: {
  lists: readonly CarriedList[]
  onRecall: (list: CarriedList) => void
}) {
  const t = useMessages({ vi, en })
  return (
    <>
      {lists.slice(0, 3).map((list) => (
        <div key={list.id}>
          <span>{t.list(list.takenBy, list.device, formatInstant(list.takenAt))}</span>
          <br />
          <span className="quiet">
            {t.states[list.state]} · {t.listPaid(formatCount(list.paid))}
          </span>
          {(list.state === 'out' || list.state === 'expired') && (
            <Allowed to="payments.reconcile">
              <br />
              <Button emphasis="quiet" icon="undo" onPress={() => onRecall(list)}>
                {t.recall}
              </Button>
            </Allowed>
          )}
        </div>
      ))}
    </>
  )
}

function Papers({ place }: { place: CashPlaceView }) {
  const t = useMessages({ vi, en })
  const download = useDownload(downloadCashList)
  return (
    <>
      <span className="btns">
        {(['pdf', 'xlsx', 'slips'] as const)
          .filter((format) => format !== 'slips' || place.waiting > 0)
          .map((format) => (
            <Button
              key={format}
              icon="download"
              aria-label={t[format](place.name)}
              isPending={download.isPending && download.variables?.format === format}
              onPress={() => download.mutate({ ...place.place, format })}
            >
              {t.short[format]}
            </Button>
          ))}
      </span>
      <ProblemNotice error={download.error} words={t.problems} />
    </>
  )
}
