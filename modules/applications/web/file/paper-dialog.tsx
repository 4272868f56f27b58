import type { ReactNode } from 'react'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import type { ApplicationId, PaperView } from '../../contract.ts'
import { useLabel } from '../common/use-label.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { PaperStateChip } from './paper-table.tsx'
import { PaperViewer } from './paper-viewer.tsx'

/** The photographs of a file, one beside the law’s list of papers: what is read is recorded here, and the next one follows. */
export function PaperDialog({
  id,
  papers,
  open,
  onOpen,
  onClose,
  actsOf,
}: {
  id: ApplicationId
  papers: readonly PaperView[]
  open: PaperView
  onOpen: (paper: PaperView) => void
  onClose: () => void
  actsOf: (paper: PaperView) => ReactNode
}) {
  const t = useMessages({ vi, en })
  const words = t.file.papers.viewer
  const label = useLabel()
  return (
    <Dialog isOpen onClose={onClose} title={label(open.name)} isWide>
      <div className="paper-columns">
        <PaperViewer key={open.kind} id={id} paper={open} />
        <div className="stack">
          <p className="h-small">{words.list}</p>
          <ul className="lines">
            {papers.map((paper) => (
              <li key={paper.kind} aria-current={paper.kind === open.kind ? 'true' : undefined}>
                <div>
                  {paper.fileId && paper.kind !== open.kind ? (
                    <Button onPress={() => onOpen(paper)}>{label(paper.name)}</Button>
                  ) : (
                    <span>{label(paper.name)}</span>
                  )}
                </div>
                <PaperStateChip {...paper} />
              </li>
            ))}
          </ul>
          <div className="btns">{actsOf(open)}</div>
          <div className="btns">
            <Button onPress={onClose}>{t.clock.close}</Button>
          </div>
        </div>
      </div>
    </Dialog>
  )
}
