import { useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { TextArea, TextField } from '#ui/text-field'
import { takeAction, type ApplicationView } from '../../contract.ts'
import { anotherKind } from '../../domain/paper.ts'
import { ActProblem } from '../common/conflict.tsx'
import { mayStill, type ActionDialogProps } from './file-action.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'

/** A paper a line, each a kind of its own beside those the file has. */
function othersIn(typed: string, { papers }: ApplicationView) {
  const taken = new Set(papers.map(({ kind }) => kind))
  const lines = typed.split('\n').flatMap((line) => line.trim() || [])
  return lines.map((why) => {
    const kind = anotherKind(taken)
    taken.add(kind)
    return { kind, why }
  })
}

/** Everything that is missing, said once: what the checklist lacks is chosen beforehand, and nothing keeps it from being more. */
export function AskPapersDialog({ file, action, onClose, onDone }: ActionDialogProps) {
  const t = useMessages({ vi, en }).act
  const label = useLabel()
  const act = useAct(takeAction)
  const isLacking = (kind: string) => file.papers.some((paper) => paper.kind === kind && paper.isLacking)
  const [wanted, want] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(file.papers.filter(({ kind }) => isLacking(kind)).map(({ kind }) => [kind, ''])),
  )
  const [other, setOther] = useState('')
  const [isAttempted, setAttempted] = useState(false)
  const missing = [
    ...file.papers
      .filter(({ kind }) => kind in wanted)
      .map(({ kind, name }) => ({ kind, why: wanted[kind]!.trim() || label(name) })),
    ...othersIn(other, file),
  ]
  const isGone = !mayStill(file, action)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempted(true)
    if (missing.length === 0 || isGone) return
    act.send(
      { id: file.id, version: file.version, action: action.id, missing, requestId: act.requestId },
      onDone,
    )
  }
  const isNothing = isAttempted && missing.length === 0
  return (
    <Dialog isOpen onClose={onClose} title={t.papers.title} isWide>
      <form className="form" onSubmit={submit}>
        <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
        {isGone && <p>{t.conflict.gone}</p>}
        <p>
          {t.papers.once} {file.clocks.total ? t.papers.pauses : t.papers.notStarted}
        </p>
        <fieldset className="field">
          <legend>{t.papers.choose}</legend>
          {file.papers
            .filter(({ state }) => state !== 'held_by_state')
            .map(({ kind, name }) => (
              <div key={kind} className="ask-paper">
                <Checkbox
                  isSelected={kind in wanted}
                  isDisabled={isLacking(kind)}
                  onChange={(isWanted) => {
                    const { [kind]: _, ...rest } = wanted
                    want(isWanted ? { ...rest, [kind]: '' } : rest)
                  }}
                >
                  {label(name)}
                </Checkbox>
                {kind in wanted && (
                  <TextField
                    label={t.papers.why(label(name))}
                    value={wanted[kind] ?? ''}
                    onChange={(why) => want({ ...wanted, [kind]: why })}
                  />
                )}
              </div>
            ))}
        </fieldset>
        <TextArea
          label={t.papers.other}
          hint={t.papers.otherHint}
          rows={2}
          value={other}
          onChange={setOther}
          error={isNothing ? t.papers.nothing : undefined}
        />
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={act.isPending}>
            {t.papers.verb}
          </Button>
          <Button onPress={onClose}>{t.otherwise}</Button>
        </div>
      </form>
    </Dialog>
  )
}
