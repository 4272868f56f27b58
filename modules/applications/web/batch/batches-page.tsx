import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { getArea } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan, useMe } from '#platform/web/session'
import { TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { Select } from '#ui/choice'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMonth, Moment, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { Skeleton } from '#ui/states'
import { listBatches, type BatchView } from '../../contract.ts'
import '../common/desk.css'
import { signingHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { BatchDraft } from './batch-draft.tsx'
import { batchesHref, batchHref } from './batch-hrefs.ts'
import { benefits, type Benefit } from './benefits.ts'
import { useBatchWords } from './use-batch-words.ts'

const chips: Readonly<Record<BatchView['state'], ChipKind>> = {
  drafted: 'warn',
  signed: 'ok',
  returned: 'err',
}

/** Decisions for many at once: what waits and was signed, and the list a new law asks for. */
export function BatchesPage({ benefit, page }: { benefit: Benefit; page: number }) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const can = useCan()
  const { data } = useSuspenseQuery(apiQuery(listBatches, {}))
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.signing.title, href: signingHref() },
          { label: words.title },
        ]}
        title={words.title}
      >
        <p className="filter-line">{words.lead}</p>
      </PageHead>
      <Panel title={words.listTitle}>
        <DataTable
          caption={words.listCaption}
          isCaptionHidden
          rows={data.batches}
          empty={words.empty}
          columns={[
            {
              header: words.what,
              isName: true,
              cell: ({ id, benefit, from, area }) => (
                <span>
                  <TextLink href={batchHref(id)}>
                    {words.whatOf(t.benefits[benefit], formatMonth(from))}
                  </TextLink>
                  <span className="quiet under-name">{area.name}</span>
                </span>
              ),
            },
            { header: words.count, align: 'end', cell: ({ totals }) => formatCount(totals.people) },
            { header: words.arrears, align: 'end', cell: ({ totals }) => <Money value={totals.arrears} /> },
            {
              header: words.state,
              cell: ({ state, document }) => (
                <span>
                  <Chip kind={chips[state]}>{words.states[state]}</Chip>
                  {document && <span className="quiet under-name">{document.number}</span>}
                </span>
              ),
            },
            {
              header: words.drafted,
              cell: ({ draftedName, draftedAt }) => (
                <span>
                  {draftedName}
                  <span className="quiet under-name">
                    <Moment value={draftedAt} />
                  </span>
                </span>
              ),
            },
          ]}
        />
      </Panel>
      {can('applications.handle') && <Drafting benefit={benefit} page={page} />}
    </>
  )
}

/** A list belongs to the commune that pays: its chair signs it. */
function Drafting({ benefit, page }: { benefit: Benefit; page: number }) {
  const t = useMessages({ vi, en })
  const words = useBatchWords()
  const { areaId } = useMe()
  const router = useRouter()
  const { data, error } = useQuery(apiQuery(getArea, { id: areaId }))
  return (
    <Panel title={words.draftTitle} isPadded>
      <div className="stack">
        <ProblemNotice error={error} words={t.problems} />
        {!data && !error && <Skeleton lines={2} />}
        {data && data.area.level !== communeLevel && <p>{words.onlyCommune}</p>}
        {data?.area.level === communeLevel && (
          <>
            <Select
              label={words.benefit}
              options={benefits.map((value) => ({ value, label: t.benefits[value] }))}
              value={benefit}
              onChange={(value) => value && router.history.replace(batchesHref({ benefit: value }))}
            />
            <BatchDraft key={benefit} areaId={areaId} benefit={benefit} page={page} />
          </>
        )}
      </div>
    </Panel>
  )
}

const communeLevel = 3
