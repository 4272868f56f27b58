import { useState } from 'react'
import { uploadProblemsEn, uploadProblemsVi } from '#modules/documents/contract'
import { useDownload } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice, type ProblemWords } from '#platform/web/problem'
import { Button } from '#ui/button'
import { FileDrop } from '#ui/file-drop'
import { useMessages } from '#ui/language'
import { addWayPicture, downloadWayPicture, type WayRequestView } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const largest = 25 * 1024 * 1024
const most = 6

/** The paper a request rests on, as it was photographed: whoever decides looks at it, whoever asked adds to it. */
export function RequestPictures({ request }: { request: WayRequestView }) {
  const t = useMessages({ vi, en })
  const [isAdding, add] = useState(false)
  const download = useDownload(downloadWayPicture)
  const { id, pictures, state, mayWithdraw } = request
  const mayAdd = mayWithdraw && state === 'asked' && pictures < most
  if (pictures === 0 && !mayAdd) return null
  return (
    <>
      <div className="btns no-print">
        {Array.from({ length: pictures }, (_, place) => (
          <Button
            key={place}
            icon="document"
            isPending={download.isPending && download.variables?.number === place + 1}
            onPress={() => download.mutate({ id, number: place + 1 })}
          >
            {t.pictures.see(place + 1)}
          </Button>
        ))}
        {mayAdd && (
          <Button icon="plus" onPress={() => add(true)}>
            {t.pictures.add}
          </Button>
        )}
      </div>
      <ProblemNotice error={download.error} words={t.problems} />
      {isAdding && <AddDialog request={request} onClose={() => add(false)} />}
    </>
  )
}

function AddDialog({ request, onClose }: { request: WayRequestView; onClose: () => void }) {
  const t = useMessages({ vi, en })
  // Each of its words takes what its own problem tells.
  const uploads = useMessages({ vi: uploadProblemsVi, en: uploadProblemsEn })
  const [file, setFile] = useState<File | null>(null)
  return (
    <CommandDialog
      command={addWayPicture}
      input={file ? { id: request.id, file } : undefined}
      title={t.pictures.addTitle(request.person.name)}
      verb={t.pictures.add}
      words={{ ...t, problems: { ...(uploads as object as ProblemWords), ...t.problems } }}
      onClose={onClose}
      onDone={onClose}
    >
      <FileDrop
        label={t.pictures.file}
        hint={t.pictures.hint}
        kinds={['.jpg', '.jpeg', '.png', '.heic', '.webp', '.pdf']}
        limit={largest}
        file={file}
        onChange={setFile}
      />
    </CommandDialog>
  )
}
