import type { ReactNode } from 'react'
import { useCan } from '#platform/web/session'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { TabLinks } from '#ui/tabs'
import { campaignHref, effectHref, overviewHref, planHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './cashless.css'

export type Part = keyof typeof vi.tabs

/** The head of the four pages of the roll-out, and the way from one to another. */
export function Head({ part, children, actions }: { part: Part; children?: ReactNode; actions?: ReactNode }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const parts = [
    ['overview', overviewHref()] as const,
    ['plan', planHref] as const,
    ...(can('cashless.visit') ? [['campaign', campaignHref()] as const] : []),
    ['effect', effectHref()] as const,
  ]
  return (
    <>
      <PageHead
        crumbs={[{ label: t.payments }, { label: t.title }]}
        title={t.title}
        tabTitle={`${t.tabs[part]} · ${t.title}`}
        actions={actions}
      >
        {children}
      </PageHead>
      <TabLinks
        label={t.title}
        links={parts.map(([id, href]) => ({ href, label: t.tabs[id], isHere: id === part }))}
      />
    </>
  )
}
