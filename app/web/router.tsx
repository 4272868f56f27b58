import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type AnyRoute,
} from '@tanstack/react-router'
import { z } from 'zod'
import { NotFound, PageError } from '#platform/web/page-states'
import { Skeleton } from '#ui/states'
import { doorRoutes } from '../../modules/identity/web/routes.tsx'
import { Shell } from './shell.tsx'

type WebRoutes = (parent: AnyRoute) => readonly AnyRoute[]

/** The pages of every module: each has `web/routes.tsx` with a function named after it; `…PersonRoutes` are parts of a person’s page. */
const modules = import.meta.glob<Readonly<Record<string, WebRoutes>>>('../../modules/*/web/routes.tsx', {
  eager: true,
})

export function createAppRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError })
  const beginning = createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/nghiep-vu' })
    },
  })
  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    component: Shell,
    errorComponent: PageError,
    pendingComponent: () => <Skeleton />,
  })
  const home = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  })
  const person = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/nguoi/$personId',
    validateSearch: z.object({ ngay: z.string().optional(), biet: z.string().optional() }),
    component: lazyRouteComponent(() => import('../../modules/people/web/person-layout.tsx'), 'PersonLayout'),
    errorComponent: PageError,
  })
  const partsOfPerson = Object.values(modules).flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('PersonRoutes'))
      .flatMap(([, routes]) => routes(person)),
  )
  const pages = Object.values(modules).flatMap((module) =>
    Object.entries(module)
      .filter(([name]) => name.endsWith('WebRoutes'))
      .flatMap(([, routes]) => routes(shell)),
  )
  return createRouter({
    routeTree: root.addChildren([
      beginning,
      ...doorRoutes(root),
      shell.addChildren([home, person.addChildren(partsOfPerson), ...pages]),
    ]),
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: PageError,
    defaultPendingComponent: () => <Skeleton lines={6} />,
    defaultPreload: 'intent',
    // Plain text both ways: the router’s own would read an identity number as a number and lose its zeros.
    parseSearch: (search) => Object.fromEntries(new URLSearchParams(search)),
    stringifySearch: (search) => {
      const given = Object.entries(search).filter(
        ([, value]) => value !== undefined && value !== null && value !== '',
      )
      const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
      return text && `?${text}`
    },
  })
}
