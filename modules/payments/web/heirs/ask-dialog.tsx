import { useState } from 'react'
import { useRequestId } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { RadioCards } from '#ui/choice'
import { formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { askForHeir, type HeldOrder, type Heir } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const other = 'other'
const nobody = 'nobody'

/** To whom a held order goes: somebody of the family the register knows, somebody else with a card, or back. */
export function AskDialog({ order, onClose }: { order: HeldOrder; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [who, choose] = useState<string | null>(null)
  const [fullName, setFullName] = useState('')
  const [number, setNumber] = useState('')
  const [relation, setRelation] = useState('')
  const [paper, setPaper] = useState('')
  const [requestId] = useRequestId()
  const { id, payee, amount, family } = order
  const known = family.find((one) => one.id === who)
  const heir: Heir | null =
    who === nobody
      ? null
      : {
          personId: known?.id ?? null,
          fullName: known?.name ?? fullName,
          number: number.replaceAll(/\D/g, ''),
          relation: known ? t.relations[known.relation] : relation,
        }
  const isKnown =
    heir === null ||
    (/^(\d{9}|\d{12})$/.test(heir.number) && heir.fullName.trim() !== '' && heir.relation.trim() !== '')
  const isTold = who !== null && isKnown && paper.trim() !== ''
  return (
    <CommandDialog
      command={askForHeir}
      input={isTold ? { id, heir, paper, requestId } : undefined}
      isWide
      title={t.askTitle(payee.name, formatMoney(amount))}
      verb={t.send}
      words={t}
      onClose={onClose}
      onDone={onClose}
    >
      <RadioCards
        label={t.who}
        value={who}
        onChange={choose}
        options={[
          ...family.map((one) => ({
            value: one.id,
            label: t.ofFamily(one.name, t.relations[one.relation]),
          })),
          { value: other, label: t.somebodyElse },
          { value: nobody, label: t.nobody },
        ]}
      />
      {who === other && (
        <>
          <TextField label={t.fullName} value={fullName} onChange={setFullName} isRequired />
          <TextField label={t.relation} value={relation} onChange={setRelation} isRequired />
        </>
      )}
      {who !== null && who !== nobody && (
        <TextField
          label={t.number}
          hint={t.numberHint}
          inputMode="numeric"
          value={number}
          onChange={setNumber}
          isRequired
        />
      )}
      <TextField label={t.paper} hint={t.paperHint} value={paper} onChange={setPaper} isRequired />
      {who !== null && <p>{who === nobody ? t.back : t.inCash}</p>}
    </CommandDialog>
  )
}
