import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

const page = z.coerce.number().int().min(1).catch(1).optional()

/** The yearly reviews, the list of a commune, and what they leave to do. */
export function reviewWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const campaigns = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ra-soat',
    component: lazyRouteComponent(() => import('./campaigns-page.tsx'), 'CampaignsPage'),
  })
  const tasks = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ra-soat/viec',
    validateSearch: z.object({ muc: z.string().optional(), trang: page }),
    component: lazyRouteComponent(() => import('./tasks-page.tsx'), 'TasksRoute'),
  })
  const part = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ra-soat/$partId',
    validateSearch: z.object({
      ketqua: z.string().optional(),
      lydo: z.string().optional(),
      thon: z.string().optional(),
      tim: z.string().optional(),
      trang: page,
      nguoi: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./part-page.tsx'), 'PartRoute'),
  })
  return [campaigns, tasks, part] as const
}

/** The page of a tablet, which opens without a network and thus without the shell. */
export function reviewBareRoutes<Parent extends AnyRoute>(parent: Parent) {
  const tablet = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ra-soat/may',
    component: lazyRouteComponent(() => import('./tablet/tablet-page.tsx'), 'TabletPage'),
  })
  return [tablet] as const
}
