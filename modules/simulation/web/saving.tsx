import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { apiError, useCommand, useDownload, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { ConfirmDialog, Dialog } from '#ui/overlay'
import { TextField } from '#ui/text-field'
import {
  exportScenario,
  removeScenario,
  reviseScenario,
  saveScenario,
  type SavedScenario,
  type Scenario,
} from '../contract.ts'
import { listHref, scenarioHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Keeps what is on screen: over the saved one where it is one’s own, or as a new one. */
export function SaveButton({ scenario, saved }: { scenario: Scenario; saved: SavedScenario | undefined }) {
  const t = useMessages({ vi, en })
  const [isOpen, setOpen] = useState<'over' | 'new'>()
  return (
    <>
      {saved?.isMine && <Button onPress={() => setOpen('over')}>{t.save.openChanges}</Button>}
      <Button onPress={() => setOpen('new')}>{saved ? t.save.asNew : t.save.open}</Button>
      {isOpen && (
        <SaveDialog
          scenario={scenario}
          over={isOpen === 'over' ? saved : undefined}
          initialName={saved?.name ?? ''}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

/** What can be done with a saved scenario: take it along, send it, rename it, remove it. */
export function SavedActions({ saved }: { saved: SavedScenario }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const navigate = useNavigate()
  const download = useDownload(exportScenario)
  const remove = useCommand(removeScenario)
  const [open, setOpen] = useState<'rename' | 'remove'>()
  const [isCopied, setCopied] = useState(false)
  const mayChange = saved.isMine && can('simulation.run')
  const get = (format: 'xlsx' | 'pdf') => download.mutate({ id: saved.id, format })
  return (
    <>
      <Button icon="download" isPending={download.isPending} onPress={() => get('pdf')}>
        {t.export.pdf}
      </Button>
      <Button icon="download" isPending={download.isPending} onPress={() => get('xlsx')}>
        {t.export.excel}
      </Button>
      <Button
        icon="copy"
        onPress={() =>
          void navigator.clipboard
            .writeText(new URL(scenarioHref(saved.id), globalThis.location.origin).href)
            .then(() => setCopied(true))
        }
      >
        {isCopied ? t.edit.copied : t.edit.copyLink}
      </Button>
      {mayChange && (
        <Button icon="pencil" onPress={() => setOpen('rename')}>
          {t.edit.rename}
        </Button>
      )}
      {mayChange && (
        <Button isIconOnly icon="cross" aria-label={t.edit.remove} onPress={() => setOpen('remove')} />
      )}
      <ProblemNotice error={download.error ?? remove.error} words={t.problems} />
      {open === 'rename' && (
        <SaveDialog
          scenario={saved.scenario}
          over={saved}
          isRename
          initialName={saved.name}
          onClose={() => setOpen(undefined)}
        />
      )}
      <ConfirmDialog
        isOpen={open === 'remove'}
        onClose={() => setOpen(undefined)}
        kind="danger"
        title={t.edit.removeTitle(saved.name)}
        verb={t.edit.removeVerb}
        otherwise={t.edit.otherwise}
        isPending={remove.isPending}
        onConfirm={() => void navigate({ to: listHref }).then(() => remove.mutate({ id: saved.id }))}
      >
        {t.edit.removeMore}
      </ConfirmDialog>
    </>
  )
}

function SaveDialog({
  scenario,
  over,
  isRename = false,
  initialName,
  onClose,
}: {
  scenario: Scenario
  over: SavedScenario | undefined
  isRename?: boolean
  initialName: string
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [name, setName] = useState(initialName)
  const [isShared, share] = useState(over?.isShared ?? false)
  const [requestId] = useRequestId()
  const save = useCommand(saveScenario)
  const revise = useCommand(reviseScenario)
  const error = save.error ?? revise.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (over)
      revise.mutate(
        { id: over.id, name, scenario, isShared, revision: over.revision, isRerun: !isRename },
        {
          onSuccess: () => {
            onClose()
            if (!isRename) void navigate({ to: scenarioHref(over.id) })
          },
        },
      )
    else
      save.mutate(
        { name, scenario, isShared, requestId },
        {
          onSuccess: ({ id }) => {
            onClose()
            void navigate({ to: scenarioHref(id) })
          },
        },
      )
  }
  return (
    <Dialog isOpen onClose={onClose} title={isRename ? t.edit.rename : t.save.title}>
      <form className="form" onSubmit={submit}>
        <ProblemNotice error={error} words={t.problems} />
        {apiError(error).code === 'simulation.scenario_changed' && (
          <Button
            onPress={() => {
              onClose()
              void queries.invalidateQueries()
            }}
          >
            {t.edit.load}
          </Button>
        )}
        <TextField
          label={t.save.name}
          hint={t.save.nameHint}
          value={name}
          onChange={setName}
          maxLength={160}
          isRequired
        />
        <div>
          <Checkbox isSelected={isShared} onChange={share}>
            {t.save.share}
          </Checkbox>
          <p className="hint">{t.save.shareHint}</p>
        </div>
        <div className="btns">
          <Button
            type="submit"
            emphasis="primary"
            isPending={save.isPending || revise.isPending}
            isDisabled={name.trim() === ''}
          >
            {t.save.submit}
          </Button>
          <Button onPress={onClose}>{t.save.cancel}</Button>
        </div>
      </form>
    </Dialog>
  )
}
