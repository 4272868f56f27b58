import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCount, formatDay, Moment } from '#ui/format'
import { Fold } from '#ui/fold'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { TabLinks } from '#ui/tabs'
import {
  checkReform,
  downloadRefusedLines,
  getReform,
  isRefused,
  ReformId,
  type ReformLine,
} from '../contract.ts'
import { reformsHref, stepHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StepPanel } from './step-panel.tsx'

export function ReformRoute() {
  const { id } = useParams({ strict: false })
  const { buoc, lap }: { buoc?: string; lap?: string } = useSearch({ strict: false })
  return <ReformPage id={ReformId.parse(id)} stepId={buoc} isRepeat={lap !== undefined} />
}

/** What was found in a file of changes, and each of its days to try and apply. */
function ReformPage({
  id,
  stepId,
  isRepeat,
}: {
  id: ReformId
  stepId: string | undefined
  isRepeat: boolean
}) {
  const t = useMessages({ vi, en })
  const { data: reform } = useSuspenseQuery(apiQuery(getReform, { id }))
  const check = useCommand(checkReform)
  const bad = useDownload(downloadRefusedLines)
  const { steps } = reform
  // What was looked at stays in sight when it has been applied.
  const [first] = useState(() => (steps.find(({ state }) => state !== 'applied') ?? steps[0])?.id)
  const chosen = steps.find((step) => step.id === (stepId ?? first)) ?? steps[0]
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.administration },
          { label: t.title, href: reformsHref },
          { label: reform.fileName },
        ]}
        title={reform.fileName}
        actions={
          <>
            {reform.refused > 0 && (
              <Button icon="download" isPending={bad.isPending} onPress={() => bad.mutate({ id })}>
                {t.downloadBad}
              </Button>
            )}
            <Button icon="turn" isPending={check.isPending} onPress={() => check.mutate({ id })}>
              {t.checkAgain}
            </Button>
          </>
        }
      >
        <p className="quiet">
          {reform.createdName}, <Moment value={reform.createdAt} />
        </p>
      </PageHead>
      <div className="stack">
        {isRepeat && <Notice kind="info" title={t.repeat} />}
        <ProblemNotice error={check.error ?? bad.error} words={t.problems} />
        {reform.refused > 0 ? (
          <Notice kind="warn" title={t.someBad(formatCount(reform.refused), formatCount(reform.lines))}>
            <p>{t.someBadHint}</p>
          </Notice>
        ) : (
          <Notice kind="ok" title={t.allGood(formatCount(reform.lines))} />
        )}
        {/* What has to be corrected comes first; what is right is only looked up. */}
        {reform.refused > 0 && <Lines lines={reform.found} />}
        {steps.length > 1 && (
          <TabLinks
            label={t.stepsLabel}
            links={steps.map((step) => ({
              isHere: step === chosen,
              label: t.step(formatDay(step.on)),
              href: stepHref(id, step.id),
            }))}
          />
        )}
        {chosen ? <StepPanel key={chosen.id} id={chosen.id} /> : <p className="hint">{t.noSteps}</p>}
        {reform.refused === 0 && <Lines lines={reform.found} />}
      </div>
    </>
  )
}

function Lines({ lines }: { lines: readonly ReformLine[] }) {
  const t = useMessages({ vi, en })
  const sorted = lines.toSorted((one, other) => Number(isRefused(other)) - Number(isRefused(one)))
  return (
    <Panel title={t.linesTitle}>
      <Fold title={t.linesTitle}>
        <DataTable
          caption={t.linesTitle}
          isCaptionHidden
          rows={sorted}
          rowKey={({ row }) => String(row)}
          empty={t.noSteps}
          columns={[
            { header: t.row, cell: ({ row }) => row, align: 'end', sortBy: ({ row }) => row },
            { header: t.from, isName: true, cell: ({ cells }) => cells['from'] ?? '' },
            { header: t.to, cell: ({ cells }) => cells['to'] ?? '' },
            { header: t.newName, cell: ({ cells }) => cells['name'] ?? '' },
            { header: t.villages, cell: ({ cells }) => cells['villages'] ?? '' },
            {
              header: t.on,
              cell: ({ cells, parsed }) => (parsed ? formatDay(parsed.on) : (cells['on'] ?? '')),
            },
            { header: t.act, cell: ({ cells }) => cells['act'] ?? '' },
            {
              header: t.result,
              cell: ({ findings }) =>
                findings.length === 0
                  ? t.good
                  : findings.map(({ code, level, detail }) => (
                      <p key={`${code} ${detail}`} className={level === 'refused' ? 'loss' : 'quiet'}>
                        {t.findings[code](detail)}
                      </p>
                    )),
            },
          ]}
        />
      </Fold>
    </Panel>
  )
}
