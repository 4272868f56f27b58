import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { InstructionState } from '../domain/instruction-state.ts'

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
  const oneOffs = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/chi-mot-lan',
    component: lazyRouteComponent(() => import('./once/one-offs-page.tsx'), 'OneOffsPage'),
  })
  return [envelopes, envelope, oneOffs, reconciliation] as const
}
