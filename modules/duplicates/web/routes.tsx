import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** Records that may be one person. */
export function duplicatesWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const list = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/trung-lap',
    validateSearch: z.object({
      muc: z.string().optional(),
      xa: z.coerce.number().int().optional().catch(undefined),
      noi: z.string().optional(),
      tien: z.string().optional(),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./duplicates-route.tsx'), 'PairsRoute'),
  })
  const pair = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/trung-lap/$pairId',
    component: lazyRouteComponent(() => import('./duplicates-route.tsx'), 'PairRoute'),
  })
  return [list, pair] as const
}
