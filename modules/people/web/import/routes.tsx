import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'

/** Bringing lists in; the page of one import is put together in the application, for others know what came of it. */
export function importWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const imports = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/nhap-du-lieu',
    component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
  })
  return [imports] as const
}
