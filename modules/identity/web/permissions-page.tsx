import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import { PageHead } from '#ui/page'
import { permissions, permissionsOf, roleNames, type Permission } from '../domain/roles.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './administration.css'

const groups = [...new Set(Object.keys(permissions).map((permission) => permission.split('.')[0]!))]
const inGroup = (group: string) =>
  Object.entries(permissions).filter(([permission]) => permission.startsWith(`${group}.`)) as [
    Permission,
    string,
  ][] // Keys of permissions.

/** Which role may do what: the same table that the server decides by. */
export function PermissionsPage() {
  const t = useMessages({ vi, en })
  return (
    <>
      <PageHead
        crumbs={[{ label: t.users.administration }, { label: t.permissions.title }]}
        title={t.permissions.title}
      >
        <p className="quiet">{t.permissions.lead}</p>
      </PageHead>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <section className="table-wrap" tabIndex={0} aria-label={t.permissions.caption}>
        <table className="table matrix">
          <caption className="sr">{t.permissions.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.permissions.permission}</th>
              {roleNames.map((role) => (
                <th key={role} scope="col">
                  {t.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <tbody key={group}>
              <tr className="group">
                <th scope="rowgroup" colSpan={roleNames.length + 1}>
                  {t.permissions.groups[group] ?? group}
                </th>
              </tr>
              {inGroup(group).map(([permission, words]) => (
                <tr key={permission}>
                  <th scope="row">
                    <span lang="vi">{words}</span>
                    <br />
                    <small className="quiet">{permission}</small>
                  </th>
                  {roleNames.map((role) => (
                    <td key={role}>
                      <Verdict isAllowed={permissionsOf(role).has(permission)} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
    </>
  )
}

function Verdict({ isAllowed }: { isAllowed: boolean }) {
  const t = useMessages({ vi, en }).permissions
  if (!isAllowed) return <span className="sr">{t.no}</span>
  return (
    <>
      <Icon name="check" className="matrix-yes" />
      <span className="sr">{t.yes}</span>
    </>
  )
}
