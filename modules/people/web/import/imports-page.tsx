import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { listChildren } from '#modules/geography/contract'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { Button, LinkButton, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { FileForm } from '#ui/file-form'
import { formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { downloadImportTemplate, listImports, startImport } from '../../import-contract.ts'
import { importHref, toConfirmHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { StateChip } from './state-chip.tsx'

const largest = 20 * 1024 * 1024

/** Sends a list to be checked, and leads to those sent before. */
export function ImportsPage() {
  const t = useMessages({ vi, en })
  const { data: imports } = useSuspenseQuery(apiQuery(listImports, { page: 1 }))
  const template = useDownload(downloadImportTemplate)
  const can = useCan()
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: t.title }]}
        title={t.title}
        actions={
          <>
            <Button icon="download" isPending={template.isPending} onPress={() => template.mutate({})}>
              {t.template}
            </Button>
            {can('entitlement.decide') && <LinkButton href={toConfirmHref}>{t.toConfirm}</LinkButton>}
          </>
        }
      >
        <p>{t.intro}</p>
      </PageHead>
      <ProblemNotice error={template.error} words={t.problems} />
      <NewImport />
      <Panel title={t.recent}>
        <DataTable
          caption={t.recent}
          isCaptionHidden
          rows={imports}
          empty={<EmptyState title={t.noneTitle}>{t.none}</EmptyState>}
          columns={[
            {
              header: t.fileName,
              cell: (one) => <TextLink href={importHref(one.id)}>{one.fileName}</TextLink>,
              isName: true,
            },
            { header: t.area, cell: (one) => one.area.name },
            { header: t.state, cell: (one) => <StateChip state={one.state} applied={one.rows.applied} /> },
            { header: t.rows, cell: (one) => formatCount(one.rows.total), align: 'end' },
            { header: t.applied, cell: (one) => formatCount(one.rows.applied), align: 'end' },
            { header: t.sentAt, cell: (one) => <Moment value={one.createdAt} /> },
          ]}
        />
      </Panel>
    </>
  )
}

function NewImport() {
  const t = useMessages({ vi, en })
  const me = useMe()
  const navigate = useNavigate()
  const [areaId, setAreaId] = useState(String(me.areaId))
  const communes = useQuery(apiQuery(listChildren, { id: me.areaId }))
  const start = useCommand(startImport)
  const areas = [
    { value: String(me.areaId), label: me.areaName ?? '' },
    ...(communes.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
  ]
  return (
    <FileForm
      label={t.file}
      kinds={['.xlsx', '.xls', '.csv']}
      limit={largest}
      hint={t.fileHint}
      missing={t.chooseFile}
      verb={t.check}
      isPending={start.isPending}
      onSend={(file) =>
        start.mutate(
          { areaId: Number(areaId), file },
          {
            onSuccess: ({ import: { id }, isRepeat }) =>
              void navigate({ to: `${importHref(id)}${isRepeat ? '?lap=1' : ''}` }),
          },
        )
      }
    >
      <ProblemNotice error={start.error} words={t.problems} />
      {areas.length > 1 && (
        <Select
          label={t.area}
          options={areas}
          value={areaId}
          onChange={(value) => value && setAreaId(value)}
        />
      )}
    </FileForm>
  )
}
