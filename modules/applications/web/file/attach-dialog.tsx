import { useState } from 'react'
import { uploadProblemsEn, uploadProblemsVi } from '#modules/documents/contract'
import { apiError } from '#platform/web/api'
import { ProblemNotice, type ProblemWords } from '#platform/web/problem'
import { FileDrop } from '#ui/file-drop'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { attachPaper, type ApplicationView, type PaperView } from '../../contract.ts'
import { ActProblem } from '../common/conflict.tsx'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const largest = 25 * 1024 * 1024

/** A paper somebody laid on the counter, photographed or scanned, put into their file. */
export function AttachDialog({
  file: { id, version },
  paper,
  onClose,
  onDone,
}: {
  file: Pick<ApplicationView, 'id' | 'version'>
  paper: PaperView
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const words = t.file.papers.attaching
  // Each of its words takes what its own problem tells.
  const uploads = useMessages({ vi: uploadProblemsVi, en: uploadProblemsEn }) as object as ProblemWords
  const label = useLabel()
  const [chosen, choose] = useState<File | null>(null)
  const act = useAct(attachPaper)
  const isUpload = act.error !== null && apiError(act.error).code in uploads
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.title(label(paper.name))}
      verb={words.verb}
      otherwise={t.act.otherwise}
      isPending={act.isPending}
      isBlocked={chosen === null}
      onConfirm={() =>
        chosen && act.send({ id, kind: paper.kind, version, file: chosen, requestId: act.requestId }, onDone)
      }
    >
      {isUpload ? (
        <ProblemNotice error={act.error} words={uploads} />
      ) : (
        <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      )}
      <FileDrop
        label={words.file}
        hint={paper.fileId && paper.state !== 'rejected' ? words.further : words.hint}
        kinds={['.jpg', '.jpeg', '.png', '.heic', '.webp', '.pdf']}
        limit={largest}
        file={chosen}
        onChange={choose}
      />
    </ConfirmDialog>
  )
}
