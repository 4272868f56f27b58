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
import { queueSearch } from '../../modules/applications/web/routes.tsx'
import { doorRoutes } from '../../modules/identity/web/routes.tsx'
import { Shell } from './shell.tsx'

type WebRoutes = (parent: AnyRoute) => readonly AnyRoute[]

/** The pages of every module: each has `web/routes.tsx` with a function named after it; `…PersonRoutes` are parts of a person’s page, `…BareRoutes` stand outside the shell. */
const modules = import.meta.glob<Readonly<Record<string, WebRoutes>>>('../../modules/*/web/routes.tsx', {
  eager: true,
})

export function createAppRouter() {
  const root = createRootRoute({ component: Outlet, notFoundComponent: Lost, errorComponent: PageError })
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
    pendingComponent: Opening,
  })
  const home = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu',
    component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
  })
  const trail = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/nhat-ky',
    component: lazyRouteComponent(() => import('./trail-route.tsx'), 'TrailRoute'),
  })
  // A rule of the law book says whom it governs, which payroll knows.
  const rule = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/phap-luat/quy-tac/$ma',
    validateSearch: z.object({ ngay: z.string().optional(), biet: z.string().optional() }),
    component: lazyRouteComponent(() => import('./rule-route.tsx'), 'RuleRoute'),
  })
  // What a list brings waits for a second person, which entitlement knows.
  const importOne = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/nhap-du-lieu/$id',
    validateSearch: z.object({
      ketqua: z.string().optional(),
      trang: z.coerce.number().int().min(1).optional().catch(undefined),
      lap: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./import-route.tsx'), 'ImportRoute'),
  })
  // A file says how its person compared with the population register, which population knows.
  const file = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/ho-so/$id',
    validateSearch: queueSearch,
    component: lazyRouteComponent(() => import('./file-route.tsx'), 'FileRoute'),
  })
  // People who were found are told apart by what they receive and whom else they may be, which others know.
  const people = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/nguoi',
    validateSearch: z.object({
      q: z.string().optional(),
      tinh: z.string().optional(),
      mat: z.string().optional(),
      mo: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./people-route.tsx'), 'PeopleRoute'),
  })
  // A person’s page has parts that different modules know: its head belongs to people, each part to whoever knows it.
  const person = createRoute({
    getParentRoute: () => shell,
    path: '/nghiep-vu/nguoi/$personId',
    validateSearch: z.object({
      ngay: z.string().optional(),
      biet: z.string().optional(),
      so: z.string().optional(),
      sobiet: z.string().optional(),
    }),
    component: lazyRouteComponent(() => import('./person-route.tsx'), 'PersonRoute'),
    errorComponent: PageError,
  })
  const money = createRoute({
    getParentRoute: () => person,
    path: 'chi-tra',
    component: lazyRouteComponent(() => import('./person-money-route.tsx'), 'PersonMoneyRoute'),
  })
  // What was asked about a person, beside how they compared with the population register.
  const changesOfPerson = createRoute({
    getParentRoute: () => person,
    path: '/bien-dong',
    component: lazyRouteComponent(() => import('./person-changes-route.tsx'), 'PersonChangesRoute'),
  })
  const inShell = [home, trail, rule, importOne, file, people, ...routesNamed('WebRoutes', shell)]
  const ofPerson = person.addChildren([money, changesOfPerson, ...routesNamed('PersonRoutes', person)])
  return createRouter({
    routeTree: root.addChildren([
      beginning,
      ...doorRoutes(root),
      ...routesNamed('BareRoutes', root),
      shell.addChildren([...inShell, ofPerson]),
    ]),
    defaultNotFoundComponent: NotFound,
    defaultErrorComponent: PageError,
    defaultPendingComponent: () => <Skeleton lines={6} />,
    // A page whose code is on its way shows that it is, before anybody wonders.
    defaultPendingMs: 150,
    defaultPendingMinMs: 0,
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

function routesNamed(
  ending: 'WebRoutes' | 'PersonRoutes' | 'BareRoutes',
  parent: AnyRoute,
): readonly AnyRoute[] {
  return Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .flatMap(([name, routes]) => (name.endsWith(ending) ? routes(parent) : []))
}

/** Nothing at this address, and no shell around it either. */
function Lost() {
  return (
    <main className="main">
      <NotFound />
    </main>
  )
}

function Opening() {
  return (
    <main className="main">
      <Skeleton lines={8} />
    </main>
  )
}
