import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** What imported lists say somebody receives, for a second person to confirm. */
export function listedWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const lists = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/cho-xac-nhan',
    component: lazyRouteComponent(() => import('./lists-page.tsx'), 'AwardListsPage'),
  })
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/cho-xac-nhan/$importId/$areaId',
    validateSearch: z.object({
      tinhtrang: z.string().optional(),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'AwardListRoute'),
  })
  return [lists, one] as const
}
