import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { useCan, useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listFacilities, type FacilityView } from '../../contract.ts'
import '../common/desk.css'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { CloseFacilityDialog, ReopenFacilityDialog } from './close-dialog.tsx'
import { OwnFacilityDialog, RegisterFacilityDialog } from './facility-dialog.tsx'
import { facilities as wordsEn } from './messages.en.ts'
import { facilities as wordsVi } from './messages.vi.ts'

type Open = { readonly what: 'record' | 'edit' | 'close' | 'reopen'; readonly facility?: FacilityView }

/** The register of facilities: what stands on their papers, who signs for them, and how much room there is. */
export function FacilitiesPage() {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const can = useCan()
  const me = useMe()
  const [opened, open] = useState<Open>()
  const [news, tell] = useState<string>()
  const [showsClosed, showClosed] = useState(false)
  const { data } = useSuspenseQuery(apiQuery(listFacilities, {}))
  const keeps = can('applications.keep_facilities')
  const heads = can('applications.sign_for_facility')
  const running = data.facilities.filter(({ closedOn }) => closedOn === null)
  const closed = data.facilities.filter(({ closedOn }) => closedOn !== null)
  const own = running.find(({ head }) => head.id === me.userId)
  const mayEdit = (facility: FacilityView) => keeps || facility.id === own?.id
  const finish = (what: string) => {
    open(undefined)
    tell(what)
  }
  const Dialog = keeps ? RegisterFacilityDialog : OwnFacilityDialog
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title }]}
        title={words.heading}
        tabTitle={words.title}
        actions={
          (keeps || (heads && !own)) && (
            <Button emphasis="primary" onPress={() => open({ what: 'record' })}>
              {keeps ? words.record : words.recordOwn}
            </Button>
          )
        }
      >
        {running.length > 0 && <p>{words.lead(running.length, freePlaces(running))}</p>}
      </PageHead>
      {news && (
        <Notice kind="ok">
          <p>{news}</p>
        </Notice>
      )}
      <DataTable
        caption={words.caption}
        isCaptionHidden
        rows={showsClosed ? data.facilities : running}
        empty={<EmptyState title={words.none.title}>{words.none.next}</EmptyState>}
        columns={[
          {
            header: words.name,
            isName: true,
            cell: ({ name, superior }) => (
              <>
                {name}
                {superior && <span className="quiet under-name">{superior}</span>}
              </>
            ),
          },
          { header: words.kind, cell: (facility) => <Kind facility={facility} /> },
          {
            header: words.place,
            cell: ({ area, address }) => (
              <span>
                {area.name}
                {address && <span className="quiet under-name">{address}</span>}
              </span>
            ),
          },
          {
            header: words.head,
            cell: ({ head, headTitle }) => (
              <span>
                {head.name ?? words.notSaid}
                <span className="quiet under-name">{headTitle}</span>
              </span>
            ),
          },
          { header: words.room, cell: (facility) => <Room facility={facility} /> },
          {
            header: words.state,
            cell: ({ closedOn, isListed }) =>
              closedOn ? (
                <Chip kind="neutral">{words.closedOn(formatDay(closedOn))}</Chip>
              ) : (
                <Chip kind={isListed ? 'ok' : 'neutral'}>{isListed ? words.listed : words.unlisted}</Chip>
              ),
          },
          ...(keeps || own
            ? [
                {
                  header: words.edit,
                  isHeaderHidden: true,
                  cell: (facility: FacilityView) =>
                    mayEdit(facility) && (
                      <Acts facility={facility} keeps={keeps} onOpen={(what) => open({ what, facility })} />
                    ),
                },
              ]
            : []),
        ]}
      />
      {closed.length > 0 && !showsClosed && (
        <Button onPress={() => showClosed(true)}>{words.showClosed(closed.length)}</Button>
      )}
      {(opened?.what === 'record' || opened?.what === 'edit') && (
        <Dialog
          facility={opened.facility}
          onClose={() => open(undefined)}
          onDone={(name) => finish(words.saved(name))}
        />
      )}
      {opened?.what === 'close' && opened.facility && (
        <CloseFacilityDialog
          facility={opened.facility}
          onClose={() => open(undefined)}
          onDone={() => finish(words.closed(opened.facility!.name))}
        />
      )}
      {opened?.what === 'reopen' && opened.facility && (
        <ReopenFacilityDialog
          facility={opened.facility}
          onClose={() => open(undefined)}
          onDone={() => finish(words.reopened(opened.facility!.name))}
        />
      )}
    </>
  )
}

/** Free places of those that said how many they have; null where none did. */
function freePlaces(facilities: readonly FacilityView[]): number | null {
  const known = facilities.flatMap(({ places, residents }) =>
    places === null ? [] : [Math.max(0, places - residents)],
  )
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one)
}

function Kind({ facility: { kind, isPublic } }: { readonly facility: FacilityView }) {
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  return (
    <span>
      {kind ? words.kinds[kind] : words.notSaid}
      {isPublic !== null && (
        <span className="quiet under-name">{words.ownerships[isPublic ? 'public' : 'private']}</span>
      )}
    </span>
  )
}

function Room({ facility: { residents, places, closedOn } }: { readonly facility: FacilityView }) {
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const free = places === null || closedOn !== null ? null : places - residents
  return (
    <span className="nowrap">
      {words.roomOf(residents, places)}
      {free !== null && (
        <>
          {' '}
          <Chip kind={free > 0 ? 'ok' : 'warn'}>{free < 0 ? words.beyond(-free) : words.free(free)}</Chip>
        </>
      )}
    </span>
  )
}

function Acts({
  facility: { name, closedOn },
  keeps,
  onOpen,
}: {
  readonly facility: FacilityView
  readonly keeps: boolean
  readonly onOpen: (what: Open['what']) => void
}) {
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  if (closedOn !== null)
    return (
      keeps && (
        <Button aria-label={words.reopenOf(name)} onPress={() => onOpen('reopen')}>
          {words.reopen}
        </Button>
      )
    )
  return (
    <span className="btns">
      <Button aria-label={words.editOf(name)} onPress={() => onOpen('edit')}>
        {words.edit}
      </Button>
      {keeps && (
        <Button aria-label={words.closeOf(name)} onPress={() => onOpen('close')}>
          {words.close}
        </Button>
      )}
    </span>
  )
}
