import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { BirthDate, formatCount, formatMoney, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Pages } from '#ui/pages'
import { TabLinks } from '#ui/tabs'
import { decidedOneByOne, ImportVerdict } from '../../domain/import/findings.ts'
import {
  acceptImportFindings,
  decideImportRow,
  listImportRows,
  type ImportRowView,
  type ImportView,
} from '../../import-contract.ts'
import { importHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { VerdictChip } from './state-chip.tsx'
import '../people.css'

const size = 50

/** What waits to be looked at can be accepted before the other rows are taken in, or after. */
function canBeLookedAt({ state }: ImportView) {
  return state === 'checked' || state === 'applied'
}

/** What can be accepted wherever it occurs, with how often it does. */
export function FindingTable({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  const accept = useCommand(acceptImportFindings)
  const open = view.findings.filter(({ waiting }) => waiting > 0)
  if (open.length === 0 || !canBeLookedAt(view)) return null
  return (
    <Panel title={t.findings}>
      <ProblemNotice error={accept.error} words={t.problems} />
      <DataTable
        caption={t.findings}
        isCaptionHidden
        rows={open}
        rowKey={({ code }) => code}
        empty={t.fine}
        columns={[
          {
            header: t.finding,
            cell: ({ waiting, example: { row, finding } }) => (
              <span className="import-finding">
                {t.inRows(row, waiting - 1, t.findingWords[finding.code](finding))}
              </span>
            ),
            isName: true,
          },
          { header: t.count, cell: ({ waiting }) => formatCount(waiting), align: 'end' },
          {
            header: t.acceptOne,
            isHeaderHidden: true,
            cell: ({ code, waiting }) =>
              decidedOneByOne.has(code) ? (
                <TextLink href={importHref(view.id, { verdict: 'look' })}>{t.impact.see}</TextLink>
              ) : (
                <Button
                  isPending={accept.isPending && accept.variables.code === code}
                  onPress={() => accept.mutate({ id: view.id, code })}
                >
                  {t.accept(formatCount(waiting))}
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  )
}

/** The rows by verdict, with what was found in each and a way to accept it. */
export function RowTable({
  view,
  verdict,
  page,
}: {
  view: ImportView
  verdict: ImportVerdict | undefined
  page: number
}) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(
    apiQuery(listImportRows, { id: view.id, page, size, ...(verdict && { verdict }) }),
  )
  const accept = useCommand(acceptImportFindings)
  const decide = useCommand(decideImportRow)
  return (
    <Panel title={t.rowsTitle}>
      <TabLinks
        label={t.verdict}
        links={[
          { href: importHref(view.id), label: t.all, isHere: verdict === undefined },
          ...ImportVerdict.options.map((one) => ({
            href: importHref(view.id, { verdict: one }),
            label: t.verdicts[one],
            count: view.rows[one],
            isHere: verdict === one,
          })),
        ]}
      />
      <ProblemNotice error={accept.error ?? decide.error} words={t.problems} />
      {data.rows.some(({ findings }) => findings.some(isShownByName)) && (
        <p className="hint panel-body">{t.capitals}</p>
      )}
      <DataTable
        caption={t.rowsTitle}
        isCaptionHidden
        rows={data.rows}
        rowKey={({ row }) => String(row)}
        empty={t.noRows}
        window={{ first: (page - 1) * size + 1, total: data.total }}
        columns={[
          { header: t.row, cell: ({ row }) => row, align: 'end' },
          { header: t.person, cell: (row) => <Person row={row} />, isName: true },
          { header: t.verdict, cell: (row) => <VerdictChip row={row} /> },
          {
            header: t.reason,
            cell: (row) => (
              <Findings
                row={row}
                canAccept={canBeLookedAt(view) && row.verdict === 'look'}
                onAccept={(code) => accept.mutate({ id: view.id, code, rows: [row.row] })}
                onDecide={(personId) => decide.mutate({ id: view.id, row: row.row, personId })}
              />
            ),
          },
        ]}
      />
      <Pages
        page={page}
        pageSize={size}
        total={data.total}
        href={(at) => importHref(view.id, { verdict, page: at })}
      />
    </Panel>
  )
}

function Person({ row: { person, personId, label, owed } }: { row: ImportRowView }) {
  const t = useMessages({ vi, en })
  if (!person) return label || t.unnamedPerson
  return (
    <>
      {personId ? (
        <TextLink href={`/nghiep-vu/nguoi/${personId}`}>{person.fullName}</TextLink>
      ) : (
        person.fullName
      )}
      <br />
      <span className="quiet">
        <BirthDate value={person.born} precision={person.bornPrecision} />
      </span>
      {owed && (
        <>
          <br />
          <span className="quiet">
            {t.arrears(formatMoney(owed.amount), formatMonth(owed.from), formatMonth(owed.through))}
          </span>
        </>
      )}
    </>
  )
}

/** Names in capitals fill whole lists; the name as it will be written stands beside, so it is said once above. */
function isShownByName({ code }: ImportRowView['findings'][number]) {
  return code === 'name_capitals'
}

function Findings({
  row: { row, findings: all, accepted, personId },
  canAccept,
  onAccept,
  onDecide,
}: {
  row: ImportRowView
  canAccept: boolean
  onAccept: (code: string) => void
  onDecide: (personId: string | null) => void
}) {
  const t = useMessages({ vi, en })
  const findings = all.filter((finding) => !isShownByName(finding))
  if (findings.length === 0) return <span className="quiet">{t.fine}</span>
  return (
    <ul className="lines">
      {findings.map((finding) => (
        <li
          key={`${finding.code} ${finding.column}`}
          className={finding.level === 'note' ? 'quiet' : undefined}
        >
          {t.columnBefore(finding) && <b>{t.columnBefore(finding)}: </b>}
          {t.findingWords[finding.code](finding)}{' '}
          {accepted.includes(finding.code) ? (
            <span className="quiet">
              (
              {decidedOneByOne.has(finding.code)
                ? finding.details['personId'] === personId && personId
                  ? t.isSame
                  : t.isOther
                : t.accepted}
              )
            </span>
          ) : (
            canAccept &&
            finding.level === 'look' &&
            (decidedOneByOne.has(finding.code) ? (
              <Decision row={row} details={finding.details} onDecide={onDecide} />
            ) : (
              <Button aria-label={t.acceptRow(row)} onPress={() => onAccept(finding.code)}>
                {t.acceptOne}
              </Button>
            ))
          )}
        </li>
      ))}
    </ul>
  )
}

/** Whether the likely one of the register is the person of the row; only who may be seen can be chosen. */
function Decision({
  row,
  details,
  onDecide,
}: {
  row: number
  details: ImportRowView['findings'][number]['details']
  onDecide: (personId: string | null) => void
}) {
  const t = useMessages({ vi, en })
  const name = String(details['name'])
  const personId = details['personId'] === undefined ? undefined : String(details['personId'])
  return (
    <span className="btns">
      {personId !== undefined && (
        <>
          <TextLink href={`/nghiep-vu/nguoi/${personId}`} target="_blank" aria-label={t.openFoundOf(name)}>
            {t.openFound}
          </TextLink>
          <Button aria-label={t.sameRow(row, name)} onPress={() => onDecide(personId)}>
            {t.same}
          </Button>
        </>
      )}
      <Button aria-label={t.otherRow(row, name)} onPress={() => onDecide(null)}>
        {t.other}
      </Button>
    </span>
  )
}
