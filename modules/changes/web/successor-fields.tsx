import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DateField } from '#ui/parsed-field'
import { DayOf, type FieldsProps } from './day-of.tsx'
import { FindPerson } from './find-person.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who becomes guardian or carer from a day on, perhaps until another, and whether the money goes through their hands. */
export function SuccessorFields(props: FieldsProps) {
  const { draft, person, isAttempted, onChange } = props
  const isCarer = draft.kind === 'carer'
  const t = useMessages({ vi, en }).form
  const words = isCarer ? t.ofCarer : t.ofGuardian
  const tie = isCarer ? 'cares_for' : 'guardian_of'
  const now = person.relations.care.filter(({ kind, side }) => kind === tie && side === 'to')
  return (
    <>
      <p>
        {now.length > 0
          ? words.now(now.map(({ other }) => other.fullName ?? t.notHere).join(', '))
          : words.none}
      </p>
      {now.length > 0 && (
        <Checkbox isSelected={draft.isWithout} onChange={(isWithout) => onChange({ isWithout })}>
          {words.ends}
        </Checkbox>
      )}
      {!draft.isWithout && (
        <FindPerson
          key={draft.kind}
          label={words.find}
          except={person.id}
          value={draft.successorId}
          error={isAttempted && !draft.successorId ? t.needed : undefined}
          onChosen={({ id }) => onChange({ successorId: id })}
        />
      )}
      {isCarer && !draft.isWithout && (
        <Select
          label={t.arrangement}
          hint={t.arrangementHint}
          options={(['own_household', 'taken_in'] as const).map((value) => ({
            value,
            label: t.arrangements[value]!, // Both are named there.
          }))}
          value={draft.arrangement}
          onChange={(arrangement) => arrangement && onChange({ arrangement })}
        />
      )}
      <DayOf {...props} of="from" />
      {!draft.isWithout && (
        <>
          <DateField
            label={words.until}
            hint={t.untilHint}
            value={draft.until}
            onChange={(until) => onChange({ until })}
          />
          <Checkbox isSelected={draft.receives} onChange={(receives) => onChange({ receives })}>
            {words.receives}
          </Checkbox>
        </>
      )}
    </>
  )
}
