import { useState } from 'react'
import { dong, type Dong } from '#kernel/dong'
import { CommandDialog } from '#platform/web/command-dialog'
import { useMessages } from '#ui/language'
import { MoneyField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import { reportSettlement, type SettlementView } from '../contract.ts'
import { settlementWords as en } from './settlement-words.en.ts'
import { settlementWords as vi } from './settlement-words.vi.ts'

const amounts = ['carriedIn', 'transferred', 'paid', 'returned', 'carriedOut'] as const
export const settlementItems = [...amounts, 'payees'] as const

/** What the provider’s report says, figure by figure, and why it differs where it does. */
export function ReportDialog({ settlement, onClose }: { settlement: SettlementView; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const { reported } = settlement
  const [given, setGiven] = useState<Record<(typeof amounts)[number], Dong | null>>({
    carriedIn: reported?.carriedIn ?? null,
    transferred: reported?.transferred ?? null,
    paid: reported?.paid ?? null,
    returned: reported?.returned ?? dong(0),
    carriedOut: reported?.carriedOut ?? null,
  })
  const [payees, setPayees] = useState(reported ? String(reported.payees) : '')
  const [explanation, setExplanation] = useState(settlement.explanation ?? '')
  const { carriedIn, transferred, paid, returned, carriedOut } = given
  const isWhole =
    carriedIn !== null && transferred !== null && paid !== null && returned !== null && carriedOut !== null
  return (
    <CommandDialog
      command={reportSettlement}
      input={
        isWhole && /^\d{1,7}$/.test(payees)
          ? {
              id: settlement.id,
              reported: { carriedIn, transferred, paid, returned, carriedOut, payees: Number(payees) },
              explanation: explanation.trim() === '' ? null : explanation,
            }
          : undefined
      }
      title={t.reportTitle}
      verb={t.save}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      {amounts.map((item) => (
        <MoneyField
          key={item}
          label={t.items[item]}
          value={given[item]}
          onChange={(value) => setGiven({ ...given, [item]: value })}
        />
      ))}
      <TextField label={t.items.payees} value={payees} onChange={setPayees} inputMode="numeric" />
      <TextArea
        label={t.explanation}
        hint={t.explanationHint}
        value={explanation}
        onChange={setExplanation}
      />
    </CommandDialog>
  )
}
