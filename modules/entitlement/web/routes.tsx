import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { lawWebRoutes } from './law-book/routes.tsx'
import { listedWebRoutes } from './listed/routes.tsx'

/** The law book, and imported lists that wait for a second person. */
export function entitlementWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  return [...lawWebRoutes(parent), ...listedWebRoutes(parent)] as const
}

/** The parts of a person’s page that say what they are entitled to, and why. */
export function entitlementPersonRoutes<Parent extends AnyRoute>(parent: Parent) {
  const entitlements = createRoute({
    getParentRoute: () => parent,
    path: 'quyen-loi',
    component: lazyRouteComponent(() => import('./person-entitlements.tsx'), 'PersonEntitlements'),
  })
  const why = createRoute({
    getParentRoute: () => parent,
    path: 'vi-sao',
    validateSearch: z.object({ thang: z.string().optional() }),
    component: lazyRouteComponent(() => import('./explanation-page.tsx'), 'ExplanationPage'),
  })
  return [entitlements, why] as const
}
