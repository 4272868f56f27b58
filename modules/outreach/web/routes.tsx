import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

// Every page loads this file; what the words in an address may be is known where the list is drawn.
const search = z.object({
  muc: z.string().optional(),
  xa: z.coerce.number().int().optional().catch(undefined),
  chedo: z.string().optional(),
  trong: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  viec: z.string().optional(),
  trang: z.coerce.number().int().min(1).optional().catch(undefined),
})

/** Who will have a right, and whose right will end. */
export function outreachWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const soon = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/sap-du-dieu-kien',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./outreach-route.tsx'), 'SoonRoute'),
  })
  const ending = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/sap-het-dieu-kien',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./outreach-route.tsx'), 'EndingRoute'),
  })
  return [soon, ending] as const
}
