import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useCommand } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
import { TextArea } from '#ui/text-field'
import { listLineCandidates, matchLine, setLineAside, type OpenLineView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Given = { readonly line: OpenLineView; readonly onClose: () => void }

/** Which order a line is about: those of the same amount at the same provider that wait for a result. */
export function MatchDialog({ line, onClose }: Given) {
  const t = useMessages({ vi, en })
  const at = { id: line.responseId, number: line.number }
  const { data: candidates, error } = useQuery(apiQuery(listLineCandidates, at))
  const [note, setNote] = useState('')
  const match = useCommand(matchLine)
  return (
    <Dialog isOpen isWide onClose={onClose} title={t.reconciliation.matchTitle}>
      <p>
        {t.outcomes[line.outcome]} <Money value={line.amount} />{' '}
        {[line.endToEndId, line.name, line.account].filter(Boolean).join(' · ')}
      </p>
      <TextArea
        label={t.reconciliation.note}
        hint={t.reconciliation.matchNoteHint}
        value={note}
        onChange={setNote}
        isRequired
      />
      <ProblemNotice error={error ?? match.error} words={t.problems} />
      {candidates ? (
        <DataTable
          caption={t.reconciliation.matchTitle}
          isCaptionHidden
          rows={candidates}
          empty={t.reconciliation.noCandidates}
          columns={[
            { header: t.payee, cell: ({ payee }) => payee, isName: true },
            { header: t.key, cell: ({ endToEndId }) => endToEndId },
            { header: t.month, cell: ({ month }) => formatMonth(month) },
            { header: t.way, cell: ({ account }) => account ?? '' },
            {
              header: t.reconciliation.match,
              isHeaderHidden: true,
              cell: ({ id, endToEndId }) => (
                <Button
                  icon="check"
                  isDisabled={note.trim() === ''}
                  isPending={match.isPending}
                  onPress={() => match.mutate({ ...at, instructionId: id, note }, { onSuccess: onClose })}
                >
                  {t.reconciliation.matchVerb(endToEndId)}
                </Button>
              ),
            },
          ]}
        />
      ) : (
        !error && <Skeleton lines={3} />
      )}
      <div className="btns">
        <Button onPress={onClose}>{t.confirm.otherwise}</Button>
      </div>
    </Dialog>
  )
}

/** Why a line moves no money of ours; without a ground it stays open. */
export function AsideDialog({ line, onClose }: Given) {
  const t = useMessages({ vi, en })
  const [note, setNote] = useState('')
  return (
    <CommandDialog
      command={setLineAside}
      input={note.trim() === '' ? undefined : { id: line.responseId, number: line.number, note }}
      title={t.reconciliation.asideTitle}
      verb={t.reconciliation.aside}
      words={{ ...t.confirm, problems: t.problems }}
      onClose={onClose}
      onDone={onClose}
    >
      <p>{t.reconciliation.asideMore}</p>
      <TextArea
        label={t.reconciliation.note}
        hint={t.reconciliation.noteHint}
        value={note}
        onChange={setNote}
        isRequired
      />
    </CommandDialog>
  )
}
