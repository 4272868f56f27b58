import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

const area = z.coerce.number().int().optional().catch(undefined)

/** The roll-out of payment without cash: where it stands, its plan, whom to visit, and what it changed. */
export function cashlessWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const overview = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/khong-tien-mat',
    validateSearch: z.object({ xa: area }),
    component: lazyRouteComponent(() => import('./overview-page.tsx'), 'OverviewPage'),
  })
  const plan = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/khong-tien-mat/ke-hoach',
    component: lazyRouteComponent(() => import('./plan-page.tsx'), 'PlanPage'),
  })
  const campaign = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/khong-tien-mat/van-dong',
    validateSearch: z.object({
      xa: area,
      tinhtrang: z.string().optional(),
      tuoi: z.string().optional(),
      khuyettat: z.string().optional(),
      cuatoi: z.string().optional(),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./campaign-route.tsx'), 'CampaignRoute'),
  })
  const effect = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/khong-tien-mat/hieu-qua',
    validateSearch: z.object({ dot: z.string().optional(), xa: area }),
    component: lazyRouteComponent(() => import('./effect-page.tsx'), 'EffectPage'),
  })
  return [overview, plan, campaign, effect] as const
}
