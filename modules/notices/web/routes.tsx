import { createRoute, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { z } from 'zod'

/** One’s inbox, what goes out to people, and how it gets out. */
export function noticesWebRoutes<Parent extends AnyRoute>(parent: Parent) {
  const inbox = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/thong-bao',
    validateSearch: z.object({ muc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./inbox-page.tsx'), 'InboxRoute'),
  })
  const notices = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/tin-gui-nguoi-dan',
    validateSearch: z.object({ muc: z.string().optional() }),
    component: lazyRouteComponent(() => import('./notices-page.tsx'), 'NoticesRoute'),
  })
  const channels = createRoute({
    getParentRoute: () => parent,
    path: '/nghiep-vu/kenh-gui-tin',
    component: lazyRouteComponent(() => import('./channels-page.tsx'), 'ChannelsPage'),
  })
  return [inbox, notices, channels] as const
}
