import { useCallback, useState } from 'react'
import { CarriedPage, KeptPage, useCarried } from '#platform/web/offline/carried-page'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Skeleton } from '#ui/states'
import { reviewsHref, tabletHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { rounds, type Round, type RoundRecord } from './round.ts'
import { RoundView } from './round-view.tsx'
import { StartView } from './start-view.tsx'

/** The page of whoever goes from house to house. */
export function TabletPage() {
  const t = useMessages({ vi, en })
  return (
    <CarriedPage title={t.title}>
      <Tablet />
    </CarriedPage>
  )
}

function Tablet() {
  const t = useMessages({ vi, en })
  const { lists, unsentOf, opened, open, lock, isReady } = useCarried<Round>({
    page: tabletHref,
    listKept: rounds.listKept,
  })
  const [wasRecalled, setRecalled] = useState(false)
  const onChange = useCallback(
    (change: (records: readonly RoundRecord[]) => readonly RoundRecord[]) =>
      open((before) => before && { ...before, records: change(before.records) }),
    [open],
  )
  if (!lists) return <Skeleton lines={4} />
  return (
    <KeptPage isReady={isReady} isOpen={opened !== undefined}>
      {wasRecalled && <Notice kind="err" isLive title={t.recalled} />}
      {opened ? (
        <RoundView
          round={opened}
          onChange={onChange}
          onRecalled={() => {
            setRecalled(true)
            lock()
          }}
          onDone={lock}
          onLock={lock}
        />
      ) : (
        <>
          <StartView
            lists={lists}
            unsentOf={unsentOf}
            onOpen={(round) => {
              setRecalled(false)
              open(round)
            }}
          />
          <LinkButton href={reviewsHref} icon="list" isBlock>
            {t.toOffice}
          </LinkButton>
        </>
      )}
    </KeptPage>
  )
}
