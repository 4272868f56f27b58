import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { TextLink } from './button.tsx'

export type TabItem = {
  readonly id: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
}

/** Parts of one thing; arrows move between them. Only the chosen part is drawn. */
export function Tabs({
  label,
  tabs,
  selected,
  onSelect,
}: {
  label: string
  tabs: readonly TabItem[]
  selected: string
  onSelect: (id: string) => void
}) {
  return (
    <AriaTabs
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(String(key))}
      keyboardActivation="manual"
      className="tabs-whole"
    >
      <TabList className="tabs" aria-label={label}>
        {tabs.map(({ id, label, count }) => (
          <Tab key={id} id={id}>
            {label}
            {count !== undefined && <span className="count">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}

/** The same look for parts that have addresses of their own. */
export function TabLinks({
  label,
  links,
}: {
  label: string
  links: readonly {
    readonly href: string
    readonly label: string
    readonly count?: number
    readonly isHere: boolean
  }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {links.map(({ href, label, count, isHere }) => (
        <TextLink key={href} href={href} {...(isHere && { 'aria-current': 'page' as const })}>
          {label}
          {count !== undefined && <span className="count">{count}</span>}
        </TextLink>
      ))}
    </nav>
  )
}
