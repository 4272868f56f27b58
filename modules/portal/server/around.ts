import type { Context } from 'hono'
import type { CivilDate } from '#kernel/civil-date'
import type { PublicTotals } from '#modules/payroll'
import type { Place } from '../domain/places.ts'
import type { CallApi } from './api.ts'
import type { Page, Site } from '../pages/layout.ts'
import type { Messages } from '../pages/messages.vi.ts'

/** Everything a page of the portal is made from. */
export type Around = {
  readonly t: Messages
  readonly site: Site
  readonly today: CivilDate
  readonly places: readonly Place[]
  readonly api: CallApi
  readonly totals: () => Promise<PublicTotals | undefined>
}

/** What one address shows. */
export type Shows = (around: Around, http: Context) => Promise<Shown> | Shown
export type Shown = Pick<Page, 'title' | 'main'> &
  Partial<Pick<Page, 'isHarm' | 'asks' | 'writes' | 'isIndexed'>> & { readonly status?: 404 | 503 }
