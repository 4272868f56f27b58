import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

// Every page loads this file; what the words in an address may be is known where the list is drawn.
export const queueSearch = z.object({
  xem: z.string().optional(),
  tim: z.string().optional(),
  thutuc: z.string().optional(),
  kenh: z.string().optional(),
  xa: z.string().optional(),
  sau: z.string().optional(),
})

/** The desk: files in their queue, and what waits for a signature. One file by itself has parts of other modules (app/web). */
export function applicationsWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const files = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/ho-so',
    validateSearch: queueSearch,
    component: lazyRouteComponent(() => import('./queue/queue-route.tsx'), 'QueueRoute'),
  })
  const signing = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/trinh-ky',
    validateSearch: z.object({ xem: z.string().optional(), sau: z.string().optional() }),
    component: lazyRouteComponent(() => import('./signing/signing-route.tsx'), 'SigningRoute'),
  })
  const batches = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/trinh-ky/danh-sach',
    component: lazyRouteComponent(() => import('./batch/batch-route.tsx'), 'BatchRoute'),
  })
  const intake = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/tiep-nhan',
    validateSearch: z.object({ nguoi: z.string().optional(), thutuc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./intake/intake-route.tsx'), 'IntakeRoute'),
  })
  const issued = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/quyet-dinh',
    validateSearch: z.object({
      tim: z.string().optional(),
      loai: z.string().optional(),
      sau: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./issued/issued-route.tsx'), 'IssuedRoute'),
  })
  const feedback = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phan-anh',
    validateSearch: z.object({
      xem: z.string().optional(),
      loai: z.string().optional(),
      trang: z.coerce.string().optional(),
      thu: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./feedback/feedback-route.tsx'), 'FeedbackRoute'),
  })
  const facilities = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/co-so',
    component: lazyRouteComponent(() => import('./facilities/facilities-route.tsx'), 'FacilitiesRoute'),
  })
  return [files, signing, batches, intake, issued, feedback, facilities] as const
}

/** The handbook of procedures. */
export { proceduresWebRoutes } from './procedures/routes.tsx'
