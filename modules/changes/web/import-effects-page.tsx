import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { dong } from '#kernel/dong'
import { apiQuery } from '#platform/web/api'
import { formatCount, formatMonth, Money } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { getImportEffects } from '../contract.ts'
import './changes.css'
import { importHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { EffectLine } from './preview-parts.tsx'

/** What a list that is ready to be taken in would come to, person by person, before anything is written. */
export function ImportEffectsPage() {
  const { importId = '' } = useParams({ strict: false })
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(getImportEffects, { id: importId }))
  const { effects, people, left } = data
  // What goes on, of those who are given something already.
  const lasting = effects.filter(({ through, isAwarded }) => through === null && isAwarded)
  const monthly = lasting.reduce((sum, { before, after }) => sum + after - before, 0)
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.ofImport.imports, href: importHref(importId) },
          { label: t.ofImport.title },
        ]}
        title={t.ofImport.title}
        tabTitle={t.ofImport.title}
      >
        <p className="quiet">{t.ofImport.lead(formatCount(people))}</p>
      </PageHead>
      <div className="stack">
        {left > 0 && <Notice kind="info">{t.ofImport.left(formatCount(left))}</Notice>}
        {effects.length === 0 ? (
          <EmptyState title={t.ofImport.none}>{t.ofImport.noneHint}</EmptyState>
        ) : (
          <Panel title={t.effects.title} isPadded>
            <div className="stack">
              {lasting.length > 0 && (
                <p>
                  {t.ofImport.monthly(formatCount(new Set(lasting.map(({ person }) => person.id)).size))}{' '}
                  <b>
                    <Money value={dong(monthly)} />
                  </b>
                </p>
              )}
              <ul className="effects">
                {effects.map((effect) => (
                  <EffectLine
                    key={`${effect.person.id} ${effect.component} ${formatMonth(effect.from)} ${effect.isAwarded}`}
                    effect={effect}
                  />
                ))}
              </ul>
              <p className="hint">{t.effects.computed}</p>
            </div>
          </Panel>
        )}
      </div>
    </>
  )
}
