import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { InstructionState } from '../domain/instruction-state.ts'
import { ProposalState } from '../domain/proposal.ts'
import { RecoveryState } from '../domain/recovery.ts'

const page = z.coerce.number().int().min(1).catch(1).optional()

/** The envelopes, one envelope, and the work of reconciliation. */
export function paymentsWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const envelopes = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dot-chi',
    component: lazyRouteComponent(() => import('./envelopes-page.tsx'), 'EnvelopesPage'),
  })
  const envelope = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dot-chi/$id',
    validateSearch: z.object({ trangthai: InstructionState.optional().catch(undefined), trang: page }),
    component: lazyRouteComponent(() => import('./payments-route.tsx'), 'EnvelopeRoute'),
  })
  const reconciliation = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/doi-soat',
    validateSearch: z.object({ trang: page }),
    component: lazyRouteComponent(() => import('./payments-route.tsx'), 'ReconciliationRoute'),
  })
  const figures = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/vi-sao-khac-nhau',
    validateSearch: z.object({
      ky: Month.optional().catch(undefined),
      xa: z.coerce.number().int().optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./figures/figures-route.tsx'), 'FiguresRoute'),
  })
  const oneOffs = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dot-chi/mot-lan',
    component: lazyRouteComponent(() => import('./once/one-offs-page.tsx'), 'OneOffsPage'),
  })
  const cash = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/chi-tien-mat',
    validateSearch: z.object({ ky: Month.optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./payments-route.tsx'), 'CashRoute'),
  })
  const ledger = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/so-ke-toan',
    validateSearch: z.record(z.string(), z.string()),
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'LedgerRoute'),
  })
  const entry = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/so-ke-toan/$id',
    validateSearch: z.object({ trang: page }),
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'EntryRoute'),
  })
  const recoveries = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thu-hoi',
    validateSearch: z.object({ tinhtrang: RecoveryState.optional().catch(undefined), trang: page }),
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'RecoveriesRoute'),
  })
  const recovery = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thu-hoi/$id',
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'RecoveryRoute'),
  })
  const recalls = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thu-hoi-lenh',
    validateSearch: z.object({ tinhtrang: ProposalState.optional().catch(undefined), trang: page }),
    component: lazyRouteComponent(() => import('./recalls/recalls-page.tsx'), 'RecallsPage'),
  })
  const refunds = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/hoan-tra',
    component: lazyRouteComponent(() => import('./refunds-page.tsx'), 'RefundsPage'),
  })
  const refund = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/hoan-tra/$id',
    validateSearch: z.object({ trang: page }),
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'RefundRoute'),
  })
  const heirs = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/tien-nguoi-da-mat',
    component: lazyRouteComponent(() => import('./heirs/heirs-page.tsx'), 'HeirsPage'),
  })
  const ways = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/doi-cach-nhan',
    validateSearch: z.object({
      phan: z.enum(['xong', 'dung-chung']).optional().catch(undefined),
      trang: page,
    }),
    component: lazyRouteComponent(() => import('./ways/ways-page.tsx'), 'WaysPage'),
  })
  const settlements = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/quyet-toan',
    component: lazyRouteComponent(() => import('./settlements-page.tsx'), 'SettlementsPage'),
  })
  const settlement = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/quyet-toan/$id',
    component: lazyRouteComponent(() => import('./ledger-route.tsx'), 'SettlementRoute'),
  })
  const funds = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dong-du-toan',
    validateSearch: z.object({
      nam: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./funds/funds-page.tsx'), 'FundsPage'),
  })
  const providers = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/don-vi-chi-tra',
    component: lazyRouteComponent(() => import('./providers/providers-page.tsx'), 'ProvidersPage'),
  })
  const layouts = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bo-cuc-tep',
    component: lazyRouteComponent(() => import('./layouts/layouts-page.tsx'), 'LayoutsPage'),
  })
  const layout = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bo-cuc-tep/$id',
    component: lazyRouteComponent(() => import('./layouts/layout-route.tsx'), 'LayoutRoute'),
  })
  return [
    envelopes,
    envelope,
    oneOffs,
    figures,
    reconciliation,
    cash,
    ledger,
    entry,
    recoveries,
    recovery,
    recalls,
    refunds,
    refund,
    heirs,
    ways,
    settlements,
    settlement,
    funds,
    providers,
    layouts,
    layout,
  ] as const
}

/** The page of a clerk’s phone, which opens without a network and thus without the shell. */
export function paymentsBareRoutes<Parent extends AnyRoute>(parent: Parent) {
  const till = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/chi-tien-mat/may',
    component: lazyRouteComponent(() => import('./phone/phone-page.tsx'), 'PhonePage'),
  })
  return [till] as const
}

/** The part of a person’s page that says who receives their money, and how. */
export function paymentsPersonRoutes<Parent extends AnyRoute>(parent: Parent) {
  const ways = createRoute({
    getParentRoute: () => parent,
    path: 'cach-nhan',
    validateSearch: z.object({ denghi: z.string().optional() }),
    component: lazyRouteComponent(() => import('./ways/person-ways.tsx'), 'PersonWaysRoute'),
  })
  return [ways] as const
}
