import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { LinkButton, TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { listApplications, listProposals, type ApplicationRowView, type QueueView } from '../contract.ts'
import './common/desk.css'
import { FileClock } from './common/file-clock.tsx'
import { fileHref, queueHref, signingHref } from './common/hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Risk } from './signing/signing-table.tsx'
import { StepChip } from './common/step-chip.tsx'
import { useLabel } from './common/use-label.ts'

const shownRows = 6
const pressing: ReadonlySet<string> = new Set(['over', 'due', 'near'])

/** On the page of the day: for whoever signs what waits for them, for whoever handles files those that cannot wait. */
export function ApplicationsBlocks() {
  const can = useCan()
  return (
    <>
      {can('applications.sign') && <ToSign />}
      {can('applications.handle') && <Pressing />}
    </>
  )
}

function Pressing() {
  const t = useMessages({ vi, en })
  const words = t.home
  const label = useLabel()
  const { data, error, isLoading, refetch } = useQuery(apiQuery(listApplications, { view: 'open' }))
  if (error) return <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
  if (isLoading || !data) return <Skeleton />
  const rows = data.rows.filter(({ clock }) => clock && pressing.has(clock.state)).slice(0, shownRows)
  const count = (view: QueueView) => data.counts.find((one) => one.view === view)?.files ?? 0
  const linked = (['over', 'unassigned', 'paused'] as const).filter((view) => count(view) > 0)
  return (
    <Panel
      title={words.pressing}
      aside={<TextLink href={queueHref({ view: 'open' })}>{words.all(formatCount(count('open')))}</TextLink>}
    >
      {rows.length === 0 ? (
        <p className="panel-body">{words.nothingPressing}</p>
      ) : (
        <DataTable
          caption={words.pressing}
          isCaptionHidden
          rows={rows}
          empty=""
          columns={[
            {
              header: t.queue.deadline,
              cell: ({ clock }: ApplicationRowView) => clock && <FileClock clock={clock} />,
            },
            {
              header: t.queue.person,
              isName: true,
              cell: ({ id, fullName, code }) => (
                <>
                  <TextLink href={fileHref(id)}>{fullName}</TextLink>
                  <span className="quiet under-name nowrap">{code}</span>
                </>
              ),
            },
            { header: t.queue.procedure, cell: ({ procedureName }) => label(procedureName) },
            { header: t.queue.step, cell: ({ step }) => <StepChip step={step} /> },
          ]}
        />
      )}
      {linked.length > 0 && (
        <p className="panel-body filter-line">
          {linked.map((view) => (
            <TextLink key={view} href={queueHref({ view })}>
              {words.of[view](formatCount(count(view)))}
            </TextLink>
          ))}
        </p>
      )}
    </Panel>
  )
}

function ToSign() {
  const t = useMessages({ vi, en })
  const words = t.home
  const { data, error, isLoading, refetch } = useQuery(apiQuery(listProposals, {}))
  if (error) return <ProblemNotice error={error} words={t.problems} onRetry={() => void refetch()} />
  if (isLoading || !data) return <Skeleton />
  const safe = data.rows.filter(({ isSafe }) => isSafe).length
  return (
    <Panel
      title={words.toSign(formatCount(data.waiting))}
      aside={
        data.waiting > 0 && (
          <LinkButton href={signingHref()} emphasis="primary" icon="signature">
            {words.openSigning}
          </LinkButton>
        )
      }
    >
      {data.rows.length === 0 ? (
        <p className="panel-body">{t.signing.empty.title}</p>
      ) : (
        <>
          <DataTable
            caption={t.signing.caption}
            isCaptionHidden
            rows={data.rows.slice(0, shownRows)}
            empty=""
            columns={[
              {
                header: t.signing.person,
                isName: true,
                cell: ({ id, fullName }) => <TextLink href={signingHref(id)}>{fullName}</TextLink>,
              },
              { header: t.signing.kind, cell: ({ kind }) => t.kinds[kind] },
              { header: t.signing.deadline, cell: ({ clock }) => clock && <FileClock clock={clock} /> },
              { header: t.signing.risk, cell: (row) => <Risk row={row} /> },
            ]}
          />
          <p className="panel-body quiet">{t.signing.triage(safe, data.rows.length - safe)}</p>
        </>
      )}
    </Panel>
  )
}
