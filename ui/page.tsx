import type { ReactNode } from 'react'
import { TextLink } from './button.tsx'
import { useMessages } from './language.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type Crumb = { readonly label: string; readonly href?: string }

/** Where this page lies. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useMessages({ vi, en })
  return (
    <nav aria-label={t.breadcrumbs}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }, place) => (
          <li key={label} aria-current={place === crumbs.length - 1 ? 'page' : undefined}>
            {href ? <TextLink href={href}>{label}</TextLink> : label}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The head of every page: path, title, one line about it, and the buttons; it names the browser’s tab too. */
export function PageHead({
  crumbs,
  title,
  tabTitle,
  children,
  actions,
}: {
  crumbs?: readonly Crumb[]
  title: ReactNode
  /** For the browser’s tab when the title is not plain text, or must not stand there. */
  tabTitle?: string
  children?: ReactNode
  actions?: ReactNode
}) {
  const tab = tabTitle ?? (typeof title === 'string' ? title : undefined)
  return (
    <div className="page-head">
      {tab && <title>{`${tab} – An Sinh`}</title>}
      <div>
        {crumbs && <Breadcrumbs crumbs={crumbs} />}
        <h1>{title}</h1>
        {children}
      </div>
      {actions && <div className="btns">{actions}</div>}
    </div>
  )
}

/** A sheet of paper on the desk, with a head. */
export function Panel({
  title,
  aside,
  children,
  isPadded = false,
}: {
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
  isPadded?: boolean
}) {
  return (
    <section className="panel">
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {isPadded ? <div className="panel-body">{children}</div> : children}
    </section>
  )
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** One figure with what it counts and its exact value. */
export function Tile({ label, figure, exact }: { label: string; figure: ReactNode; exact?: ReactNode }) {
  return (
    <div className="tile">
      <span className="label">{label}</span>
      <span className="figure">{figure}</span>
      {exact && <span className="exact">{exact}</span>}
    </div>
  )
}

/** A citation: always the same shape, always a link to the article where there is one. */
export function Law({ children, href }: { children: ReactNode; href?: string }) {
  return href ? (
    <TextLink className="law" href={href}>
      {children}
    </TextLink>
  ) : (
    <span className="law law-only">{children}</span>
  )
}
