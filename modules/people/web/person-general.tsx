import type { ReactNode } from 'react'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { BirthDate, Day, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, Panel } from '#ui/page'
import type { PersonMention, PersonPage, RelationView } from '../contract.ts'
import { useCircumstanceWords } from './circumstance-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
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
      </div>
    </div>
  )
}

function Identity({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const facts: [string, ReactNode][] = [
    [t.identity.name, person.fullName],
    [t.identity.born, <BirthDate key="born" value={person.born} precision={person.bornPrecision} />],
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
  return (
    <Panel title={t.identity.title} isPadded>
      <Facts facts={facts} />
      {person.formerIdentities.length > 0 && (
        <>
          <h3 className="h-small">{t.identity.former}</h3>
          <ul className="lines">
            {person.formerIdentities.map((former) => (
              <li key={former.retractedAt}>
                {former.fullName}, <BirthDate value={former.born} precision={former.bornPrecision} />{' '}
                <span className="quiet">{t.identity.formerUntil(formatInstant(former.retractedAt))}</span>
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
                  <span className="quiet">{t.household.decision(poverty.decision)}</span>
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
  if (person.fullName === null) return <span className="quiet">{t.household.hidden}</span>
  return (
    <>
      {isSelf ? (
        <b>{person.fullName}</b>
      ) : (
        <TextLink href={`/nghiep-vu/nguoi/${person.id}`}>{person.fullName}</TextLink>
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
    during.until && `→ ${formatDay(during.until)}`,
  ]
  return <span className="quiet">· {words.filter(Boolean).join(', ')}</span>
}

function Residences({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  return (
    <Panel title={t.residences.title}>
      <DataTable
        caption={t.residences.caption}
        isCaptionHidden
        rows={person.residences}
        empty={t.residences.none}
        columns={[
          {
            header: t.residences.area,
            cell: ({ area }) => (
              <>
                {area.name}
                {area.nowId !== area.id && (
                  <>
                    <br />
                    <span className="quiet">{t.residences.nowCalled(area.nowName)}</span>
                  </>
                )}
              </>
            ),
            isName: true,
          },
          {
            header: t.residences.place,
            cell: ({ village, address }) => [address, village].filter(Boolean).join(', ') || t.none,
          },
          { header: t.residences.period, cell: ({ during }) => <Period {...during} /> },
          { header: t.residences.source, cell: ({ source }) => source },
        ]}
      />
    </Panel>
  )
}

function Circumstances({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const say = useCircumstanceWords()
  return (
    <Panel title={t.circumstances.title}>
      <DataTable
        caption={t.circumstances.caption}
        isCaptionHidden
        rows={person.circumstances}
        empty={t.circumstances.none}
        columns={[
          {
            header: t.circumstances.what,
            cell: (fact) => {
              const { name, detail } = say(fact)
              return (
                <>
                  {name}
                  {detail && <span className="fact-detail">{detail}</span>}
                </>
              )
            },
            isName: true,
          },
          { header: t.circumstances.period, cell: ({ during }) => <Period {...during} /> },
          {
            header: t.circumstances.evidence,
            cell: ({ evidence }) =>
              evidence ? (
                <>
                  {t.circumstances.document(evidence.document, evidence.number)}
                  {evidence.issuedOn && (
                    <>
                      <br />
                      <span className="quiet">
                        <Day value={evidence.issuedOn} /> {evidence.issuedBy}
                      </span>
                    </>
                  )}
                </>
              ) : (
                t.none
              ),
          },
          {
            header: t.circumstances.recorded,
            cell: ({ recordedAt, source }) => (
              <>
                {formatInstant(recordedAt)}
                <br />
                <span className="quiet">{source}</span>
              </>
            ),
          },
        ]}
      />
    </Panel>
  )
}

/** From the first day to the last; the register keeps the day after. */
function Period({ from, until }: PersonPage['residences'][number]['during']) {
  const t = useMessages({ vi, en })
  return (
    <span className="nowrap">
      <Day value={from} /> – {until ? <Day value={until} /> : t.now}
    </span>
  )
}
