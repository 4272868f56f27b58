import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactNode } from 'react'
import { searchPeople, type PersonHit } from '#modules/people/contract'
import { apiError, apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, Panel } from '#ui/page'
import { TextField } from '#ui/text-field'
import { matchPerson, type ApplicationView } from '../../contract.ts'
import { isElsewhere } from './file-action.ts'
import { ActProblem } from '../common/conflict.tsx'
import { fileHref, personHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { useAct } from '../common/use-act.ts'
import { useLabel } from '../common/use-label.ts'

/** How somebody of the register compared with the population register, as whoever asks there shows it. */
export type Compared = (personId: string) => ReactNode

type Props = {
  readonly file: ApplicationView
  readonly compared: Compared
  readonly onDone: (news: string) => void
}

/** Whom the file is about, as written down, and whom of the register that is; beside it what else is open about them. */
export function FilePerson({ file, compared, onDone }: Props) {
  const t = useMessages({ vi, en }).file.person
  const { subject, applicant, payment, personId, otherArea } = file
  const can = useCan()
  // While another unit has the file in hand, the person still lives where it came from.
  const homeUnit = otherArea?.hasFile ? otherArea.name : file.area.name
  const home = [subject.address, subject.village, homeUnit].filter(Boolean).join(', ')
  return (
    <Panel
      title={t.title}
      aside={
        personId ? (
          <Chip kind="ok">{t.matched}</Chip>
        ) : (
          <Chip kind="warn" icon="help">
            {t.unmatched}
          </Chip>
        )
      }
      isPadded
    >
      <div className="stack">
        <Facts
          facts={[
            [t.written, <b key="name">{subject.fullName}</b>],
            [t.born, <BirthDate key="born" value={subject.born} precision={subject.bornPrecision} />],
            ...(subject.number ? [[t.number, subject.number] as const] : []),
            ...(subject.phone ? [[t.phone, subject.phone] as const] : []),
            [t.home, home],
            ...(applicant
              ? [
                  [
                    t.applicant,
                    [applicant.fullName, t.relations[applicant.relation], applicant.phone]
                      .filter(Boolean)
                      .join(' · '),
                  ] as const,
                ]
              : []),
            ...(payment
              ? [
                  [
                    t.payment,
                    [
                      payment.method === 'cash'
                        ? t.cash
                        : t.account(payment.bank ?? '', payment.account ?? ''),
                      payment.receiver === 'applicant' && t.receivedByApplicant,
                    ]
                      .filter(Boolean)
                      .join(' · '),
                  ] as const,
                ]
              : []),
          ]}
        />
        {file.registeredHome !== null && (
          <Notice kind="warn">
            <p>{t.livesElsewhere(file.registeredHome)}</p>
          </Notice>
        )}
        {personId && !can('people.read') ? null : personId ? (
          <div className="btns">
            <LinkButton icon="person" href={personHref(personId)}>
              {t.open}
            </LinkButton>
          </div>
        ) : (
          <Matching file={file} onDone={onDone} />
        )}
        {personId && compared(personId)}
        <Alike file={file} />
      </div>
    </Panel>
  )
}

function Alike({ file }: { file: ApplicationView }) {
  const t = useMessages({ vi, en }).file.person
  const label = useLabel()
  if (file.alike.length === 0) return <p className="quiet">{t.alikeNone}</p>
  return (
    <Notice kind="warn" title={t.alike}>
      <ul className="bullets">
        {file.alike.map(({ id, code, procedureName, receivedOn }) => (
          <li key={id}>
            <TextLink href={fileHref(id)}>{code}</TextLink> · {label(procedureName)} ·{' '}
            {t.alikeSince(formatDay(receivedOn))}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Looks the person up by what the form says, and says which one it is; a difference is named before it is accepted. */
function Matching({ file, onDone }: { file: ApplicationView; onDone: (news: string) => void }) {
  const t = useMessages({ vi, en })
  const words = t.file.person
  const can = useCan()
  const { subject } = file
  const [typed, type] = useState(`${subject.fullName} ${subject.born.slice(0, 4)}`)
  const [q, ask] = useState(typed)
  const [differing, setDiffering] = useState<PersonHit>()
  const act = useAct(matchPerson)
  const { areaId } = useMe()
  const mayMatch = can('applications.handle') && file.actions.length > 0 && !isElsewhere(file, areaId)
  const isComing = file.endsIn.includes('transfer') && file.otherArea === null
  const next = isComing ? words.unmatchedMove : words.unmatchedNext
  const found = useQuery({
    ...apiQuery(searchPeople, { q, wholeArea: true }),
    enabled: mayMatch && can('people.search'),
    retry: false,
  })
  if (isElsewhere(file, areaId)) return <p>{words.unmatchedElsewhere(file.area.name)}</p>
  if (!mayMatch) return <p>{next}</p>
  const match = (hit: PersonHit, isSameAllTheSame: boolean) => {
    setDiffering(hit)
    act.send(
      { id: file.id, version: file.version, personId: hit.id, isSameAllTheSame, requestId: act.requestId },
      () => onDone(words.matched),
    )
  }
  const isDiffering = act.error && apiError(act.error).code === 'applications.person_differs'
  return (
    <div className="stack">
      <p>{next}</p>
      <search>
        <form
          className="inline-form"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            ask(typed.normalize('NFC').trim())
          }}
        >
          <TextField label={words.findBox} type="search" value={typed} onChange={type} />
          <Button type="submit" icon="search">
            {words.find}
          </Button>
        </form>
      </search>
      {isDiffering && differing ? (
        <Notice
          kind="warn"
          isLive
          actions={
            <Button isPending={act.isPending} onPress={() => match(differing, true)}>
              {words.sameAllTheSame}
            </Button>
          }
        >
          <p>{words.differs(differing.fullName, formatDay(differing.born))}</p>
        </Notice>
      ) : (
        <ActProblem error={act.error} onLookAgain={() => void act.lookAgain()} />
      )}
      <ProblemNotice error={found.error} words={t.problems} onRetry={() => void found.refetch()} />
      {found.data &&
        (found.data.hits.length === 0 ? (
          <p>{words.nobody}</p>
        ) : (
          <ul className="lines" aria-label={words.candidates}>
            {found.data.hits.slice(0, 8).map((hit) => (
              <li key={hit.id} className="split">
                <span>
                  <TextLink href={personHref(hit.id)}>{hit.fullName}</TextLink> ·{' '}
                  <BirthDate value={hit.born} precision={hit.bornPrecision} /> · {hit.number?.masked ?? '—'} ·{' '}
                  {[hit.village, hit.home.nowName].filter(Boolean).join(', ')}
                </span>
                <Button
                  aria-label={words.matchOf(hit.fullName, formatDay(hit.born))}
                  isPending={act.isPending}
                  onPress={() => match(hit, false)}
                >
                  {words.match}
                </Button>
              </li>
            ))}
          </ul>
        ))}
    </div>
  )
}
