import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { FileForm } from '#ui/file-form'
import { formatCount, formatDay, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { downloadTemplate, listReforms, startReform, type StepState } from '../contract.ts'
import { boundariesHref, mapHref, reformHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const largest = 20 * 1024 * 1024
export const kindOfState: Readonly<Record<StepState, 'ok' | 'info' | 'warn' | 'neutral'>> = {
  planned: 'warn',
  ordered: 'info',
  applied: 'ok',
  cancelled: 'neutral',
}

/** The files of changes there were, and where to send another. */
export function ReformsPage() {
  const t = useMessages({ vi, en })
  const { data: reforms } = useSuspenseQuery(apiQuery(listReforms, {}))
  const template = useDownload(downloadTemplate)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.administration }, { label: t.title }]}
        title={t.title}
        actions={
          <>
            <Button icon="download" isPending={template.isPending} onPress={() => template.mutate({})}>
              {t.template}
            </Button>
            <LinkButton href={boundariesHref}>{t.boundaries}</LinkButton>
            <LinkButton href={mapHref}>{t.map}</LinkButton>
          </>
        }
      >
        <p className="quiet">{t.lead}</p>
      </PageHead>
      <ProblemNotice error={template.error} words={t.problems} />
      <NewReform />
      <Panel title={t.past}>
        <DataTable
          caption={t.past}
          isCaptionHidden
          rows={reforms}
          empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
          columns={[
            {
              header: t.fileName,
              isName: true,
              cell: ({ id, fileName }) => <TextLink href={reformHref(id)}>{fileName}</TextLink>,
            },
            {
              header: t.days,
              cell: ({ steps }) =>
                steps.map(({ id, on, state }) => (
                  <span key={id} className="nowrap">
                    {formatDay(on)} <Chip kind={kindOfState[state]}>{t.states[state]}</Chip>{' '}
                  </span>
                )),
            },
            { header: t.lines, align: 'end', cell: ({ lines }) => formatCount(lines) },
            { header: t.refusedLines, align: 'end', cell: ({ refused }) => formatCount(refused) },
            { header: t.sentBy, cell: ({ createdName }) => createdName },
            { header: t.sentAt, cell: ({ createdAt }) => <Moment value={createdAt} /> },
          ]}
        />
      </Panel>
    </>
  )
}

function NewReform() {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const start = useCommand(startReform)
  return (
    <FileForm
      label={t.file}
      kinds={['.xlsx', '.xls', '.csv', '.json']}
      limit={largest}
      hint={t.fileHint}
      missing={t.chooseFile}
      verb={t.check}
      isPending={start.isPending}
      onSend={(file) =>
        start.mutate(
          { file },
          {
            onSuccess: ({ id, isRepeat }) =>
              void navigate({ to: `${reformHref(id)}${isRepeat ? '?lap=1' : ''}` }),
          },
        )
      }
    >
      <ProblemNotice error={start.error} words={t.problems} />
    </FileForm>
  )
}
