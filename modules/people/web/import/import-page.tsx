import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState, type ReactNode } from 'react'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { useJob } from '#platform/web/job'
import { NotFound } from '#platform/web/page-states'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { formatCount, formatMoney } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { ConfirmDialog } from '#ui/overlay'
import { PageHead, Tile } from '#ui/page'
import { ProgressCard, Steps } from '#ui/progress'
import { ImportVerdict } from '../../domain/import/findings.ts'
import {
  applyImport,
  cancelImport,
  downloadBadRows,
  getImport,
  getImportImpact,
  ImportId,
  type ImportView,
} from '../../import-contract.ts'
import { ColumnTable } from './column-table.tsx'
import { importsHref } from './hrefs.ts'
import { ImpactPanel } from './impact-panel.tsx'
import { PaidBefore } from './paid-before.tsx'
import { FindingTable, RowTable } from './row-table.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Reads the address and shows the import it names, with what another module says became of the awards it brought. */
export function ImportRoute({ awards }: { awards: (id: ImportId) => ReactNode }) {
  const { id: asked } = useParams({ strict: false })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const { data: id } = ImportId.safeParse(asked)
  if (!id) return <NotFound />
  return (
    <ImportPage
      id={id}
      verdict={ImportVerdict.optional().catch(undefined).parse(search['ketqua'])}
      page={Number(search['trang'] ?? 1)}
      isRepeat={search['lap'] !== undefined}
      awards={awards(id)}
    />
  )
}

const stepOf: Readonly<Record<ImportView['state'], number>> = {
  mapping: 1,
  checking: 2,
  // What a list would do is shown with what was found in it.
  checked: 3,
  applying: 4,
  applied: 5,
  cancelled: 0,
}

function ImportPage({
  id,
  verdict,
  page,
  isRepeat,
  awards,
}: {
  id: ImportId
  verdict: ImportVerdict | undefined
  page: number
  isRepeat: boolean
  awards: ReactNode
}) {
  const t = useMessages({ vi, en })
  const { data: view } = useSuspenseQuery(apiQuery(getImport, { id }))
  const isWorking = view.state === 'checking' || view.state === 'applying'
  const left = view.rows.ready - view.rows.applied
  return (
    <>
      <PageHead
        crumbs={[{ label: t.title, href: importsHref }, { label: view.fileName }]}
        title={view.fileName}
        actions={!isWorking && <Actions view={view} />}
      >
        <p>{view.area.name}</p>
      </PageHead>
      <Steps label={t.stepsLabel} steps={t.steps} current={stepOf[view.state]} />
      {isRepeat && <Notice kind="info" title={t.repeat} />}
      {view.formulas > 0 && <Notice kind="info">{t.formulas(formatCount(view.formulas))}</Notice>}
      {view.state === 'applied' && <Notice kind="ok" isLive title={t.done(view.rows, formatCount)} />}
      {view.state === 'checked' && view.rows.applied > 0 && <Notice kind="warn" isLive title={t.failed} />}
      {isWorking && <Working view={view} />}
      {view.rows.applied > 0 && awards}
      {view.missing.length > 0 && (
        <Notice kind="warn">{t.missing(view.missing.map((field) => t.fieldNames[field]).join(', '))}</Notice>
      )}
      {(view.state === 'checked' || view.state === 'applied') && (
        <>
          <Totals view={view} />
          <FindingTable view={view} />
          {(view.state === 'checked' || left > 0) && <ImpactPanel view={view} />}
          {view.columns.some(({ field }) => field === 'decisionNumber') && (
            <PaidBefore key={view.paidThrough} view={view} />
          )}
          <RowTable view={view} verdict={verdict} page={page} />
        </>
      )}
      {(view.state === 'mapping' || (view.state === 'checked' && view.rows.applied === 0)) && (
        <ColumnTable key={view.columns.map(({ field }) => field).join()} view={view} />
      )}
    </>
  )
}

function Totals({ view: { rows } }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  return (
    <div className="tiles">
      <Tile label={t.total} figure={formatCount(rows.total)} />
      {rows.applied > 0 ? (
        <Tile label={t.applied} figure={formatCount(rows.applied)} />
      ) : (
        <Tile label={t.verdicts.ready} figure={formatCount(rows.ready)} />
      )}
      <Tile label={t.verdicts.look} figure={formatCount(rows.look)} />
      <Tile label={t.verdicts.refused} figure={formatCount(rows.refused)} />
      <Tile label={t.verdicts.known} figure={formatCount(rows.known)} />
    </div>
  )
}

function Working({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const { data: job } = useJob(view.jobId, () => void queries.invalidateQueries())
  const apply = useCommand(applyImport)
  if (!job) return null
  if (job.state === 'failed')
    return (
      <Notice kind="err" isLive>
        <p>{t.failed}</p>
        <ProblemNotice error={apply.error} words={t.problems} />
        {view.state === 'applying' && (
          <Button isPending={apply.isPending} onPress={() => apply.mutate({ id: view.id })}>
            {t.apply(formatCount(view.rows.ready - view.rows.applied))}
          </Button>
        )}
      </Notice>
    )
  return (
    <ProgressCard
      title={view.state === 'checking' ? t.progress.checking : t.progress.applying}
      done={job.done}
      total={job.total ?? (view.state === 'checking' ? view.rows.total : view.rows.ready)}
      detail={job.stage && t.stages[job.stage]}
    />
  )
}

function Actions({ view }: { view: ImportView }) {
  const t = useMessages({ vi, en })
  const [asking, ask] = useState<'apply' | 'cancel'>()
  const apply = useCommand(applyImport)
  const cancel = useCommand(cancelImport)
  const download = useDownload(downloadBadRows)
  const { rows, id } = view
  const close = () => ask(undefined)
  const left = rows.ready - rows.applied
  const canApply = (view.state === 'checked' || view.state === 'applied') && left > 0
  return (
    <>
      {canApply && (
        <Button emphasis="primary" icon="check" onPress={() => ask('apply')}>
          {t.apply(formatCount(left))}
        </Button>
      )}
      {rows.look + rows.refused > 0 && (
        <Button icon="download" isPending={download.isPending} onPress={() => download.mutate({ id })}>
          {t.badRows}
        </Button>
      )}
      {(view.state === 'checked' || view.state === 'mapping') && rows.applied === 0 && (
        <Button onPress={() => ask('cancel')}>{t.cancel}</Button>
      )}
      <ProblemNotice error={download.error ?? apply.error ?? cancel.error} words={t.problems} />
      <ConfirmDialog
        isOpen={asking === 'apply'}
        onClose={close}
        title={t.applyTitle}
        verb={t.apply(formatCount(left))}
        otherwise={t.notYet}
        onConfirm={() => apply.mutate({ id }, { onSettled: close })}
      >
        <p>{t.applyBody(formatCount(left), formatCount(rows.look + rows.refused))}</p>
        {canApply && <Owed id={id} />}
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asking === 'cancel'}
        onClose={close}
        title={t.cancelTitle}
        verb={t.cancel}
        otherwise={t.keep}
        onConfirm={() => cancel.mutate({ id }, { onSettled: close })}
      >
        <p>{t.cancelBody}</p>
      </ConfirmDialog>
    </>
  )
}

/** What the rows about to be taken in would be paid for earlier months, said once more before they are. */
function Owed({ id }: { id: ImportId }) {
  const t = useMessages({ vi, en })
  const { data } = useQuery(apiQuery(getImportImpact, { id }))
  if (!data?.owed) return null
  return <p>{t.applyOwed(formatMoney(data.owed.amount), formatCount(data.owed.people))}</p>
}
