import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** Change requests: the work-list, one of them, and asking for one. */
export function changesWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const list = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bien-dong',
    validateSearch: z.object({ muc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./list-page.tsx'), 'ListRoute'),
  })
  const add = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bien-dong/moi',
    validateSearch: z.object({
      nguoi: z.string().optional(),
      loai: z.string().optional(),
      xem_lai: z.string().optional(),
      huong: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./form-route.tsx'), 'AddRoute'),
  })
  const ofImport = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bien-dong/tep/$importId',
    validateSearch: z.object({ trang: z.coerce.string().optional() }),
    component: lazyRouteComponent(() => import('./import-effects-page.tsx'), 'ImportEffectsPage'),
  })
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bien-dong/$requestId',
    component: lazyRouteComponent(() => import('./request-page.tsx'), 'RequestRoute'),
  })
  const check = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/bien-dong/$requestId/xac-minh',
    component: lazyRouteComponent(() => import('./form-route.tsx'), 'CheckRoute'),
  })
  return [list, add, ofImport, one, check] as const
}
