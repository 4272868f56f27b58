import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import { DayOf, type FieldsProps } from './day-of.tsx'
import { FindPerson } from './find-person.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who becomes guardian from a day on, perhaps until another, and whether the money goes through their hands. */
export function GuardianFields(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const { draft, person, isAttempted, onChange } = props
  const now = person.relations.care.filter(({ kind, side }) => kind === 'guardian_of' && side === 'to')
  return (
    <>
      <p>
        {now.length > 0
          ? t.guardianNow(now.map(({ other }) => other.fullName ?? t.notHere).join(', '))
          : t.guardianNone}
      </p>
      {now.length > 0 && (
        <Checkbox isSelected={draft.isWithoutGuardian} onChange={(is) => onChange({ isWithoutGuardian: is })}>
          {t.guardianEnds}
        </Checkbox>
      )}
      {!draft.isWithoutGuardian && (
        <FindPerson
          label={t.guardian}
          except={person.id}
          error={isAttempted && !draft.guardianId ? t.needed : undefined}
          onChosen={({ id }) => onChange({ guardianId: id })}
        />
      )}
      <DayOf {...props} of="from" />
      {!draft.isWithoutGuardian && (
        <>
          <DateField
            label={t.guardianUntil}
            hint={t.guardianUntilHint}
            value={draft.until}
            onChange={(until) => onChange({ until })}
          />
          <Checkbox isSelected={draft.receives} onChange={(receives) => onChange({ receives })}>
            {t.guardianReceives}
          </Checkbox>
        </>
      )}
    </>
  )
}
