import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

const days = { ngay: z.string().optional(), biet: z.string().optional() }

/** The pages of the law book; that of one rule is put together in the application, which knows whom it governs. */
export function lawWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const book = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat',
    validateSearch: z.object(days),
    component: lazyRouteComponent(() => import('./law-book-page.tsx'), 'LawBookPage'),
  })
  const whole = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/toan-van',
    validateSearch: z.object(days),
    component: lazyRouteComponent(() => import('./law-book-page.tsx'), 'WholeLawPage'),
  })
  const compare = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/so-sanh',
    validateSearch: z.object({ tu: z.string().optional(), den: z.string().optional() }),
    component: lazyRouteComponent(() => import('./compare-page.tsx'), 'ComparePage'),
  })
  const found = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/tim',
    validateSearch: z.object({ q: z.string().optional(), ...days }),
    component: lazyRouteComponent(() => import('./found-page.tsx'), 'FoundPage'),
  })
  const cited = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/dan-chieu',
    validateSearch: z.object({ vb: z.string().optional(), dieu: z.string().optional(), ...days }),
    component: lazyRouteComponent(() => import('./found-page.tsx'), 'CitedPage'),
  })
  const questions = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/can-xac-nhan',
    validateSearch: z.object({ cau: z.string().optional() }),
    component: lazyRouteComponent(() => import('./questions-page.tsx'), 'QuestionsPage'),
  })
  const tried = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/phap-luat/tinh-thu',
    component: lazyRouteComponent(() => import('./try-page.tsx'), 'TryPage'),
  })
  return [book, whole, compare, found, cited, questions, tried] as const
}
