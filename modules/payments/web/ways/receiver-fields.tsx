import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { DateField } from '#ui/parsed-field'
import { TextField } from '#ui/text-field'
import type { PersonWays } from '../../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { FieldsOf, WayDraft } from './way-draft.ts'

/** Who receives: the payee, or somebody in their place, by a paper that ends or because the register knows why. */
export function ReceiverFields({
  draft,
  change,
  errorOf,
  receivers,
}: FieldsOf & { receivers: PersonWays['receivers'] }) {
  const t = useMessages({ vi, en })
  const { who, knownId } = draft
  const known = receivers.filter(({ role }) => role === who)
  const isTyped = who === 'authorised' && knownId === null
  const choose = (next: WayDraft['who']) => {
    const [only, ...others] = next === 'authorised' ? [] : receivers.filter(({ role }) => role === next)
    change({ who: next, knownId: others.length === 0 ? (only?.personId ?? null) : null, isReceivers: false })
  }
  return (
    <>
      <Select
        label={t.form.who}
        options={[
          { value: 'self', label: t.form.self },
          ...(['authorised', 'guardian', 'carer'] as const).map((role) => ({
            value: role,
            label: t.roles[role],
          })),
        ]}
        value={who}
        onChange={(next) => choose(next ?? 'self')}
      />
      {who !== 'self' && (
        <>
          {known.length > 0 && (
            <Select
              id="way-knownId"
              label={t.form.known}
              options={known.map(({ personId, name }) => ({ value: personId, label: name }))}
              value={knownId}
              onChange={(id) => change({ knownId: id })}
              {...(who === 'authorised' && { emptyLabel: t.form.someoneElse })}
              error={errorOf('knownId')}
            />
          )}
          {known.length === 0 && who !== 'authorised' && (
            <Notice kind="warn" title={t.form.noneKnown(t.roles[who])} />
          )}
          {isTyped && (
            <>
              <TextField
                id="way-fullName"
                label={t.form.fullName}
                autoComplete="off"
                value={draft.fullName}
                onChange={(fullName) => change({ fullName })}
                error={errorOf('fullName')}
              />
              <TextField
                label={t.form.number}
                inputMode="numeric"
                autoComplete="off"
                value={draft.number}
                onChange={(number) => change({ number })}
              />
            </>
          )}
          <TextField
            id="way-document"
            label={t.form.document}
            hint={t.form.documentHint}
            value={draft.document}
            onChange={(document) => change({ document })}
            error={errorOf('document')}
          />
          <DateField
            id="way-until"
            label={t.form.until}
            value={draft.until}
            onChange={(until) => change({ until })}
            error={errorOf('until')}
          />
        </>
      )}
    </>
  )
}
