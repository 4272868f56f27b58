import { useCallback, useState } from 'react'
import { CarriedPage, KeptPage, useCarried } from '#platform/web/offline/carried-page'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { cashHref, tillHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StartView } from './start-view.tsx'
import { tills, type Till, type TillRecord } from './till.ts'
import { TillView } from './till-view.tsx'
import './phone.css'

/** The page of a clerk who hands cash out. */
export function PhonePage() {
  const t = useMessages({ vi, en })
  return (
    <CarriedPage title={t.title}>
      <Phone />
    </CarriedPage>
  )
}

function Phone() {
  const t = useMessages({ vi, en })
  const { lists, unsentOf, opened, open, lock, isReady } = useCarried<Till>({
    page: tillHref,
    listKept: tills.listKept,
  })
  const [isRecalled, setRecalled] = useState(false)
  const onChange = useCallback(
    (change: (records: readonly TillRecord[]) => readonly TillRecord[]) =>
      open((before) => before && { ...before, records: change(before.records) }),
    [open],
  )
  const onRecalled = useCallback(() => setRecalled(true), [])
  if (!lists) return <Skeleton lines={4} />
  return (
    <KeptPage isReady={isReady} isOpen={opened !== undefined}>
      {opened ? (
        <TillView
          till={opened}
          isRecalled={isRecalled}
          onChange={onChange}
          onRecalled={onRecalled}
          onDone={lock}
          onLock={lock}
        />
      ) : (
        <>
          <StartView
            lists={lists}
            unsentOf={unsentOf}
            onOpen={(till) => {
              setRecalled(false)
              open(till)
            }}
          />
          <LinkButton href={cashHref()} icon="list" isBlock>
            {t.toOffice}
          </LinkButton>
        </>
      )}
    </KeptPage>
  )
}
