import { useState } from 'react'
import { useKeys } from '#platform/web/keys'
import { Button, KeyHint } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import type { ProposalId } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { Outcome } from './signing-outcome.ts'
import { SignDialog } from './sign-dialog.tsx'
import type { Waiting } from './signing-table.tsx'

/** Signs several at once: only those that are what the law computes can be chosen. */
export function SignBar({
  safe,
  chosen,
  choose,
  onDone,
}: {
  safe: readonly Waiting[]
  chosen: ReadonlySet<ProposalId>
  choose: (ids: ReadonlySet<ProposalId>) => void
  onDone: (outcome: Outcome) => void
}) {
  const t = useMessages({ vi, en }).signing
  const [isOpen, setOpen] = useState(false)
  const signing = safe.filter(({ id }) => chosen.has(id))
  useKeys(signing.length > 0 ? { 'Ctrl Enter': () => setOpen(true) } : {})
  if (safe.length === 0) return null
  return (
    <div className="chosen-bar">
      <Checkbox
        isSelected={signing.length === safe.length}
        onChange={(all) => choose(new Set(all ? safe.map(({ id }) => id) : []))}
      >
        {t.chooseSafe(safe.length)}
      </Checkbox>
      <Button
        emphasis="primary"
        icon="signature"
        isDisabled={signing.length === 0}
        onPress={() => setOpen(true)}
      >
        {t.signChosen(signing.length)}
        {signing.length > 0 && <KeyHint keys="Ctrl Enter" />}
      </Button>
      {isOpen && (
        <SignDialog signing={signing} isRead={false} onClose={() => setOpen(false)} onDone={onDone} />
      )}
    </div>
  )
}
