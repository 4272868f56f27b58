import type { IconName } from '#ui/icon'
import type { messages } from './messages.vi.ts'

type Group = keyof typeof messages.groups
type Page = keyof typeof messages.pages

export type Entry = {
  readonly page: Page
  readonly group: Group
  readonly href: string
  /** Without one of these it is not drawn; none is for everyone. */
  readonly anyOf: readonly string[]
  /** Whoever has this finds the same in another place. */
  readonly unless?: string
}

export const groupIcons: Readonly<Record<Group, IconName>> = {
  work: 'list',
  people: 'person',
  files: 'document',
  payroll: 'banknote',
  monitoring: 'chart',
  law: 'document',
  administration: 'shield',
}

/** Every place the rail, the bar on a phone and the quick search can lead to. */
export const entries: readonly Entry[] = [
  { page: 'today', group: 'work', href: '/nghiep-vu', anyOf: [] },
  { page: 'inbox', group: 'work', href: '/nghiep-vu/thong-bao', anyOf: [] },
  { page: 'soon', group: 'work', href: '/nghiep-vu/sap-du-dieu-kien', anyOf: ['outreach.read'] },
  { page: 'ending', group: 'work', href: '/nghiep-vu/sap-het-dieu-kien', anyOf: ['outreach.read'] },
  { page: 'search', group: 'people', href: '/nghiep-vu/nguoi', anyOf: ['people.search'] },
  { page: 'duplicates', group: 'people', href: '/nghiep-vu/trung-lap', anyOf: ['duplicates.read'] },
  { page: 'quality', group: 'people', href: '/nghiep-vu/chat-luong', anyOf: ['quality.read'] },
  { page: 'import', group: 'people', href: '/nghiep-vu/nhap-du-lieu', anyOf: ['people.import'] },
  {
    page: 'listed',
    group: 'people',
    href: '/nghiep-vu/cho-xac-nhan',
    anyOf: ['entitlement.decide'],
    unless: 'people.import',
  },
  { page: 'changes', group: 'people', href: '/nghiep-vu/bien-dong', anyOf: ['changes.read'] },
  { page: 'placing', group: 'people', href: '/nghiep-vu/xep-thon', anyOf: ['territory.place'] },
  { page: 'reviews', group: 'people', href: '/nghiep-vu/ra-soat', anyOf: ['review.read'] },
  { page: 'intake', group: 'files', href: '/nghiep-vu/tiep-nhan', anyOf: ['applications.handle'] },
  { page: 'queue', group: 'files', href: '/nghiep-vu/ho-so', anyOf: ['applications.read'] },
  { page: 'signing', group: 'files', href: '/nghiep-vu/trinh-ky', anyOf: ['applications.read'] },
  { page: 'issued', group: 'files', href: '/nghiep-vu/quyet-dinh', anyOf: ['applications.read'] },
  { page: 'facilities', group: 'files', href: '/nghiep-vu/co-so', anyOf: ['applications.read'] },
  {
    page: 'feedback',
    group: 'files',
    href: '/nghiep-vu/phan-anh',
    anyOf: ['applications.answer_feedback'],
  },
  {
    page: 'notices',
    group: 'files',
    href: '/nghiep-vu/tin-gui-nguoi-dan',
    anyOf: ['notices.tell'],
  },
  { page: 'runs', group: 'payroll', href: '/nghiep-vu/ky-chi-tra', anyOf: ['payroll.read'] },
  { page: 'envelopes', group: 'payroll', href: '/nghiep-vu/dot-chi', anyOf: ['payments.read'] },
  { page: 'cash', group: 'payroll', href: '/nghiep-vu/chi-tien-mat', anyOf: ['payments.cash'] },
  {
    page: 'ways',
    group: 'payroll',
    href: '/nghiep-vu/doi-cach-nhan',
    anyOf: ['payments.ask_way', 'payments.decide_way'],
    // Among the changes of the unit they stand in one list.
    unless: 'changes.read',
  },
  {
    page: 'cashless',
    group: 'payroll',
    href: '/nghiep-vu/khong-tien-mat',
    anyOf: ['cashless.read'],
  },
  { page: 'reconciliation', group: 'payroll', href: '/nghiep-vu/doi-soat', anyOf: ['payments.read'] },
  { page: 'recoveries', group: 'payroll', href: '/nghiep-vu/thu-hoi', anyOf: ['payments.read'] },
  {
    page: 'recalls',
    group: 'payroll',
    href: '/nghiep-vu/thu-hoi-lenh',
    anyOf: ['payments.check', 'payments.approve', 'payments.prepare'],
  },
  { page: 'refunds', group: 'payroll', href: '/nghiep-vu/hoan-tra', anyOf: ['payments.read'] },
  {
    page: 'heirs',
    group: 'payroll',
    href: '/nghiep-vu/tien-nguoi-da-mat',
    anyOf: ['payments.ask_way', 'payments.decide_way'],
  },
  { page: 'settlements', group: 'payroll', href: '/nghiep-vu/quyet-toan', anyOf: ['payments.read'] },
  { page: 'ledger', group: 'payroll', href: '/nghiep-vu/so-ke-toan', anyOf: ['payments.read'] },
  { page: 'funds', group: 'payroll', href: '/nghiep-vu/dong-du-toan', anyOf: ['payments.read'] },
  { page: 'providers', group: 'payroll', href: '/nghiep-vu/don-vi-chi-tra', anyOf: ['payments.read'] },
  { page: 'budget', group: 'payroll', href: '/nghiep-vu/du-toan', anyOf: ['budget.read'] },
  { page: 'simulation', group: 'monitoring', href: '/nghiep-vu/mo-phong', anyOf: ['simulation.read'] },
  {
    page: 'map',
    group: 'monitoring',
    href: '/nghiep-vu/ban-do',
    anyOf: ['simulation.read', 'territory.administer'],
  },
  { page: 'law', group: 'law', href: '/nghiep-vu/phap-luat', anyOf: ['law.read'] },
  { page: 'procedures', group: 'law', href: '/nghiep-vu/thu-tuc', anyOf: ['law.read'] },
  { page: 'users', group: 'administration', href: '/nghiep-vu/nguoi-dung', anyOf: ['identity.manage'] },
  {
    page: 'permissions',
    group: 'administration',
    href: '/nghiep-vu/quyen',
    anyOf: ['identity.manage', 'audit.read'],
  },
  {
    page: 'channels',
    group: 'administration',
    href: '/nghiep-vu/kenh-gui-tin',
    anyOf: ['notices.administer'],
  },
  {
    page: 'layouts',
    group: 'administration',
    href: '/nghiep-vu/bo-cuc-tep',
    anyOf: ['payments.lay_out'],
  },
  {
    page: 'population',
    group: 'administration',
    href: '/nghiep-vu/dong-bo-dan-cu',
    anyOf: ['population.administer'],
  },
  {
    page: 'territory',
    group: 'administration',
    href: '/nghiep-vu/dia-gioi',
    anyOf: ['territory.administer'],
  },
  { page: 'trail', group: 'administration', href: '/nghiep-vu/nhat-ky', anyOf: ['audit.read'] },
]

/** What this person may open, of what this build has. */
export function entriesFor(
  can: (permission: string) => boolean,
  exists: (href: string) => boolean,
): readonly Entry[] {
  return entries.filter(
    ({ href, anyOf, unless }) =>
      exists(href) && (anyOf.length === 0 || anyOf.some(can)) && !(unless && can(unless)),
  )
}

/** The entries in their groups, in order; a group without entries is not there. */
export function grouped(entries: readonly Entry[]): readonly (readonly [Group, readonly Entry[]])[] {
  const groups = [...new Set(entries.map(({ group }) => group))]
  return groups.map((group) => [group, entries.filter((entry) => entry.group === group)])
}

/** The entry a page belongs to: the longest address it begins with. */
export function entryOf(pathname: string, among: readonly Entry[]): Entry | undefined {
  return among
    .filter(({ href }) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((one, other) => other.href.length - one.href.length)[0]
}
