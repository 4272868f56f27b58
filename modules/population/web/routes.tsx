import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** How the register is kept in step with the population register. */
export function populationWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const sync = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dong-bo-dan-cu',
    validateSearch: z.object({ muc: z.string().optional(), truoc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./sync-page.tsx'), 'SyncRoute'),
  })
  return [sync] as const
}
