import { useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { downloadDocument, printForm, type ApplicationView } from '../../contract.ts'
import { PendingPaper } from '../common/pending-paper.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** Everything that was issued in a file; what is still being made says so, and its number is given already. */
export function FileDocuments({ file }: { file: ApplicationView }) {
  const { documents, prints } = file
  const t = useMessages({ vi, en })
  const words = t.file.documents
  const download = useDownload(downloadDocument)
  const print = useDownload(printForm)
  const can = useCan()
  return (
    <Panel title={words.title}>
      <ProblemNotice error={download.error ?? print.error} words={t.problems} />
      {documents.length === 0 ? (
        <p className="panel-body quiet">{words.none}</p>
      ) : (
        <ul className="lines">
          {documents.map(
            ({
              id,
              kind,
              number,
              issuedOn,
              issuedName,
              state,
              hasWord,
              unsigned,
              verification,
              superseded,
            }) => {
              const name = [words.kinds[kind], number && words.number(number)].filter(Boolean).join(' ')
              return (
                <li key={id}>
                  <b>{name}</b>
                  <br />
                  <span className="quiet">
                    {words.issued(formatDay(issuedOn), issuedName)}
                    {number && (
                      <>
                        <br />
                        {words.verification(verification)}
                      </>
                    )}
                  </span>
                  {superseded && (
                    <p className="long-chips">
                      <Chip kind="warn" icon="undo">
                        {words.superseded[superseded.why](formatDay(superseded.on), superseded.by?.number)}
                      </Chip>
                    </p>
                  )}
                  <div className="btns">
                    {state === 'pending' ? (
                      <PendingPaper paper={{ id, unsigned }} name={name} />
                    ) : (
                      <>
                        <Button
                          icon="print"
                          aria-label={words.pdfOf(name)}
                          isPending={
                            download.isPending &&
                            download.variables?.format !== 'docx' &&
                            download.variables?.id === id
                          }
                          onPress={() => download.mutate({ id, format: 'pdf' })}
                        >
                          {words.pdf}
                        </Button>
                        {hasWord && (
                          <Button
                            icon="download"
                            aria-label={words.wordOf(name)}
                            onPress={() => download.mutate({ id, format: 'docx' })}
                          >
                            {words.word}
                          </Button>
                        )}
                      </>
                    )}
                  </div>
                </li>
              )
            },
          )}
        </ul>
      )}
      {can('applications.handle') && prints.length > 0 && (
        <div className="panel-body">
          <p className="quiet">{words.printsHint}</p>
          <div className="btns">
            {prints.map((form) => (
              <Button
                key={form}
                icon="print"
                isPending={print.isPending && print.variables?.form === form}
                onPress={() => print.mutate({ id: file.id, form })}
              >
                {words.prints[form]}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Panel>
  )
}
