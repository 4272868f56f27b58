import type { ReactNode } from 'react'
import { addDays } from '#kernel/civil-date'
import { useDaysKept } from '#platform/web/past-view'
import { TextLink } from '#ui/button'
import { BirthDate, Day, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, Panel } from '#ui/page'
import type { PersonMention, PersonPage, RelationView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Differences } from './person-differences.tsx'
import { Circumstances, Residences } from './person-history.tsx'
import { usePerson } from './person-layout.tsx'

/** Identity, household, relations, residences and circumstances on the day one looks at. */
export function PersonGeneral() {
  const person = usePerson()
  return (
    <div className="person-columns">
      <div className="stack">
        <Identity person={person} />
        <Circumstances person={person} />
        <Residences person={person} />
      </div>
      <div className="stack">
        <Household person={person} />
        <Relations person={person} />
        <Differences person={person} />
      </div>
    </div>
  )
}

function Identity({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const facts: [string, ReactNode][] = [
    [t.identity.name, person.fullName],
    [t.identity.born, <BirthDate key="born" value={person.born} precision={person.bornPrecision} />],
    ...(person.diedOn
      ? [[t.identity.died, <Day key="died" value={person.diedOn} />] as [string, ReactNode]]
      : []),
    [t.identity.sex, t.sex[person.sex]],
    [t.identity.ethnic, person.ethnicGroup ?? t.none],
    [t.identity.phone, person.phone ?? t.none],
    ...person.identifiers.map(({ kind, number, verifiedOn, findings }): [string, ReactNode] => [
      t.identity.kinds[kind],
      <span key={number}>
        {number}{' '}
        <span className="quiet">
          {verifiedOn ? t.identity.checked(formatDay(verifiedOn)) : t.identity.notChecked}
        </span>
        {findings.map(({ code }) => (
          <Notice key={code} kind="warn">
            <p>{t.identity.findings[code] ?? t.identity.finding}</p>
          </Notice>
        ))}
      </span>,
    ]),
    [t.identity.source, t.identity.from(person.identity.source, formatInstant(person.identity.recordedAt))],
  ]
  // A death, or another telephone, is a new version as well; who it is has stayed the same.
  const former = person.formerIdentities.filter(
    ({ fullName, born, bornPrecision }) =>
      fullName !== person.fullName || born !== person.born || bornPrecision !== person.bornPrecision,
  )
  return (
    <Panel title={t.identity.title} isPadded>
      <Facts facts={facts} />
      {former.length > 0 && (
        <>
          <h3 className="h-small">{t.identity.former}</h3>
          <ul className="lines">
            {former.map(({ fullName, born, bornPrecision, retractedAt }) => (
              <li key={retractedAt}>
                {fullName}, <BirthDate value={born} precision={bornPrecision} />{' '}
                <span className="quiet">{t.identity.formerUntil(formatInstant(retractedAt))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  )
}

function Household({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const { household, poverty } = person
  return (
    <Panel title={t.household.title(formatDay(person.on))}>
      {household ? (
        <ul className="lines">
          {poverty && (
            <li>
              <b>
                {poverty.level === 'poor' ? t.person.poor(poverty.year) : t.person.nearPoor(poverty.year)}
              </b>
              {poverty.decision && (
                <>
                  <br />
                  <span className="quiet">{poverty.decision}</span>
                </>
              )}
            </li>
          )}
          {household.members.map(({ membershipId, person: member, isHead, relationToHead }) => (
            <li key={membershipId}>
              <Mention person={member} isSelf={member.id === person.id} />
              <br />
              <span className="quiet">{isHead ? t.household.head : relationToHead}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="empty">{t.household.none}</p>
      )}
    </Panel>
  )
}

function Mention({ person, isSelf = false }: { person: PersonMention; isSelf?: boolean }) {
  const t = useMessages({ vi, en })
  const keepDays = useDaysKept()
  if (person.fullName === null) return <span className="quiet">{t.household.hidden}</span>
  return (
    <>
      {isSelf ? (
        <b>{person.fullName}</b>
      ) : (
        <TextLink href={keepDays(`/nghiep-vu/nguoi/${person.id}`)}>{person.fullName}</TextLink>
      )}
      {person.born && <span className="quiet"> {person.born.slice(0, 4)}</span>}
      {person.diedOn && <span className="quiet"> · {t.household.dead}</span>}
    </>
  )
}

function Relations({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const groups = (['relatives', 'care', 'collectors'] as const).filter(
    (group) => person.relations[group].length > 0,
  )
  return (
    <Panel title={t.relations.title}>
      {groups.length === 0 ? (
        <p className="empty">{t.relations.none}</p>
      ) : (
        groups.map((group) => (
          <div key={group} className="panel-body">
            <h3 className="h-small">{t.relations.groups[group]}</h3>
            <ul className="plain-list">
              {person.relations[group].map((relation) => (
                <li key={relation.id}>
                  <Mention person={relation.other} /> <RelationWords relation={relation} />
                </li>
              ))}
            </ul>
          </div>
        ))
      )}
    </Panel>
  )
}

function RelationWords({ relation }: { relation: RelationView }) {
  const t = useMessages({ vi, en })
  const { kind, side, detail, during } = relation
  const words = [
    t.relations[side][kind],
    typeof detail['arrangement'] === 'string' && t.relations.arrangement[detail['arrangement']],
    during.until && t.relations.until(formatDay(addDays(during.until, -1))),
  ]
  return <span className="quiet">· {words.filter(Boolean).join(', ')}</span>
}
