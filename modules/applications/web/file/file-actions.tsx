import { useState } from 'react'
import { useKeys } from '#platform/web/keys'
import { useCan, useMe } from '#platform/web/session'
import { Button, KeyHint } from '#ui/button'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { takeAction, type ApplicationView } from '../../contract.ts'
import { asksForUnit, isElsewhere, type Action } from './file-action.ts'
import { ActionDialog } from './action-dialog.tsx'
import { ApologyDialog } from './apology-dialog.tsx'
import { AskPapersDialog } from './ask-papers-dialog.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'
import { ActProblem } from '../common/conflict.tsx'

const icons: Readonly<Record<string, IconName>> = {
  accept: 'check',
  ask_papers: 'pause',
  supply: 'document',
  propose: 'signature',
  hand_over: 'check',
  withdraw: 'undo',
  decline: 'cross',
  propose_refusal: 'cross',
}

/** What ends a file is asked once more; whatever else needs nothing said is done at once. */
const asked: ReadonlySet<string> = new Set(['withdraw', 'hand_over'])

/** A button: what may be done, or a decision that is drafted in the very step that signs it. */
type Offered = { readonly action: Action; readonly isDraft: boolean; readonly label: string }

const iconOf = ({ action: { id }, isDraft }: Offered): { icon?: IconName } => {
  const icon = isDraft ? 'signature' : icons[id]
  return icon ? { icon } : {}
}

/** The buttons of a file are the actions of its step; each opens what it needs to be said. */
export function FileActions({ file, onDone }: { file: ApplicationView; onDone: (news: string) => void }) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  const can = useCan()
  const [open, setOpen] = useState<Action>()
  const act = useAct(takeAction)
  const { areaId } = useMe()
  const isOthers = isElsewhere(file, areaId)
  const handles = can('applications.handle') && !isOthers
  const isDrafted = file.proposal?.state === 'drafted'
  const signs = can('applications.sign') && !isOthers && !isDrafted
  const offered = file.actions.flatMap((action): Offered[] => {
    const isOwn = action.needs === 'handle' ? handles : signs && action.decides.length === 0
    // A step that decides without a draft before it: the officer drafts there, and whoever is competent signs.
    const isToDraft = handles && !isDrafted && action.drafts.length > 0
    return [
      ...(isOwn ? [{ action, isDraft: false, label: label(action.label) }] : []),
      ...(isToDraft
        ? [
            {
              action: { ...action, proposes: action.drafts },
              isDraft: true,
              label: t.detail.draftIt(label(action.label)),
            },
          ]
        : []),
    ]
  })
  const [isApologising, apologise] = useState(false)
  const isLate = handles && file.clocks.total?.state === 'over' && file.actions.length > 0
  const main = offered.find(({ action, isDraft }) => isDraft || action.needs === 'handle')
  const done = (action: Action, documentId?: string | null) => {
    setOpen(undefined)
    // A slip that could name no day was not made, and nothing is told of it.
    const detail = documentId !== null && t.act.doneDetails[action.id]
    onDone([t.act.done(label(action.label)), detail].filter(Boolean).join(' '))
  }
  const press = ({ action, isDraft }: Offered) => {
    const isPlain =
      !isDraft &&
      action.needs === 'handle' &&
      !action.needsReason &&
      !action.asksForPapers &&
      action.proposes.length === 0 &&
      !asked.has(action.id) &&
      !asksForUnit(file, action)
    if (!isPlain) return setOpen(action)
    act.send({ id: file.id, version: file.version, action: action.id, requestId: act.requestId }, (made) =>
      done(action, made.documentId),
    )
  }
  useKeys(main ? { 'Ctrl Enter': () => press(main) } : {})
  const close = () => setOpen(undefined)
  return (
    <>
      {isOthers && <p className="hint">{t.detail.elsewhere(file.area.name)}</p>}
      {offered.map((one) => (
        <Button
          key={one.label}
          {...(one === main && { emphasis: 'primary' as const })}
          {...iconOf(one)}
          isPending={act.isPending}
          onPress={() => press(one)}
        >
          {one.label}
          {one === main && <KeyHint keys="Ctrl Enter" />}
        </Button>
      ))}
      {isLate && <Button onPress={() => apologise(true)}>{t.detail.apologise}</Button>}
      {isApologising && (
        <ApologyDialog
          file={file}
          onClose={() => apologise(false)}
          onDone={() => {
            apologise(false)
            onDone(t.detail.apologised)
          }}
        />
      )}
      {act.error && (
        <div className="act-problem">
          <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
        </div>
      )}
      {open &&
        (open.asksForPapers ? (
          <AskPapersDialog file={file} action={open} onClose={close} onDone={() => done(open)} />
        ) : open.proposes.length > 0 ? (
          <ProposeDialog file={file} action={open} onClose={close} onDone={() => done(open)} />
        ) : (
          <ActionDialog
            file={file}
            action={open}
            onClose={close}
            onDone={({ documentId }) => done(open, documentId)}
          />
        ))}
    </>
  )
}
