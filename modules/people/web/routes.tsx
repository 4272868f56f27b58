import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { importWebRoutes } from './import/routes.tsx'

/** Finding people, and bringing lists of them in. */
export function peopleWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const search = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/nguoi',
    validateSearch: z.object({
      q: z.string().optional(),
      tinh: z.string().optional(),
      mat: z.string().optional(),
      mo: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./search-route.tsx'), 'SearchRoute'),
  })
  return [search, ...importWebRoutes(parent)] as const
}

/** The first part of a person’s page; the others belong to the modules that know them. */
export function peoplePersonRoutes<Parent extends AnyRoute>(parent: Parent) {
  const general = createRoute({
    getParentRoute: () => parent,
    path: '/',
    component: lazyRouteComponent(() => import('./person-general.tsx'), 'PersonGeneral'),
  })
  return [general] as const
}
