import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { apiQuery } from '#platform/web/api'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { ErrorSummary } from '#ui/error-summary'
import { formatDay } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { MonthField } from '#ui/parsed-field'
import { describeLaw, type ChangeKind, type Refusal, type Scenario } from '../contract.ts'
import { ChangeFields } from './change-fields.tsx'
import { newChange, readDraft, type Draft, type FieldErrors } from './draft.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { AgeField } from './number-fields.tsx'
import { useScenarioWords } from './use-words.ts'

/** «Thử đổi»: where, when and what; whatever is refused stands beside its field, and nothing typed is lost. */
export function ScenarioForm({
  draft,
  onChange,
  onSubmit,
  refusals,
  isPending,
}: {
  draft: Draft
  onChange: (draft: Draft) => void
  onSubmit: (scenario: Scenario) => void
  /** What the server refused of what was asked last. */
  refusals: readonly Refusal[]
  isPending: boolean
}) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const [attempt, setAttempt] = useState(0)
  const { data: law } = useQuery({
    ...apiQuery(describeLaw, {
      month: draft.month!, // Not asked while there is none.
      ...(draft.knownOn && { knownOn: draft.knownOn }),
    }),
    enabled: draft.month !== null,
    placeholderData: (before) => before,
  })
  const errors = useErrors(draft, refusals, attempt > 0)
  const area = law?.areas.find(({ id }) => String(id) === draft.areaId)
  const set = (fields: Partial<Draft>) => onChange({ ...draft, ...fields })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    const read = readDraft(draft)
    if ('scenario' in read) onSubmit(read.scenario)
  }
  const kinds = (Object.keys(t.form.kinds) as ChangeKind[]).filter(
    (kind) => law?.socialPension || (kind !== 'social_pension' && kind !== 'small_pension'),
  )
  return (
    <Panel
      title={t.form.title}
      aside={law && <span className="hint">{t.form.law(law.law[language])}</span>}
      isPadded
    >
      <form className="scenario-form" onSubmit={submit}>
        <ErrorSummary
          attempt={attempt}
          errors={Array.from(errors, ([fieldId, message]) => ({ fieldId, message }))}
        />
        <div className="basis">
          <MonthField
            id="month"
            label={t.form.month}
            error={errors.get('month')}
            value={draft.month}
            onChange={(month) => set({ month })}
          />
          <Select
            id="areaId"
            label={t.form.area}
            error={errors.get('areaId')}
            options={(law?.areas ?? []).map(({ id, name, level, lastDay }) => ({
              value: String(id),
              label: t.form.areaLevel(
                lastDay ? t.form.areaUntil(name, formatDay(lastDay)) : name,
                level === 2,
              ),
            }))}
            value={draft.areaId}
            onChange={(areaId) => set({ areaId })}
          />
          <MonthField
            id="from"
            label={t.form.from}
            error={errors.get('from')}
            value={draft.from}
            onChange={(from) => set({ from })}
          />
          <AgeField
            id="takeUp"
            label={t.form.takeUp}
            hint={t.form.takeUpHint}
            error={errors.get('takeUp')}
            unit="%"
            monthsInUnit={1}
            value={draft.takeUp}
            onChange={(takeUp) => set({ takeUp })}
          />
        </div>
        {draft.changes.length === 0 && <p className="hint">{t.form.noChanges}</p>}
        {draft.changes.map((change, place) => (
          <ChangeFields
            key={change.key}
            change={change}
            place={place}
            law={law}
            standard={area?.standard}
            errors={errors}
            onChange={(changed) => set({ changes: draft.changes.with(place, changed) })}
            onRemove={() => set({ changes: draft.changes.toSpliced(place, 1) })}
          />
        ))}
        <div className="add-change">
          <Select<ChangeKind>
            label={t.form.add}
            emptyLabel={t.form.addWhat}
            options={kinds.map((kind) => ({ value: kind, label: t.form.kinds[kind] }))}
            value={null}
            onChange={(kind) => kind && set({ changes: [...draft.changes, newChange(kind, law)] })}
          />
          <Button type="submit" emphasis="primary" isPending={isPending}>
            {t.form.submit}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

/** A sentence for each field that is missing, once somebody asked, and for each the server refused. */
function useErrors(draft: Draft, refusals: readonly Refusal[], isAsked: boolean): FieldErrors {
  const t = useMessages({ vi, en })
  const words = useScenarioWords()
  const read = readDraft(draft)
  if ('missing' in read) return new Map(isAsked ? read.missing.map((path) => [path, missing(path)]) : [])
  return new Map(
    refusals.map((refusal) => [
      refusal.path === 'changes' ? `changes.${draft.changes.length - 1}` : refusal.path,
      words.refusal(refusal),
    ]),
  )
  function missing(path: string): string {
    const [, place, name = path] = path.split('.')
    const kind = draft.changes[Number(place)]?.kind
    const m = t.form.missing
    switch (name) {
      case 'value':
        return kind === 'coefficient' ? m.coefficient : m.value
      case 'from':
        return kind === 'age' ? m.from_age : m.from
      case 'to':
        return kind === 'age' ? m.to : m.choose
      case 'fromAge':
      case 'belowAge':
        return m.age
      case 'month':
      case 'areaId':
      case 'takeUp':
      case 'coefficient':
      case 'rule':
      case 'group':
      case 'name':
        return m[name]
      default:
        return m.choose
    }
  }
}
