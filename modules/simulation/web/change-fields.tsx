import { dong } from '#kernel/dong'
import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { formatMoney } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Law } from '#ui/page'
import { MoneyField } from '#ui/parsed-field'
import { disabilities, PovertyLevel, type Cited, type LawToChange } from '../contract.ts'
import type { DraftChange, FieldErrors } from './draft.ts'
import { formatTenths } from './format-tenths.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { AgeField, CoefficientField, NameField } from './number-fields.tsx'

type Props = {
  readonly change: DraftChange
  readonly place: number
  readonly law: LawToChange | undefined
  readonly standard: number | undefined
  readonly errors: FieldErrors
  readonly onChange: (change: DraftChange) => void
  readonly onRemove: () => void
}

/** One change: what it is about, its new value, and what the law says now beside its citation. */
export function ChangeFields(props: Props) {
  const t = useMessages({ vi, en })
  const { change, place, errors, onRemove } = props
  const id = `changes.${place}`
  const title = t.form.kinds[change.kind]
  return (
    <fieldset className="change" id={id}>
      <legend>{title}</legend>
      {errors.get(id) && <p className="field-error">{errors.get(id)}</p>}
      <div className="change-fields">
        <Fields {...props} />
      </div>
      <Button isIconOnly icon="cross" aria-label={t.form.remove(title)} onPress={onRemove} />
      <Now {...props} />
    </fieldset>
  )
}

function Fields({ change, place, law, errors, onChange }: Props) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const id = (name: string) => `changes.${place}.${name}`
  const set = (fields: Partial<DraftChange>) => onChange({ ...change, ...fields })
  const field = (name: string) => ({ id: id(name), error: errors.get(id(name)) })
  const groups = law?.groups ?? []
  const groupOptions = (among: typeof groups) =>
    among.map((group) => ({ value: group.id, label: group.name[language] }))
  switch (change.kind) {
    case 'standard':
    case 'social_pension':
      return (
        <MoneyField
          {...field('value')}
          label={t.form.value}
          value={change.value === null ? null : dong(change.value)}
          onChange={(value) => set({ value })}
        />
      )
    case 'coefficient':
      return (
        <>
          <Select
            {...field('rule')}
            label={t.form.rule}
            options={groups.flatMap(({ rules }) =>
              rules.map((rule) => ({ value: rule.id, label: rule.name[language] })),
            )}
            value={change.rule}
            onChange={(rule) => set({ rule })}
          />
          <CoefficientField
            {...field('value')}
            label={t.form.coefficient}
            value={change.value}
            onChange={(value) => set({ value })}
          />
        </>
      )
    case 'age':
      return <AgeChange change={change} field={field} groups={groups} set={set} />
    case 'poverty':
      return (
        <>
          <Select
            {...field('group')}
            label={t.form.group}
            options={groupOptions(groups.filter(({ poverty }) => poverty !== null))}
            value={change.group}
            onChange={(group) => set({ group })}
          />
          <Select
            {...field('to')}
            label={t.form.poverty}
            options={PovertyLevel.options.map((value) => ({ value, label: t.form.povertyLevels[value] }))}
            value={PovertyLevel.safeParse(change.to).data ?? null}
            onChange={(to) => set({ to })}
          />
        </>
      )
    case 'small_pension':
      return (
        <Select
          {...field('to')}
          label={t.form.smallPension}
          options={(['full', 'difference'] as const).map((value) => ({
            value,
            label: t.form.smallPensionModes[value],
          }))}
          value={change.to === 'full' || change.to === 'difference' ? change.to : null}
          onChange={(to) => set({ to })}
        />
      )
    case 'without':
      return (
        <Select
          {...field('group')}
          label={t.form.group}
          options={groupOptions(groups)}
          value={change.group}
          onChange={(group) => set({ group })}
        />
      )
    case 'new_group':
      return <NewGroupFields change={change} field={field} set={set} />
  }
}

type Part = {
  readonly change: DraftChange
  readonly field: (name: string) => { id: string; error: string | undefined }
  readonly set: (fields: Partial<DraftChange>) => void
}

/** A group, one of its ages, and where that moves. */
function AgeChange({ change, field, groups, set }: Part & { groups: LawToChange['groups'] }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const group = groups.find(({ id }) => id === change.group)
  const chosen = change.from === null ? null : `${change.whose} ${change.from}`
  const isInMonths = change.whose === 'child' && (change.from ?? 0) <= 36
  return (
    <>
      <Select
        {...field('group')}
        label={t.form.group}
        options={groups
          .filter(({ boundaries }) => boundaries.length > 0)
          .map(({ id, name }) => ({ value: id, label: name[language] }))}
        value={change.group}
        onChange={(id) => {
          const first = groups.find((one) => one.id === id)?.boundaries
          const only = first?.length === 1 ? first[0] : undefined
          set({ group: id, whose: only?.whose ?? 'person', from: only?.months ?? null })
        }}
      />
      <Select
        {...field('from')}
        label={t.form.boundary}
        options={(group?.boundaries ?? []).map(({ whose, months }) => ({
          value: `${whose} ${months}`,
          label: t.form.boundaryOf(ageInWords(months), whose === 'child'),
        }))}
        value={chosen}
        onChange={(value) => {
          const [whose, months] = value?.split(' ') ?? []
          set({ whose: whose === 'child' ? 'child' : 'person', from: months ? Number(months) : null })
        }}
      />
      <AgeField
        {...field('to')}
        label={t.form.to}
        unit={isInMonths ? t.form.months : t.form.years}
        monthsInUnit={isInMonths ? 1 : 12}
        value={typeof change.to === 'number' ? change.to : null}
        onChange={(to) => set({ to })}
      />
    </>
  )
  function ageInWords(months: number) {
    return months % 12 === 0 && months > 36
      ? `${months / 12} ${t.form.years}`
      : months % 12 === 0 && months > 0
        ? `${months} ${t.form.months} (${months / 12} ${t.form.years})`
        : `${months} ${t.form.months}`
  }
}

function NewGroupFields({ change, field, set }: Part) {
  const t = useMessages({ vi, en })
  return (
    <>
      <NameField
        {...field('name')}
        label={t.form.name}
        hint={t.form.nameHint}
        value={change.name}
        onChange={(name) => set({ name })}
      />
      <CoefficientField
        {...field('coefficient')}
        label={t.form.coefficient}
        value={change.value}
        onChange={(value) => set({ value })}
      />
      <AgeField
        {...field('fromAge')}
        label={t.form.fromAge}
        unit={t.form.years}
        monthsInUnit={1}
        value={change.fromAge}
        onChange={(fromAge) => set({ fromAge })}
      />
      <AgeField
        {...field('belowAge')}
        label={t.form.belowAge}
        unit={t.form.years}
        monthsInUnit={1}
        value={change.belowAge}
        onChange={(belowAge) => set({ belowAge })}
      />
      <Select
        {...field('poverty')}
        label={t.form.poverty}
        options={PovertyLevel.options.map((value) => ({ value, label: t.form.povertyLevels[value] }))}
        value={change.poverty}
        onChange={(poverty) => set({ poverty: poverty ?? 'any' })}
      />
      <fieldset className="field checks-inline">
        <legend>{t.form.disability}</legend>
        {disabilities.map((degree) => (
          <Checkbox
            key={degree}
            isSelected={change.disability.includes(degree)}
            onChange={(isOn) =>
              set({
                disability: isOn
                  ? [...change.disability, degree]
                  : change.disability.filter((other) => other !== degree),
              })
            }
          >
            {t.form.degrees[degree]}
          </Checkbox>
        ))}
      </fieldset>
      <div className="wide checks-inline">
        <Checkbox
          isSelected={change.inDifficultArea}
          onChange={(inDifficultArea) => set({ inDifficultArea })}
        >
          {t.form.inDifficultArea}
        </Checkbox>
        <Checkbox isSelected={change.withoutPension} onChange={(withoutPension) => set({ withoutPension })}>
          {t.form.withoutPension}
        </Checkbox>
      </div>
    </>
  )
}

/** What the law says now, in its margin. */
function Now({ change, law, standard }: Props) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const found = law && presentOf()
  if (!found) return null
  return (
    <p className="hint change-now">
      <Law>{t.form.now(found.what, found.cite.text)}</Law>
    </p>
  )
  function presentOf(): { what: string; cite: Cited } | undefined {
    if (!law) return undefined
    const group = law.groups.find(({ id }) => id === change.group)
    switch (change.kind) {
      case 'standard': {
        const cited =
          law.standards.find(({ value }) => value === standard) ??
          law.standards.find(({ territory }) => territory === 'central')
        return cited && standard !== undefined ? { what: formatMoney(standard), cite: cited.cite } : undefined
      }
      case 'social_pension':
        return law.socialPension
          ? { what: formatMoney(law.socialPension.value), cite: law.socialPension.cite }
          : undefined
      case 'small_pension':
        return law.smallPension
          ? { what: t.form.smallPensionModes[law.smallPension.mode], cite: law.smallPension.cite }
          : undefined
      case 'coefficient': {
        const owner = law.groups.find(({ rules }) => rules.some(({ id }) => id === change.rule))
        const rule = owner?.rules.find(({ id }) => id === change.rule)
        return owner && rule
          ? {
              what: formatTenths(rule.coefficient),
              cite: owner.cite,
            }
          : undefined
      }
      case 'poverty':
        return group?.poverty ? { what: t.form.povertyLevels[group.poverty], cite: group.cite } : undefined
      case 'age':
      case 'without':
        return group ? { what: group.name[language], cite: group.cite } : undefined
      case 'new_group':
        return undefined
    }
  }
}
