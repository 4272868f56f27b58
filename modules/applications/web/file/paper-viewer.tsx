import { useQuery } from '@tanstack/react-query'
import { useCallback, useState, type KeyboardEvent } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { downloadPaper, type ApplicationId, type PaperView } from '../../contract.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const steps = [1, 1.5, 2, 3, 4] as const

/**
 * What somebody sent of a paper, read where it is: larger, turned, moved by arrows, without a copy left on the computer.
 * Each look is in the trail of audit.
 */
export function PaperViewer({ id, paper }: { id: ApplicationId; paper: PaperView }) {
  const t = useMessages({ vi, en })
  const words = t.file.papers.viewer
  const name = useLabel()(paper.name)
  const sent = useQuery({
    ...apiQuery(downloadPaper, { id, kind: paper.kind }),
    retry: false,
    gcTime: 0,
    // Looked at once: what is recorded beside it does not read it again.
    enabled: ({ state }) => state.data === undefined,
  })
  const download = useDownload(downloadPaper)
  const [step, setStep] = useState(0)
  const [turns, setTurns] = useState(0)
  const show = useShown(sent.data)
  const [shape, setShape] = useState(1)
  if (sent.error)
    return <ProblemNotice error={sent.error} words={t.problems} onRetry={() => void sent.refetch()} />
  if (!sent.data) return <Skeleton lines={4} />
  const isSideways = turns % 2 === 1
  const isPicture = sent.data.type.startsWith('image/')
  const zoom = (by: number) => setStep((before) => Math.max(0, Math.min(steps.length - 1, before + by)))
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === '+' || event.key === '=') zoom(1)
    else if (event.key === '-') zoom(-1)
    else if (event.key === '0') setStep(0)
    else return
    event.preventDefault()
  }
  if (!isPicture)
    return (
      <div className="stack">
        {sent.data.type === 'application/pdf' && (
          <iframe ref={show} className="photograph" title={words.alt(name)} />
        )}
        <p className="hint">{words.ofPages(name)}</p>
        <div className="btns">
          <Button
            icon="download"
            isPending={download.isPending}
            onPress={() => download.mutate({ id, kind: paper.kind })}
          >
            {words.download}
          </Button>
        </div>
      </div>
    )
  return (
    <div className="stack">
      <div className="btns">
        <Button icon="plus" isDisabled={step === steps.length - 1} onPress={() => zoom(1)}>
          {words.larger}
        </Button>
        <Button isDisabled={step === 0} onPress={() => zoom(-1)}>
          {words.smaller}
        </Button>
        <Button icon="turn" onPress={() => setTurns((before) => (before + 1) % 4)}>
          {words.turn}
        </Button>
        <output className="quiet">{words.zoom(Math.round(steps[step]! * 100))}</output>
      </div>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a region that scrolls is reached by Tab, and moved by arrows */}
      <section className="photograph" aria-label={words.region(name)} tabIndex={0} onKeyDown={press}>
        <div
          className="turned"
          style={{ inlineSize: `${steps[step]! * 100}%`, aspectRatio: isSideways ? 1 / shape : shape }}
        >
          <img
            ref={show}
            alt={words.alt(name)}
            style={{
              inlineSize: isSideways ? `${shape * 100}%` : '100%',
              rotate: `${turns * 90}deg`,
            }}
            onLoad={({ currentTarget }) =>
              setShape(currentTarget.naturalWidth / Math.max(1, currentTarget.naturalHeight))
            }
          />
        </div>
      </section>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <p className="hint keys-only">{words.keys}</p>
    </div>
  )
}

/** Shows bytes in an element for as long as it is there, at an address nobody else can read. */
function useShown(file: Blob | undefined) {
  return useCallback(
    (element: HTMLImageElement | HTMLIFrameElement | null) => {
      if (!element || !file) return undefined
      const address = URL.createObjectURL(file)
      element.src = address
      return () => URL.revokeObjectURL(address)
    },
    [file],
  )
}
