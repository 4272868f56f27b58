import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** The year, one estimate, and two beside each other. */
export function budgetWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const year = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/du-toan',
    validateSearch: z.object({ nam: z.string().optional() }),
    component: lazyRouteComponent(() => import('./budget-route.tsx'), 'YearRoute'),
  })
  const compare = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/du-toan/so-sanh',
    validateSearch: z.object({ ban: z.string().optional() }),
    component: lazyRouteComponent(() => import('./budget-route.tsx'), 'CompareRoute'),
  })
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/du-toan/$id',
    validateSearch: z.object({
      xa: z.string().optional(),
      nhom: z.string().optional(),
      phan: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./budget-route.tsx'), 'EstimateRoute'),
  })
  return [year, compare, one] as const
}
