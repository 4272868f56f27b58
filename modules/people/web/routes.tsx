import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

/** Bringing lists of people in. */
export { importWebRoutes } from './import/routes.tsx'

/** The first part of a person’s page; the others belong to the modules that know them. */
export function peoplePersonRoutes<Parent extends AnyRoute>(parent: Parent) {
  const general = createRoute({
    getParentRoute: () => parent,
    path: '/',
    component: lazyRouteComponent(() => import('./person-general.tsx'), 'PersonGeneral'),
  })
  return [general] as const
}
