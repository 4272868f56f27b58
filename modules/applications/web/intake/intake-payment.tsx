import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { TextField } from '#ui/text-field'
import type { PartProps } from './intake-draft.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** How the person wants to be paid; it may be left open at the counter. */
export function IntakePayment({ draft, complaints, onChange }: PartProps) {
  const t = useMessages({ vi, en }).intake
  return (
    <Panel title={t.payment} isPadded>
      <div className="stack">
        <RadioCards
          label={t.method}
          options={[
            { value: 'cash', label: t.cash },
            { value: 'account', label: t.bankAccount },
          ]}
          value={draft.method}
          onChange={(method) => onChange({ method })}
        />
        {draft.method === 'account' && (
          <div className="intake-row">
            <TextField label={t.bank} value={draft.bank} onChange={(bank) => onChange({ bank })} />
            <TextField
              id="intake-account"
              label={t.account}
              inputMode="numeric"
              value={draft.account}
              onChange={(account) => onChange({ account })}
              error={complaints.some(({ kind }) => kind === 'account') ? t.complaints.account : undefined}
            />
          </div>
        )}
      </div>
    </Panel>
  )
}
