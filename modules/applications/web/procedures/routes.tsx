import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

const day = z.object({ ngay: z.string().optional() })

/** The handbook of procedures. */
export function proceduresWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const handbook = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thu-tuc',
    validateSearch: day,
    component: lazyRouteComponent(() => import('./handbook-route.tsx'), 'HandbookRoute'),
  })
  const page = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thu-tuc/$ma',
    validateSearch: day,
    component: lazyRouteComponent(() => import('./handbook-page-route.tsx'), 'HandbookPageRoute'),
  })
  return [handbook, page] as const
}
