import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import { TextArea, TextField } from '#ui/text-field'
import { fields, isTold, type Field } from '../contract.ts'
import { emptyField, type FieldDraft, type FindingsDraft } from './findings-draft.ts'
import { formWords as en } from './form-words.en.ts'
import { formWords as vi } from './form-words.vi.ts'
import { useFieldWords } from './use-field-words.ts'
import './review.css'

const levels = ['mild', 'severe', 'exceptionally_severe'] as const

/** What a reviewer found to be otherwise, field by field; the same form at the desk and at the door. */
export function FindingsForm({
  draft,
  onChange,
  isAttempted,
}: {
  draft: FindingsDraft
  onChange: (draft: FindingsDraft) => void
  isAttempted: boolean
}) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const { chosen, of } = draft
  const toggle = (field: Field, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(field)
    else next.delete(field)
    onChange({ ...draft, chosen: next })
  }
  const fill = (field: Field) => (part: Partial<FieldDraft>) =>
    onChange({ ...draft, of: { ...of, [field]: { ...emptyField, ...of[field], ...part } } })
  return (
    <fieldset className="field findings">
      <legend>{t.what}</legend>
      <span className="hint">{t.whatHint}</span>
      {isAttempted && chosen.size === 0 && <p className="field-error">{t.chooseOne}</p>}
      {fields.map((field) => (
        <div key={field} className="finding">
          <Checkbox isSelected={chosen.has(field)} onChange={(is) => toggle(field, is)}>
            {words.fields[field]}
          </Checkbox>
          {chosen.has(field) && (
            <div className="finding-boxes">
              <Boxes
                field={field}
                draft={of[field] ?? emptyField}
                onFill={fill(field)}
                isAttempted={isAttempted}
              />
            </div>
          )}
        </div>
      ))}
    </fieldset>
  )
}

type Given = {
  readonly field: Field
  readonly draft: FieldDraft
  readonly onFill: (part: Partial<FieldDraft>) => void
  readonly isAttempted: boolean
}

function Boxes({ field, draft, onFill, isAttempted }: Given) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const missing = (is: boolean, word = t.needed) => (isAttempted && is ? word : undefined)
  const day = (label: string) => (
    <DateField
      label={label}
      value={draft.on}
      onChange={(on) => onFill({ on })}
      error={missing(draft.on === null, t.neededDay)}
    />
  )
  if (isTold(field))
    return (
      <TextArea
        label={t.text(words.fields[field])}
        value={draft.text}
        onChange={(text) => onFill({ text })}
        rows={2}
        maxLength={500}
        error={missing(!draft.text.trim())}
      />
    )
  switch (field) {
    case 'death':
      return day(t.diedOn)
    case 'leaves_household':
      return day(t.since)
    case 'residence':
      return (
        <>
          <TextField label={t.village} value={draft.village} onChange={(village) => onFill({ village })} />
          <TextField label={t.address} value={draft.address} onChange={(address) => onFill({ address })} />
          {day(t.since)}
        </>
      )
    case 'disability':
      return (
        <>
          <Select
            label={t.level}
            options={levels.map((value) => ({ value, label: words.levels[value]! }))}
            value={draft.level}
            onChange={(level) => onFill({ level })}
            error={missing(draft.level === null)}
          />
          <TextField
            label={t.certificate}
            value={draft.certificate}
            onChange={(certificate) => onFill({ certificate })}
            error={missing(!draft.certificate.trim())}
          />
          {day(t.issuedOn)}
        </>
      )
  }
}
