import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

const area = z.coerce.number().int().optional().catch(undefined)

/** What is to be put right in the register: every rule, and the list of one. */
export function qualityWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const overview = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/chat-luong',
    validateSearch: z.object({ xa: area }),
    component: lazyRouteComponent(() => import('./quality-route.tsx'), 'OverviewRoute'),
  })
  const list = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/chat-luong/$rule',
    validateSearch: z.object({
      xa: area,
      muc: z.string().optional(),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./quality-route.tsx'), 'ListRoute'),
  })
  return [overview, list] as const
}
