import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { todayInVietnam } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { recordCircumstance, type PersonId } from '#modules/people/contract'
import { apiError } from '#platform/web/api'
import { ProblemNotice, useWords } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { DateField, MoneyField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import type { ApplicationView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { detailOf, type FactDraft, type RegisterKind, type Said } from './register-facts.ts'
import { useAct } from '../common/use-act.ts'

const disabilityTypes = ['mobility', 'hearing_speech', 'sight', 'mental', 'intellectual', 'other'] as const
const studies = ['general', 'continuing', 'vocational', 'first_degree'] as const
const sums: ReadonlySet<RegisterKind> = new Set([
  'pension',
  'social_insurance_allowance',
  'meritorious_allowance',
])

/** The day of the dialog is both: since when it holds, and when its paper was issued. */
const dayFields: ReadonlySet<unknown> = new Set(['from', 'detail.issuedOn'])

/**
 * Puts what was said and verified into the register, dated, with the paper it rests on. Where somebody would be paid
 * otherwise by it, a second person decides: everything typed goes along to where that is asked for.
 */
export function RecordFactDialog({
  file,
  personId,
  said,
  onClose,
  onDone,
}: {
  file: ApplicationView
  personId: PersonId
  said: Said & { readonly kind: RegisterKind }
  onClose: () => void
  onDone: () => void
}) {
  const t = useMessages({ vi, en })
  const words = t.facts
  const can = useCan()
  const act = useAct(recordCircumstance)
  const { kind } = said
  const [draft, setDraft] = useState<FactDraft>({
    types: [],
    number: '',
    study: 'general',
    from: kind === 'poverty' ? null : kind === 'disability' ? null : todayInVietnam(),
    monthly: typeof said.value === 'number' ? said.value : null,
  })
  const [paper, setPaper] = useState('')
  const [isAttempted, setAttempted] = useState(false)
  const change = (differing: Partial<FactDraft>) => setDraft((before) => ({ ...before, ...differing }))
  const standing = (file.asked['standing'] ?? {}) as Readonly<Record<string, unknown>> // Checked when it was received.
  const detail = detailOf(kind, standing, draft)
  const navigate = useNavigate()
  const say = useWords(t.problems)
  const isDayRefused = dayFields.has(apiError(act.error).details['field'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAttempted(true)
    if (!detail || !draft.from) return
    const { from } = draft
    const evidence = paper.trim()
      ? { document: paper.trim(), ...(draft.number && { number: draft.number }), issuedOn: from }
      : null
    const askForIt = {
      to: '/nghiep-vu/bien-dong/moi',
      search: { nguoi: personId },
      state: { asked: { change: { kind: 'circumstance', circumstance: kind, detail, from }, evidence } },
    }
    act.send(
      {
        personId,
        kind,
        detail,
        from,
        evidence,
        source: words.source(file.code),
        requestId: act.requestId,
      },
      onDone,
      (code) => {
        if (code === 'people.second_person_needed' && can('changes.record')) void navigate(askForIt as never) // Of another module, which the router cannot type here.
      },
    )
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.dialogTitle(words.names[said.fact] ?? '', file.fullName)}
      isWide
    >
      <form className="form" onSubmit={submit}>
        <ProblemNotice error={act.error} words={t.problems} />
        {kind === 'disability' && (
          <fieldset className="field" data-invalid={(isAttempted && draft.types.length === 0) || undefined}>
            <legend>{words.types}</legend>
            {isAttempted && draft.types.length === 0 && <p className="field-error">{words.needsTypes}</p>}
            {disabilityTypes.map((type) => (
              <Checkbox
                key={type}
                isSelected={draft.types.includes(type)}
                onChange={(is) =>
                  change({ types: is ? [...draft.types, type] : draft.types.filter((one) => one !== type) })
                }
              >
                {words.typeNames[type]}
              </Checkbox>
            ))}
          </fieldset>
        )}
        {kind === 'study' && (
          <Select
            label={words.study}
            options={studies.map((value) => ({ value, label: words.studies[value] }))}
            value={draft.study}
            onChange={(study) => study && change({ study })}
          />
        )}
        {sums.has(kind) && (
          <MoneyField
            label={words.monthly}
            value={draft.monthly as Dong | null} // Read as a whole sum.
            onChange={(monthly) => change({ monthly })}
          />
        )}
        <DateField
          label={kind === 'disability' ? words.issuedOn : words.from}
          value={draft.from}
          onChange={(from) => change({ from })}
          error={isAttempted && !draft.from ? words.needsFrom : isDayRefused ? say(act.error) : undefined}
        />
        <TextField label={words.paper} hint={words.paperHint} value={paper} onChange={setPaper} />
        <TextField label={words.number} value={draft.number} onChange={(number) => change({ number })} />
        <p className="hint">{words.afterwards}</p>
        <div className="btns">
          <Button type="submit" emphasis="primary" isPending={act.isPending}>
            {words.record}
          </Button>
          <Button onPress={onClose}>{t.act.otherwise}</Button>
        </div>
      </form>
    </Dialog>
  )
}
