import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { Suspense, useState, type FormEvent } from 'react'
import type { CivilDate } from '#kernel/civil-date'
import { apiQuery } from '#platform/web/api'
import { dayIn, usePastView } from '#platform/web/past-view'
import { Button, TextLink } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { DateField } from '#ui/parsed-field'
import { EmptyState, Skeleton } from '#ui/states'
import type { LawDifference, ProvisionChange } from '../../domain/law-book/difference.ts'
import { getLawDifference } from '../../law-contract.ts'
import { isLawUnknown, LawUnknown } from '../law-unknown.tsx'
import { Changes } from './changes.tsx'
import { bookHref, compareHref, ruleHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { Says } from './says.tsx'
import { SourceLine } from './source.tsx'
import { useBookWords } from './use-book-words.ts'
import './law-book.css'

/** What the law says otherwise on one day than on another. */
export function ComparePage() {
  const t = useMessages({ vi, en })
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const from = dayIn(search['tu'])
  const to = dayIn(search['den'])
  return (
    <div className="stack law-book">
      <PageHead
        crumbs={[{ label: t.title, href: bookHref() }, { label: t.compared.tabTitle }]}
        title={t.compared.title}
        actions={
          <Button icon="print" onPress={() => window.print()}>
            {t.print}
          </Button>
        }
      />
      <DaysToCompare key={`${from} ${to}`} from={from} to={to} />
      {from && to && (isLawUnknown(from) || isLawUnknown(to)) ? (
        <>
          <LawUnknown asked={from} />
          <LawUnknown asked={to} />
        </>
      ) : from && to ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <Difference from={from} to={to} />
        </Suspense>
      ) : (
        <EmptyState title={t.compared.prompt} />
      )}
    </div>
  )
}

function DaysToCompare(shown: { from: CivilDate | undefined; to: CivilDate | undefined }) {
  const t = useMessages({ vi, en })
  const router = useRouter()
  const { today } = usePastView()
  const [from, setFrom] = useState<CivilDate | null>(shown.from ?? null)
  const [to, setTo] = useState<CivilDate | null>(shown.to ?? today)
  const [isTried, tried] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    tried(true)
    if (from && to) router.history.push(compareHref(from, to))
  }
  const missing = (day: CivilDate | null) => (isTried && !day ? t.compared.missing : undefined)
  return (
    <form className="law-days no-print" aria-label={t.compared.title} onSubmit={submit} noValidate>
      <DateField label={t.compared.from} value={from} onChange={setFrom} error={missing(from)} />
      <DateField label={t.compared.to} value={to} onChange={setTo} error={missing(to)} />
      <div className="btns">
        <Button type="submit" emphasis="primary">
          {t.compared.compare}
        </Button>
        {shown.from && shown.to && (
          <Button icon="turn" onPress={() => router.history.push(compareHref(shown.to, shown.from))}>
            {t.compared.swap}
          </Button>
        )}
      </div>
    </form>
  )
}

const order = ['changed', 'added', 'ended', 'cited'] as const
const chips: Readonly<Record<ProvisionChange['kind'], ChipKind>> = {
  changed: 'info',
  added: 'ok',
  ended: 'neutral',
  cited: 'neutral',
}

function Difference({ from, to }: { from: CivilDate; to: CivilDate }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getLawDifference, { from, to }))
  return (
    <>
      {from > to && (
        <Notice kind="warn">
          <p>{t.compared.reversed}</p>
        </Notice>
      )}
      <Regimes difference={data} />
      {data.changes.length === 0 && <EmptyState title={t.compared.nothing} />}
      {order.map((kind) => {
        const changes = data.changes.filter((change) => change.kind === kind)
        if (changes.length === 0) return null
        return (
          <Panel
            key={kind}
            title={t.compared.kinds[kind]}
            aside={<span className="count">{changes.length}</span>}
          >
            {kind === 'cited' ? (
              <Moved changes={changes} to={to} />
            ) : (
              <ul className="law-rules">
                {changes.map((change) => (
                  <ChangeRow key={change.provision.id} change={change} from={from} to={to} />
                ))}
              </ul>
            )}
          </Panel>
        )
      })}
    </>
  )
}

function Regimes({ difference: { before, after, changes } }: { difference: LawDifference }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  return (
    <section className="law-two">
      <h2 className="sr">{t.compared.sum(formatDay(before.on), formatDay(after.on))}</h2>
      {[before, after].map(({ on, regime }, place) => (
        <p key={place === 0 ? 'before' : 'after'}>
          <TextLink href={bookHref({ on })}>{t.onDay(formatDay(on))}</TextLink>
          <br />
          <b>{regime ? words.lawOfDay(regime) : t.noLaw(formatDay(on))}</b>
        </p>
      ))}
      <p className="law-marks">
        {order.map((kind) => {
          const count = changes.filter((change) => change.kind === kind).length
          return count > 0 ? (
            <Chip key={kind} kind={chips[kind]}>
              {t.compared.kinds[kind]}: {count}
            </Chip>
          ) : null
        })}
      </p>
    </section>
  )
}

function ChangeRow({ change, from, to }: { change: ProvisionChange; from: CivilDate; to: CivilDate }) {
  const words = useBookWords()
  const { provision, kind, changes } = change
  const title = words.title(provision)
  return (
    <li className="law-rule">
      <div className="law-says">
        <h3>
          <TextLink href={ruleHref(provision.id, { on: kind === 'ended' ? from : to })}>
            {kind === 'ended' ? <s>{title}</s> : title}
          </TextLink>
        </h3>
        {kind === 'added' && <Says provision={provision} isWhole />}
        <Changes changes={changes} />
      </div>
      <BothSources change={change} />
    </li>
  )
}

/** Rules that say the same in another article, in a row each. */
function Moved({ changes, to }: { changes: readonly ProvisionChange[]; to: CivilDate }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  return (
    <DataTable
      caption={t.compared.kinds.cited}
      isCaptionHidden
      rows={changes}
      rowKey={({ provision }) => provision.id}
      empty=""
      columns={[
        {
          header: t.compared.rule,
          cell: ({ provision }) => (
            <TextLink href={ruleHref(provision.id, { on: to })}>{words.title(provision)}</TextLink>
          ),
          isName: true,
        },
        { header: t.compared.oldSource, cell: ({ before }) => before && <SourceLine source={before} /> },
        { header: t.compared.newSource, cell: ({ after }) => after && <SourceLine source={after} /> },
      ]}
    />
  )
}

function BothSources({ change: { before, after } }: { change: ProvisionChange }) {
  const isSame = before && after && before.place === after.place && before.document === after.document
  return (
    <div className="law-margin">
      {before && !isSame && (
        <p>
          <s>
            <SourceLine source={before} />
          </s>
        </p>
      )}
      {after && (
        <p>
          <SourceLine source={after} />
        </p>
      )}
    </div>
  )
}
