import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { DayOf, type FieldsProps } from './day-of.tsx'
import { FindPerson } from './find-person.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Whose parent or child the person is from a day on, or is no more. */
export function ParentFields(props: FieldsProps) {
  const t = useMessages({ vi, en }).form
  const { draft, person, isAttempted, onChange } = props
  // Of a parent the other one is the parent, so the person stands on the side of the child.
  const side = draft.as === 'parent' ? 'to' : 'from'
  const known = person.relations.relatives.filter((one) => one.kind === 'parent_of' && one.side === side)
  const missing = isAttempted && !draft.otherId ? t.needed : undefined
  return (
    <>
      <Select
        label={t.otherIs}
        options={(['parent', 'child'] as const).map((value) => ({ value, label: t.otherAs[value] }))}
        emptyLabel={t.pick}
        value={draft.as}
        onChange={(as) => onChange({ as, otherId: null, isNoMore: false })}
        error={isAttempted && !draft.as ? t.needed : undefined}
      />
      {draft.as && known.length > 0 && (
        <Checkbox isSelected={draft.isNoMore} onChange={(isNoMore) => onChange({ isNoMore, otherId: null })}>
          {t.tieEnds}
        </Checkbox>
      )}
      {draft.as &&
        (draft.isNoMore ? (
          <Select
            label={t.endedTie}
            options={known.map(({ other }) => ({
              value: other.id as string,
              label: other.fullName ?? t.notHere,
            }))}
            emptyLabel={t.pick}
            value={draft.otherId}
            onChange={(otherId) => onChange({ otherId })}
            error={missing}
          />
        ) : (
          <FindPerson
            key={draft.as}
            label={t.findOther[draft.as]}
            except={person.id}
            value={draft.otherId}
            error={missing}
            onChosen={({ id }) => onChange({ otherId: id })}
          />
        ))}
      <DayOf {...props} of={draft.isNoMore ? 'tieEnded' : 'tieBegan'} />
    </>
  )
}
