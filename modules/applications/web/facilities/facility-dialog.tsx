import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listColleagues } from '#modules/identity/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
import { TextArea, TextField } from '#ui/text-field'
import { facilityKinds, recordFacility, registerFacility, type FacilityView } from '../../contract.ts'
import { useAct } from '../common/use-act.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { draftOf, isAbbreviation, placesIn, toldOf, type FacilityDraft } from './facility-draft.ts'
import { facilities as wordsEn } from './messages.en.ts'
import { facilities as wordsVi } from './messages.vi.ts'

type Props = {
  readonly facility: FacilityView | undefined
  readonly onClose: () => void
  readonly onDone: (name: string) => void
}

/** The head says what stands on the letterhead of their facility. */
export function OwnFacilityDialog({ facility, onClose, onDone }: Props) {
  const act = useAct(recordFacility)
  return (
    <FacilityForm
      facility={facility}
      act={act}
      onClose={onClose}
      onSend={(draft) => act.send({ ...toldOf(draft), requestId: act.requestId }, () => onDone(draft.name))}
    />
  )
}

/** Whoever keeps the register says it for them, and who they are. */
export function RegisterFacilityDialog({ facility, onClose, onDone }: Props) {
  const act = useAct(registerFacility)
  return (
    <FacilityForm
      facility={facility}
      namesHead
      act={act}
      onClose={onClose}
      onSend={(draft) =>
        draft.headId &&
        act.send(
          { ...toldOf(draft), id: facility?.id ?? null, headId: draft.headId, requestId: act.requestId },
          () => onDone(draft.name),
        )
      }
    />
  )
}

function FacilityForm({
  facility,
  namesHead = false,
  act,
  onClose,
  onSend,
}: Pick<Props, 'facility' | 'onClose'> & {
  readonly namesHead?: boolean
  readonly act: { readonly error: Error | null; readonly isPending: boolean }
  readonly onSend: (draft: FacilityDraft) => void
}) {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: wordsVi, en: wordsEn })
  const { form } = words
  const [draft, setDraft] = useState(() => draftOf(facility))
  const [isAttempted, attempt] = useState(false)
  const change = (what: Partial<FacilityDraft>) => setDraft((before) => ({ ...before, ...what }))
  const missing = [
    ...(draft.name.trim() === '' ? [form.name] : []),
    ...(isAbbreviation(draft.abbreviation) ? [] : [form.abbreviation]),
    ...(Number.isNaN(placesIn(draft.places)) ? [form.places] : []),
    ...(namesHead && draft.headId === null ? [form.head] : []),
  ]
  return (
    <ConfirmDialog
      isOpen
      isWide
      onClose={onClose}
      title={facility ? form.editTitle(facility.name) : form.title}
      verb={facility ? form.editVerb : form.verb}
      otherwise={form.otherwise}
      isPending={act.isPending}
      onConfirm={() => {
        attempt(true)
        if (missing.length === 0) onSend(draft)
      }}
    >
      <ProblemNotice error={act.error} words={t.problems} />
      {isAttempted && missing.length > 0 && (
        <Notice kind="warn">
          <p>{form.missing(missing.join('; '))}</p>
        </Notice>
      )}
      <TextField
        label={form.name}
        {...(facility && draft.name.trim() !== facility.name && { hint: form.renamed })}
        value={draft.name}
        onChange={(name) => change({ name })}
        isRequired
        maxLength={200}
      />
      <div className="intake-row">
        <Select
          label={words.kind}
          emptyLabel={words.notSaid}
          options={facilityKinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        <Select
          label={words.ownership}
          emptyLabel={words.notSaid}
          options={(['public', 'private'] as const).map((value) => ({
            value,
            label: words.ownerships[value],
          }))}
          value={draft.ownership}
          onChange={(ownership) => change({ ownership })}
        />
      </div>
      {namesHead && <HeadChoice value={draft.headId} onChange={(headId) => change({ headId })} />}
      <div className="intake-row">
        <TextField
          label={form.headTitle}
          value={draft.headTitle}
          onChange={(headTitle) => change({ headTitle })}
          maxLength={60}
        />
        <TextField
          label={form.places}
          hint={form.placesHint}
          inputMode="numeric"
          {...(isAttempted && Number.isNaN(placesIn(draft.places)) && { error: form.placesWrong })}
          value={draft.places}
          onChange={(places) => change({ places })}
        />
      </div>
      <div className="intake-row">
        <TextField
          label={form.superior}
          hint={form.superiorHint}
          value={draft.superior}
          onChange={(superior) => change({ superior })}
          maxLength={200}
        />
        <TextField
          label={form.abbreviation}
          hint={form.abbreviationHint}
          {...(isAttempted && !isAbbreviation(draft.abbreviation) && { error: form.abbreviationWrong })}
          value={draft.abbreviation}
          onChange={(abbreviation) => change({ abbreviation })}
          isRequired
          maxLength={12}
        />
      </div>
      <TextArea
        label={form.serves}
        rows={2}
        value={draft.serves}
        onChange={(serves) => change({ serves })}
        maxLength={500}
      />
      <div className="intake-row">
        <TextField
          label={form.address}
          value={draft.address}
          onChange={(address) => change({ address })}
          maxLength={200}
        />
        <TextField
          label={form.phone}
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
          maxLength={30}
        />
      </div>
      <Checkbox isSelected={draft.isListed} onChange={(isListed) => change({ isListed })}>
        {form.listed}
      </Checkbox>
      <p className="hint">{form.listedHint}</p>
    </ConfirmDialog>
  )
}

function HeadChoice({
  value,
  onChange,
}: {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}) {
  const t = useMessages({ vi, en })
  const { form } = useMessages({ vi: wordsVi, en: wordsEn })
  const { data, error } = useQuery(apiQuery(listColleagues, { may: 'applications.sign_for_facility' }))
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!data) return <Skeleton lines={1} />
  if (data.length === 0) return <p>{form.noHead}</p>
  return (
    <Select
      label={form.head}
      hint={form.headHint}
      emptyLabel={form.chooseHead}
      options={data.map(({ id, name }) => ({ value: id as string, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}
