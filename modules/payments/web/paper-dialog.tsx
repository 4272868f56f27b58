import { useState } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { Select } from '#ui/choice'
import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import { endByPaper, PaperOutcome, type InstructionView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What a provider has written of an order that its files say nothing of. */
export function PaperDialog({ row, onClose }: { row: InstructionView; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [outcome, choose] = useState<PaperOutcome | null>(null)
  const [day, setDay] = useState<CivilDate | null>(null)
  const [paper, setPaper] = useState('')
  const [requestId] = useRequestId()
  const isTold = outcome !== null && day !== null && paper.trim() !== ''
  return (
    <CommandDialog
      command={endByPaper}
      input={isTold ? { id: row.id, outcome, day, paper, requestId } : undefined}
      title={t.paper.title(row.payee.name)}
      verb={t.paper.verb}
      words={{ ...t.confirm, problems: t.problems }}
      onClose={onClose}
      onDone={onClose}
    >
      <p>
        {row.endToEndId} · {formatMoney(row.amount)}
      </p>
      <Select
        label={t.paper.outcome}
        options={PaperOutcome.options.map((value) => ({ value, label: t.outcomes[value] }))}
        value={outcome}
        onChange={choose}
      />
      <DateField label={t.paper.day} value={day} onChange={setDay} />
      <TextField
        label={t.paper.paper}
        hint={t.paper.paperHint}
        value={paper}
        onChange={setPaper}
        isRequired
      />
    </CommandDialog>
  )
}
