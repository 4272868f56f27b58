import { useCallback, useEffect, useState } from 'react'
import { LinkButton } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Skeleton } from '#ui/states'
import { cashHref } from '../hrefs.ts'
import { keepPage } from './keep-page.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { canSeal } from './seal.ts'
import { listKept } from './shelf.ts'
import { StartView } from './start-view.tsx'
import type { Till, TillRecord } from './till.ts'
import { TillView } from './till-view.tsx'
import './phone.css'

/** After so long without a touch the list locks itself: a phone is laid down and forgotten. */
const idleMinutes = 10

/** The page of a clerk who hands cash out: outside the shell, for it must open where there is neither network nor session. */
export function PhonePage() {
  const t = useMessages({ vi, en })
  return (
    <main className="main till">
      <PageHead title={t.title} />
      {canSeal() ? <Phone /> : <Notice kind="err" title={t.cannotSeal} />}
    </main>
  )
}

type Kept = Awaited<ReturnType<typeof listKept>>

function Phone() {
  const t = useMessages({ vi, en })
  const [kept, setKept] = useState<Kept>()
  const [till, open] = useState<Till>()
  const [isRecalled, setRecalled] = useState(false)
  const [isReady, setReady] = useState<boolean>()
  const reload = useCallback(() => listKept().then(setKept), [])
  const lock = useCallback(() => {
    open(undefined)
    void reload()
  }, [reload])
  useEffect(() => void reload(), [reload])
  useEffect(() => {
    // Without a network it was kept before, or could not be opened at all.
    keepPage().then(setReady, () => setReady(navigator.serviceWorker.controller !== null))
  }, [])
  useIdle(till !== undefined, lock)
  const onChange = useCallback(
    (records: readonly TillRecord[]) => open((before) => before && { ...before, records }),
    [],
  )
  const onRecalled = useCallback(() => setRecalled(true), [])
  if (!kept) return <Skeleton lines={4} />
  return (
    <>
      {isReady === false && <Notice kind="warn" title={t.notKept} />}
      {isReady && !till && <p className="hint">{t.pageKept}</p>}
      {till ? (
        <TillView
          till={till}
          isRecalled={isRecalled}
          onChange={onChange}
          onRecalled={onRecalled}
          onDone={lock}
          onLock={lock}
        />
      ) : (
        <>
          <StartView
            lists={kept.lists}
            unsentOf={(id) => kept.records.filter((one) => one.listId === id && !one.isSent).length}
            onOpen={(opened) => {
              setRecalled(false)
              open(opened)
            }}
          />
          <LinkButton href={cashHref()} icon="list" isBlock>
            {t.toOffice}
          </LinkButton>
        </>
      )}
    </>
  )
}

function useIdle(isActive: boolean, onIdle: () => void) {
  useEffect(() => {
    if (!isActive) return
    let timer = setTimeout(onIdle, idleMinutes * 60_000)
    const touch = () => {
      clearTimeout(timer)
      timer = setTimeout(onIdle, idleMinutes * 60_000)
    }
    window.addEventListener('pointerdown', touch)
    window.addEventListener('keydown', touch)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointerdown', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [isActive, onIdle])
}
