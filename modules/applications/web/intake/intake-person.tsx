import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { searchPeople, type PersonHit, type PersonPage } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { BirthDateFields } from '#ui/birth-date-fields'
import { Button, TextLink } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Panel } from '#ui/page'
import { TextField } from '#ui/text-field'
import type { ApplicationView } from '../../contract.ts'
import { fileHref, personHref } from '../common/hrefs.ts'
import type { Complaint, Draft, PartProps } from './intake-draft.ts'
import { IntakeHits } from './intake-hits.tsx'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useLabel } from '../common/use-label.ts'

type Props = PartProps & {
  /** The number was refused for what it says of its holder: it is asked why it is kept. */
  readonly isNumberDoubtful: boolean
  /** Whoever is not found here is in the register of the unit they left. */
  readonly isKnownElsewhere: boolean
  /** The procedure may be about somebody who has died. */
  readonly mayHaveDied: boolean
}

/** Whom it is about: found in the register first, and only written down when nobody is found there. */
export function IntakePerson({
  draft,
  person,
  alike,
  complaints,
  isNumberDoubtful,
  isKnownElsewhere,
  mayHaveDied,
  onChange,
}: Props & { person: PersonPage | undefined; alike: ApplicationView['alike'] }) {
  const t = useMessages({ vi, en })
  const words = t.intake
  const label = useLabel()
  return (
    <Panel title={words.who} isPadded>
      <div className="stack">
        {draft.personId && person ? (
          <>
            <p className="who">
              <b>
                <TextLink href={personHref(person.id)}>{person.fullName}</TextLink>
              </b>
              <BirthDate value={person.born} precision={person.bornPrecision} />
              <span>{[person.village, person.home?.nowName].filter(Boolean).join(', ')}</span>
              {person.identifiers[0] && <span>{person.identifiers[0].number}</span>}
            </p>
            <TextField
              label={words.village}
              hint={words.villageHint}
              value={draft.village ?? person.village ?? ''}
              onChange={(village) => onChange({ village })}
            />
            {person.diedOn && (
              <Notice kind={mayHaveDied ? 'info' : 'warn'}>
                <p>{words.died(formatDay(person.diedOn))}</p>
              </Notice>
            )}
            <div className="btns">
              <Button
                icon="undo"
                onPress={() => onChange({ personId: null, village: undefined, standing: {}, papers: {} })}
              >
                {words.otherPerson}
              </Button>
            </div>
          </>
        ) : (
          <Find
            draft={draft}
            complaints={complaints}
            isNumberDoubtful={isNumberDoubtful}
            isKnownElsewhere={isKnownElsewhere}
            mayHaveDied={mayHaveDied}
            onChange={onChange}
          />
        )}
        {alike.length > 0 && (
          <Notice kind="warn" title={t.file.person.alike}>
            <ul className="bullets">
              {alike.map(({ id, code, procedureName, receivedOn }) => (
                <li key={id}>
                  <TextLink href={fileHref(id)}>{code}</TextLink> · {label(procedureName)} ·{' '}
                  {t.file.person.alikeSince(formatDay(receivedOn))}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="intake-row">
          <TextField
            label={words.phone}
            type="tel"
            value={draft.phone}
            onChange={(phone) => onChange({ phone })}
          />
          <Checkbox
            isSelected={draft.applicant !== null}
            onChange={(is) =>
              onChange({ applicant: is ? { fullName: '', relation: 'child', phone: '' } : null })
            }
          >
            {words.somebodyElse}
          </Checkbox>
        </div>
        {draft.applicant && <ApplicantFields draft={draft} complaints={complaints} onChange={onChange} />}
      </div>
    </Panel>
  )
}

function Find({ isKnownElsewhere, ...props }: Props) {
  const { draft, complaints, onChange } = props
  const t = useMessages({ vi, en })
  const words = t.intake
  const [typed, type] = useState('')
  const [q, ask] = useState('')
  const found = useQuery({
    ...apiQuery(searchPeople, { q, wholeArea: true, includeDead: true }),
    enabled: q.length > 2,
    retry: false,
  })
  const choose = (hit: PersonHit) => onChange({ personId: hit.id, isNew: false })
  const isMissing = complaints.some(({ kind }) => kind === 'person')
  return (
    <div className="stack">
      <search>
        <form
          className="inline-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            ask(typed.normalize('NFC').trim())
          }}
        >
          <TextField
            id="intake-person"
            label={t.file.person.findBox}
            hint={words.findHint}
            type="search"
            value={typed}
            onChange={type}
            error={isMissing ? words.complaints.person : undefined}
          />
          <Button type="submit" icon="search">
            {t.file.person.find}
          </Button>
        </form>
      </search>
      <ProblemNotice error={found.error} words={t.problems} onRetry={() => void found.refetch()} />
      {found.data && <IntakeHits hits={found.data.hits} mayHaveDied={props.mayHaveDied} onChoose={choose} />}
      {(found.data ?? draft.isNew) && (
        <Checkbox isSelected={draft.isNew} onChange={(isNew) => onChange({ isNew })}>
          {isKnownElsewhere ? words.stillElsewhere : words.notThere}
        </Checkbox>
      )}
      {draft.isNew && isKnownElsewhere && <p className="hint">{words.stillElsewhereHint}</p>}
      {draft.isNew && <NewPersonFields {...props} />}
    </div>
  )
}

function NewPersonFields({
  draft,
  complaints,
  isNumberDoubtful,
  onChange,
}: Omit<Props, 'isKnownElsewhere' | 'mayHaveDied'>) {
  const t = useMessages({ vi, en }).intake
  const { subject } = draft
  const set = (differing: Partial<Draft['subject']>) => onChange({ subject: { ...subject, ...differing } })
  const error = (kind: Complaint['kind']) =>
    complaints.some((one) => one.kind === kind) ? t.complaints[kind] : undefined
  return (
    <div className="stack">
      <div className="intake-row">
        <TextField
          id="intake-name"
          label={t.fullName}
          value={subject.fullName}
          onChange={(fullName) => set({ fullName })}
          error={error('name')}
        />
        <Select
          id="intake-sex"
          label={t.sex}
          options={[
            { value: 'female', label: t.female },
            { value: 'male', label: t.male },
          ]}
          value={subject.sex}
          onChange={(sex) => set({ sex })}
          error={error('sex')}
        />
        <TextField
          label={t.number}
          hint={t.numberHint}
          inputMode="numeric"
          value={subject.number}
          onChange={(number) => set({ number })}
        />
        {(isNumberDoubtful || subject.numberKept) && (
          <TextField
            label={t.numberKept}
            hint={t.numberKeptHint}
            value={subject.numberKept ?? ''}
            onChange={(numberKept) => set({ numberKept })}
          />
        )}
        <TextField label={t.village} value={subject.village} onChange={(village) => set({ village })} />
      </div>
      <BirthDateFields
        id="intake-birth"
        label={t.birth}
        value={subject.birth}
        onChange={(birth) => set({ birth })}
        error={error('birth')}
      />
    </div>
  )
}

function ApplicantFields({ draft, complaints, onChange }: PartProps) {
  const t = useMessages({ vi, en })
  const words = t.intake
  const applicant = draft.applicant!
  const set = (differing: Partial<NonNullable<Draft['applicant']>>) =>
    onChange({ applicant: { ...applicant, ...differing } })
  const relations = Object.entries(t.file.person.relations) as [typeof applicant.relation, string][] // Its keys are the relations.
  return (
    <div className="intake-row">
      <TextField
        id="intake-applicant"
        label={words.applicantName}
        value={applicant.fullName}
        onChange={(fullName) => set({ fullName })}
        error={complaints.some(({ kind }) => kind === 'applicant') ? words.complaints.applicant : undefined}
      />
      <Select
        label={words.relation}
        options={relations.map(([value, label]) => ({ value, label }))}
        value={applicant.relation}
        onChange={(relation) => relation && set({ relation })}
      />
      <TextField
        label={words.applicantPhone}
        type="tel"
        value={applicant.phone}
        onChange={(phone) => set({ phone })}
      />
    </div>
  )
}
