import { addDays } from '#kernel/civil-date'
import { DataTable } from '#ui/data-table'
import { Day, formatDay, formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { CircumstanceView, PersonPage } from '../contract.ts'
import { useCircumstanceWords } from './circumstance-words.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Where a person lived, each unit by the name of its time. */
export function Residences({ person }: { person: PersonPage }) {
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

/** What holds on the day one looks at, and below it what is over or has not begun. */
export function Circumstances({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const { circumstances, on } = person
  const holds = ({ during: { from, until } }: CircumstanceView) =>
    (from === null || from <= on) && (until === null || on < until)
  const others = circumstances.filter((one) => !holds(one))
  return (
    <>
      <Panel title={t.circumstances.titleOn(formatDay(on))}>
        <CircumstanceTable rows={circumstances.filter(holds)} caption={t.circumstances.caption} />
      </Panel>
      {others.length > 0 && (
        <Panel title={t.circumstances.others}>
          <CircumstanceTable rows={others} caption={t.circumstances.othersCaption} />
        </Panel>
      )}
    </>
  )
}

function CircumstanceTable({ rows, caption }: { rows: readonly CircumstanceView[]; caption: string }) {
  const t = useMessages({ vi, en })
  const say = useCircumstanceWords()
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
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
              <span>
                {t.circumstances.document(evidence.document, evidence.number)}
                {evidence.issuedOn && (
                  <>
                    <br />
                    <span className="quiet">
                      <Day value={evidence.issuedOn} /> {evidence.issuedBy}
                    </span>
                  </>
                )}
              </span>
            ) : (
              t.none
            ),
        },
        {
          header: t.circumstances.recorded,
          cell: ({ recordedAt, source }) => (
            <span>
              {formatInstant(recordedAt)}
              <br />
              <span className="quiet">{source}</span>
            </span>
          ),
        },
      ]}
    />
  )
}

/** From the first day to the last; the register keeps the day after the last. */
function Period({ from, until }: PersonPage['residences'][number]['during']) {
  const t = useMessages({ vi, en })
  return (
    <span className="nowrap">
      <Day value={from} /> – {until ? <Day value={addDays(until, -1)} /> : t.now}
    </span>
  )
}
