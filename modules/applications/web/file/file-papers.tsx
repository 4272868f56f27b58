import { useState } from 'react'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { useCan } from '#platform/web/session'
import { recordPapers, type ApplicationView, type PaperState, type PaperView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'
import { AttachDialog } from './attach-dialog.tsx'
import { PaperDialog } from './paper-dialog.tsx'
import { PaperTable } from './paper-table.tsx'

/** What may be recorded next of a paper as it stands. */
const next: Readonly<Record<PaperState, readonly PaperState[]>> = {
  missing: ['provided', 'accepted'],
  provided: ['accepted', 'rejected'],
  accepted: ['rejected'],
  rejected: ['provided', 'accepted'],
  held_by_state: [],
}

/** The law’s checklist beside what is there: nobody is asked for what the State holds already. */
export function FilePapers({ file, onDone }: { file: ApplicationView; onDone: (news: string) => void }) {
  const t = useMessages({ vi, en })
  const words = t.file.papers
  const label = useLabel()
  const can = useCan()
  const act = useAct(recordPapers)
  const [open, setOpen] = useState<string>()
  const [attachedTo, attachTo] = useState<PaperView>()
  const isOpen = file.actions.length > 0 && file.step.id !== 'decide'
  const lacking = file.papers.filter(({ isLacking }) => isLacking).length
  const verbs: Partial<Record<PaperState, string>> = {
    provided: words.provide,
    accepted: words.accept,
    rejected: words.reject,
  }
  const record = (paper: PaperView, state: PaperState) =>
    act.send(
      { id: file.id, version: file.version, papers: [{ kind: paper.kind, state }], requestId: act.requestId },
      () => onDone(`${label(paper.name)}: ${words.states[state]}.`),
    )
  const mayRecord = isOpen && can('applications.handle')
  const actsOf = (paper: PaperView) =>
    mayRecord &&
    next[paper.state].map((state) => (
      <Button
        key={state}
        aria-label={words.of(verbs[state] ?? '', label(paper.name))}
        isPending={act.isPending}
        onPress={() => record(paper, state)}
      >
        {verbs[state]}
      </Button>
    ))
  const hasActs = mayRecord || file.papers.some(({ fileId }) => fileId)
  const shown = file.papers.find(({ kind }) => kind === open)
  const rowActs = (paper: PaperView) => (
    <span className="btns">
      {paper.fileId && (
        <Button
          icon="document"
          aria-label={words.openOf(label(paper.name))}
          onPress={() => setOpen(paper.kind)}
        >
          {words.open}
        </Button>
      )}
      {actsOf(paper)}
      {mayRecord && (
        <Button icon="plus" aria-label={words.attachOf(label(paper.name))} onPress={() => attachTo(paper)}>
          {words.attach}
        </Button>
      )}
    </span>
  )
  return (
    <Panel
      title={words.title}
      aside={
        file.papers.length > 0 && (
          <Chip kind={lacking > 0 ? 'warn' : 'ok'} icon={lacking > 0 ? 'warning' : 'check'}>
            {lacking > 0 ? words.lacking(lacking) : words.complete}
          </Chip>
        )
      }
    >
      <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      <PaperTable papers={file.papers} actsOf={hasActs ? rowActs : undefined} />
      {attachedTo && (
        <AttachDialog
          file={file}
          paper={attachedTo}
          onClose={() => attachTo(undefined)}
          onDone={() => {
            attachTo(undefined)
            onDone(words.attached(label(attachedTo.name)))
          }}
        />
      )}
      {shown && (
        <PaperDialog
          id={file.id}
          papers={file.papers}
          open={shown}
          onOpen={({ kind }) => setOpen(kind)}
          onClose={() => setOpen(undefined)}
          actsOf={actsOf}
        />
      )}
    </Panel>
  )
}
