import { Checkbox } from '#ui/choice'
import { formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { MonthField } from '#ui/parsed-field'
import type { FieldsProps } from './day-of.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Through which month the lists of before have paid the award that led here, or that they paid none of it. */
export function PaidMonthsFields({ draft, isAttempted, onChange }: FieldsProps) {
  const t = useMessages({ vi, en })
  const { award, paidThrough, isNothingPaid } = draft
  if (!award) return null
  const isMissing = isAttempted && paidThrough === null
  return (
    <>
      <p>
        <b>{t.benefits[award.benefit]}</b> {t.form.awardFrom(formatMonth(award.since))}
      </p>
      <p className="hint">{t.form.paidMonthsWhat}</p>
      {!isNothingPaid && (
        <MonthField
          label={t.form.paidThrough}
          value={paidThrough}
          onChange={(through) => onChange({ paidThrough: through })}
          error={isMissing ? t.form.needed : undefined}
        />
      )}
      <Checkbox isSelected={isNothingPaid} onChange={(isNothing) => onChange({ isNothingPaid: isNothing })}>
        {t.form.nothingPaid}
      </Checkbox>
    </>
  )
}
