import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** The saved scenarios, one of them or a new one, and several beside each other. */
export function simulationWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const list = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/mo-phong',
    component: lazyRouteComponent(() => import('./scenarios-page.tsx'), 'ScenariosPage'),
  })
  const fresh = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/mo-phong/moi',
    validateSearch: z.object({ noidung: z.string().optional() }),
    component: lazyRouteComponent(() => import('./simulation-routes.tsx'), 'NewScenarioRoute'),
  })
  const compare = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/mo-phong/so-sanh',
    validateSearch: z.object({ kichban: z.string().optional() }),
    component: lazyRouteComponent(() => import('./simulation-routes.tsx'), 'CompareRoute'),
  })
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/mo-phong/$id',
    validateSearch: z.object({ noidung: z.string().optional() }),
    component: lazyRouteComponent(() => import('./simulation-routes.tsx'), 'ScenarioRoute'),
  })
  return [list, fresh, compare, one] as const
}
