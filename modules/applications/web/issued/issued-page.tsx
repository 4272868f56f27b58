import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { Day, formatCount } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TextField } from '#ui/text-field'
import { downloadDocument, listIssued, type IssuedView } from '../../contract.ts'
import { untilMade } from '../common/await-papers.ts'
import '../common/desk.css'
import { fileHref, personHref } from '../common/hrefs.ts'
import { PendingPaper } from '../common/pending-paper.tsx'
import { unsignedWords as unsignedEn } from '../common/unsigned-words.en.ts'
import { unsignedWords as unsignedVi } from '../common/unsigned-words.vi.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const kinds = ['decision', 'refusal', 'certificate'] as const
type Kind = (typeof kinds)[number]

/** What was signed («quyết định»): by number or name, with its paper and the code that proves it. */
export function IssuedPage({
  q,
  kind,
  isUnsigned,
  after,
}: {
  q: string | undefined
  kind: Kind | undefined
  isUnsigned: boolean
  after: string | undefined
}) {
  const t = useMessages({ vi, en })
  const words = t.issued
  const unsigned = useMessages({ vi: unsignedVi, en: unsignedEn })
  const router = useRouter()
  const [typed, type] = useState(q ?? '')
  const { data } = useSuspenseQuery({
    ...apiQuery(listIssued, {
      ...(q && { q }),
      ...(kind && { kind }),
      ...(isUnsigned && { isUnsigned: 'true' }),
      ...(after && { after }),
    }),
    refetchInterval: (query) => untilMade(query, query.state.data?.rows ?? []),
  })
  const download = useDownload(downloadDocument)
  const go = (wanted: { q?: string | undefined; kind?: Kind | undefined }) =>
    router.history.push(hrefOf({ q, kind, ...wanted }))
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title }]}
        title={words.heading}
        tabTitle={words.title}
      />
      <search>
        <form
          className="inline-form queue-filters"
          onSubmit={(event: FormEvent) => {
            event.preventDefault()
            go({ q: typed.normalize('NFC').trim() })
          }}
        >
          <TextField
            label={words.search}
            type="search"
            placeholder={words.searchHint}
            value={typed}
            onChange={type}
          />
          <Button type="submit" icon="search">
            {t.queue.find}
          </Button>
          <Select
            label={words.kind}
            emptyLabel={words.everyKind}
            options={kinds.map((value) => ({ value, label: t.file.documents.kinds[value] ?? value }))}
            value={kind ?? null}
            onChange={(value) => go({ kind: value ?? undefined })}
          />
        </form>
      </search>
      {(data.unsigned > 0 || isUnsigned) && (
        <Notice
          kind={data.unsigned > 0 ? 'warn' : 'ok'}
          title={data.unsigned > 0 ? unsigned.some(formatCount(data.unsigned)) : unsigned.noneLeft}
        >
          <TextLink href={hrefOf(isUnsigned ? {} : { isUnsigned: true })}>
            {isUnsigned ? unsigned.showAll : unsigned.showThem}
          </TextLink>
        </Notice>
      )}
      <ProblemNotice error={download.error} words={t.problems} />
      <DataTable
        caption={words.caption}
        isCaptionHidden
        rows={data.rows}
        empty={
          q || kind || isUnsigned ? (
            <EmptyState title={words.noneFound}>
              <TextLink href={hrefOf({})}>{t.queue.clear}</TextLink>
            </EmptyState>
          ) : (
            <EmptyState title={words.none.title}>{words.none.next}</EmptyState>
          )
        }
        columns={[
          {
            header: words.number,
            isName: true,
            cell: ({ number, kind, application }) => (
              <>
                {application ? <TextLink href={fileHref(application.id)}>{number}</TextLink> : number}
                <span className="quiet under-name">{t.file.documents.kinds[kind]}</span>
              </>
            ),
          },
          {
            header: words.person,
            cell: ({ personId, fullName, application }) => (
              <span>
                {personId ? (
                  <TextLink href={personHref(personId)}>{fullName}</TextLink>
                ) : (
                  fullName || words.onList
                )}
                {application && <span className="quiet under-name nowrap">{application.code}</span>}
              </span>
            ),
          },
          { header: words.signed, cell: ({ issuedOn }) => <Day value={issuedOn} /> },
          { header: words.signer, cell: ({ issuedName }) => issuedName },
          {
            header: words.verification,
            cell: ({ verification }) => <span className="nowrap">{verification}</span>,
          },
          {
            header: words.paper,
            cell: (row) => (
              <Papers row={row} onDownload={(format) => download.mutate({ id: row.id, format })} />
            ),
          },
        ]}
      />
      {(after ?? data.next) && (
        <nav className="pages" aria-label={words.next}>
          {after && <TextLink href={hrefOf({ q, kind, isUnsigned })}>{words.first}</TextLink>}
          {data.next && (
            <TextLink href={hrefOf({ q, kind, isUnsigned, after: data.next })}>{words.next}</TextLink>
          )}
        </nav>
      )}
    </>
  )
}

function Papers({ row, onDownload }: { row: IssuedView; onDownload: (format: 'pdf' | 'docx') => void }) {
  const t = useMessages({ vi, en }).file.documents
  const name = [t.kinds[row.kind], row.number && t.number(row.number)].filter(Boolean).join(' ')
  if (row.state === 'pending') return <PendingPaper paper={row} name={name} />
  return (
    <span className="btns">
      <Button icon="print" aria-label={t.pdfOf(name)} onPress={() => onDownload('pdf')}>
        {t.pdf}
      </Button>
      {row.hasWord && (
        <Button icon="download" aria-label={t.wordOf(name)} onPress={() => onDownload('docx')}>
          {t.word}
        </Button>
      )}
    </span>
  )
}

function hrefOf({
  q,
  kind,
  isUnsigned = false,
  after,
}: {
  q?: string | undefined
  kind?: Kind | undefined
  isUnsigned?: boolean
  after?: string | undefined
}) {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries({
    tim: q,
    loai: kind,
    'chua-ky': isUnsigned && '1',
    sau: after,
  }))
    if (value) search.set(name, value)
  const query = search.toString()
  return `/nghiep-vu/quyet-dinh${query && `?${query}`}`
}
