import { useSuspenseQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { TextField } from '#ui/text-field'
import { listUsers, type UserView } from '../contract.ts'
import { CreateUserDialog } from './create-user-dialog.tsx'
import { ManageUserDialog } from './manage-user-dialog.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export function UsersRoute() {
  const { tim }: { tim?: string } = useSearch({ strict: false })
  return <UsersPage {...(tim && { search: tim })} />
}

/** The accounts of one’s area: who they are, what they may do where, and whether they are open. */
export function UsersPage({ search }: { search?: string }) {
  const messages = useMessages({ vi, en })
  const t = messages.users
  const { data: users } = useSuspenseQuery(apiQuery(listUsers, search ? { search } : {}))
  const [isCreating, setCreating] = useState(false)
  const [managed, setManaged] = useState<UserView>()
  const [news, setNews] = useState<string>()
  return (
    <>
      <PageHead
        crumbs={[{ label: t.administration }, { label: t.title }]}
        title={t.title}
        actions={
          <Button emphasis="primary" icon="plus" onPress={() => setCreating(true)}>
            {t.create}
          </Button>
        }
      />
      {news && (
        <Notice kind="ok" isLive>
          <p>{news}</p>
        </Notice>
      )}
      <SearchLine search={search ?? ''} />
      <DataTable
        caption={t.caption(users.length)}
        rows={users}
        empty={t.none}
        columns={[
          { header: t.name, isName: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
          { header: t.username, cell: ({ username }) => username, sortBy: ({ username }) => username },
          {
            header: t.role,
            cell: ({ role }) => (role ? messages.roles[role] : <span className="quiet">{t.noRole}</span>),
            sortBy: ({ role }) => (role ? messages.roles[role] : ''),
          },
          { header: t.area, cell: (user) => areaOf(user, t), sortBy: (user) => areaOf(user, t) },
          {
            header: t.lastSignIn,
            cell: ({ lastSignInAt }) =>
              lastSignInAt ? <Moment value={lastSignInAt} /> : <span className="quiet">{t.never}</span>,
            sortBy: ({ lastSignInAt }) => lastSignInAt ?? '',
          },
          {
            header: t.state,
            cell: ({ lockedAt }) =>
              lockedAt ? (
                <Chip kind="err" icon="lock">
                  {t.locked}
                </Chip>
              ) : (
                <Chip kind="ok">{t.open}</Chip>
              ),
          },
          {
            header: t.actions,
            isHeaderHidden: true,
            cell: (user) => (
              <Button aria-label={t.manage(user.name)} onPress={() => setManaged(user)}>
                {t.manageShort}
              </Button>
            ),
          },
        ]}
      />
      {isCreating && <CreateUserDialog onClose={() => setCreating(false)} onDone={setNews} />}
      {managed && <ManageUserDialog user={managed} onClose={() => setManaged(undefined)} onDone={setNews} />}
    </>
  )
}

function areaOf({ areaId, areaName }: UserView, t: typeof vi.users) {
  return areaId === 0 ? t.wholeCountry : (areaName ?? '')
}

function SearchLine({ search }: { search: string }) {
  const t = useMessages({ vi, en }).users
  const router = useRouter()
  const [text, setText] = useState(search)
  return (
    <search>
      <form
        className="inline-form"
        onSubmit={(event) => {
          event.preventDefault()
          const wanted = text.trim()
          router.history.push(
            wanted
              ? `/nghiep-vu/nguoi-dung?${new URLSearchParams({ tim: wanted })}`
              : '/nghiep-vu/nguoi-dung',
          )
        }}
      >
        <TextField label={t.search} value={text} onChange={setText} />
        <Button type="submit" icon="search">
          {t.find}
        </Button>
      </form>
    </search>
  )
}
