import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** Changes of communes and their outlines, the map, and who is still to be placed after a division. */
export function territoryWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const reforms = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dia-gioi',
    component: lazyRouteComponent(() => import('./reforms-page.tsx'), 'ReformsPage'),
  })
  const reform = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dia-gioi/tep/$id',
    validateSearch: z.object({ buoc: z.string().optional(), lap: z.string().optional() }),
    component: lazyRouteComponent(() => import('./reform-page.tsx'), 'ReformRoute'),
  })
  const boundaries = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/dia-gioi/ranh-gioi',
    validateSearch: z.object({ buoc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./boundaries-page.tsx'), 'BoundariesRoute'),
  })
  const map = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ban-do',
    validateSearch: z.object({ dat: z.string().optional(), luc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./map-page.tsx'), 'MapRoute'),
  })
  const placing = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/xep-thon',
    component: lazyRouteComponent(() => import('./placing-page.tsx'), 'PlacingPage'),
  })
  return [reforms, reform, boundaries, map, placing] as const
}
