import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { listLayouts } from '../../contract.ts'
import { layoutHref } from '../hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Every provider with how its lists are laid out. */
export function LayoutsPage() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(listLayouts, {}))
  return (
    <>
      <PageHead crumbs={[{ label: t.administration }, { label: t.title }]} title={t.title} />
      <p>{t.about}</p>
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={data}
        rowKey={({ provider }) => provider.id}
        empty={<EmptyState title={t.none}>{null}</EmptyState>}
        columns={[
          {
            header: t.provider,
            isName: true,
            cell: ({ provider }) => <TextLink href={layoutHref(provider.id)}>{provider.name}</TextLink>,
          },
          { header: t.sends, cell: ({ takesLists }) => (takesLists ? t.list : t.iso) },
          {
            header: t.layout,
            cell: ({ made }) => (made ? t.madeBy(made.by, formatInstant(made.at)) : t.usual),
          },
        ]}
      />
    </>
  )
}
