import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { ImportVerdict } from '../../domain/import/findings.ts'

/** Bringing lists in: the imports, and one of them. */
export function importWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const imports = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/nhap-du-lieu',
    component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
  })
  const one = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/nhap-du-lieu/$id',
    validateSearch: z.object({
      ketqua: ImportVerdict.optional().catch(undefined),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
      lap: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportRoute'),
  })
  return [imports, one] as const
}
