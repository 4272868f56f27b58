import { useState } from 'react'
import { useKeys } from '#platform/web/keys'
import { useCan, useMe } from '#platform/web/session'
import { Button, KeyHint } from '#ui/button'
import type { IconName } from '#ui/icon'
import { useMessages } from '#ui/language'
import { takeAction, type ApplicationView } from '../../contract.ts'
import { asksForUnit, type Action } from './file-action.ts'
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

/** The buttons of a file are the actions of its step; each opens what it needs to be said. */
export function FileActions({ file, onDone }: { file: ApplicationView; onDone: (news: string) => void }) {
  const t = useMessages({ vi, en })
  const label = useLabel()
  const can = useCan()
  const [open, setOpen] = useState<Action>()
  const act = useAct(takeAction)
  // Both units read a file they have a part in; only the one that has it in hand acts.
  const { areaId } = useMe()
  // The other unit may be the same: a facility of the very commune.
  const isElsewhere = file.otherArea?.id === areaId && file.area.id !== areaId
  const handles = can('applications.handle') && !isElsewhere
  const signs = can('applications.sign') && !isElsewhere && file.proposal?.state !== 'drafted'
  const actions = file.actions.filter(({ needs, decides }) =>
    needs === 'handle' ? handles : signs && decides.length === 0,
  )
  // A step that decides without a draft before it: the officer drafts there, and whoever is competent signs.
  const drafted =
    file.proposal?.state === 'drafted'
      ? []
      : file.actions.filter(({ drafts }) => handles && drafts.length > 0)
  const [isApologising, apologise] = useState(false)
  const isLate = handles && file.clocks.total?.state === 'over' && file.actions.length > 0
  const main = actions.find(({ needs }) => needs === 'handle')
  const done = (action: Action) => {
    setOpen(undefined)
    onDone([t.act.done(label(action.label)), t.act.doneDetails[action.id]].filter(Boolean).join(' '))
  }
  const press = (action: Action) => {
    const isPlain =
      action.needs === 'handle' &&
      !action.needsReason &&
      !action.asksForPapers &&
      action.proposes.length === 0 &&
      !asked.has(action.id) &&
      !asksForUnit(file, action)
    if (!isPlain) return setOpen(action)
    act.send({ id: file.id, version: file.version, action: action.id, requestId: act.requestId }, () =>
      done(action),
    )
  }
  useKeys(main ? { 'Ctrl Enter': () => press(main) } : {})
  const close = () => setOpen(undefined)
  return (
    <>
      {isElsewhere && <p className="hint">{t.detail.elsewhere(file.area.name)}</p>}
      {actions.map((action) => (
        <Button
          key={action.id}
          {...(action === main && { emphasis: 'primary' as const })}
          {...(icons[action.id] && { icon: icons[action.id]! })}
          isPending={act.isPending}
          onPress={() => press(action)}
        >
          {label(action.label)}
          {action === main && <KeyHint keys="Ctrl Enter" />}
        </Button>
      ))}
      {drafted.map((action) => (
        <Button
          key={action.id}
          icon="signature"
          onPress={() => setOpen({ ...action, proposes: action.drafts })}
        >
          {t.detail.draftIt(label(action.label))}
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
          <ActionDialog file={file} action={open} onClose={close} onDone={() => done(open)} />
        ))}
    </>
  )
}
