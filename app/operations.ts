import { permissions, roleNames, roles, type Permission } from '#modules/identity'
import type { Endpoint } from '#platform/contract/endpoint'
import { routes } from './routes.ts'

/** One operation as the permission matrix shows it. */
export type Operation = {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly permission: string
  readonly audit: string | undefined
}

/** Every operation of the product, by path. */
export function listOperations(): Operation[] {
  return Object.entries(routes)
    .map(([name, procedure]) => {
      const { route, meta } = procedure['~orpc'] as unknown as Endpoint['~orpc'] // serve() makes routes of endpoints only.
      const { permission, audit } = meta
      const { method = '', path = '', summary = '' } = route
      return { name, method, path, summary, permission, audit }
    })
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}

/** Who may do what: each operation, the permission it needs, and the roles that have it. */
export function printPermissionMatrix(): string {
  const named = Object.keys(permissions) as Permission[] // The keys are the permissions.
  const holds = (role: (typeof roleNames)[number], permission: string) =>
    permission === 'public' || roles[role].permissions.some((held) => held === permission)
  const tick = (does: boolean) => (does ? '●' : '')
  const lines = [
    '# Who may do what',
    '',
    'Printed by `ansinh docs` from the operations and `modules/identity/domain/roles.ts`; a test holds it current, and',
    'another that every operation refuses whoever lacks its permission. Within a permission the area of the assignment counts.',
    '',
    '## Roles',
    '',
    '| Role | Vietnamese |',
    '| --- | --- |',
    ...roleNames.map((role) => `| \`${role}\` | ${roles[role].name} |`),
    '',
    '## Permissions',
    '',
    table(['Permission', 'Vietnamese', ...roleNames]),
    ...named.map((permission) =>
      row([
        `\`${permission}\``,
        permissions[permission],
        ...roleNames.map((role) => tick(holds(role, permission))),
      ]),
    ),
    '',
    '## Operations',
    '',
    table(['Operation', 'What it does', 'Permission', 'In the audit trail', ...roleNames]),
    ...listOperations().map(({ method, path, summary, permission, audit }) =>
      row([
        `${method} ${path}`,
        summary,
        permission === 'public' ? 'none' : `\`${permission}\``,
        audit ? `\`${audit}\`` : '',
        ...roleNames.map((role) => tick(holds(role, permission))),
      ]),
    ),
    '',
  ]
  return lines.join('\n')
}

function table(headers: readonly string[]) {
  return `${row(headers)}\n${row(headers.map(() => '---'))}`
}

function row(cells: readonly string[]) {
  return `| ${cells.join(' | ')} |`
}
