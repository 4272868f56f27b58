import { useSuspenseQuery } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense, useEffect, type ReactNode } from 'react'
import { apiQuery } from '#platform/web/api'
import { useDaysKept, useShownDays } from '#platform/web/past-view'
import { useCan } from '#platform/web/session'
import { Button, KeyHint, LinkButton, TextLink } from '#ui/button'
import { Chip } from '#ui/chip'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { Skeleton } from '#ui/states'
import { TabLinks } from '#ui/tabs'
import { getPerson, PersonId, type PersonMention, type PersonPage } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { DaysNotice, TimeAxes } from './time-axes.tsx'
import './people.css'

/** What stands above every part of a person’s page: who it is, how they stand, on which day one looks, and the parts. */
export function PersonLayout({ standing }: { standing: (person: PersonPage) => ReactNode }) {
  const t = useMessages({ vi, en })
  const person = usePerson()
  const { pathname, searchStr } = useLocation()
  const can = useCan()
  const base = `/nghiep-vu/nguoi/${person.id}`
  useWhyKey(can('entitlement.read') ? `${base}/vi-sao` : undefined)
  const parts = [
    { path: '', label: t.person.general, needs: 'people.read' },
    { path: '/quyen-loi', label: t.person.entitlements, needs: 'entitlement.read' },
    { path: '/chi-tra', label: t.person.payments, needs: 'people.read' },
    { path: '/cach-nhan', label: t.person.ways, needs: 'payroll.read' },
    { path: '/vi-sao', label: t.person.why, needs: 'entitlement.read' },
    { path: '/bien-dong', label: t.person.changes, needs: 'changes.read' },
  ]
  return (
    <>
      <PageHead
        crumbs={[
          { label: t.section },
          { label: t.search.title, href: '/nghiep-vu/nguoi' },
          { label: t.person.crumb },
        ]}
        title={person.fullName}
        tabTitle={t.person.crumb}
        actions={
          <>
            {can('entitlement.read') && !pathname.endsWith('/vi-sao') && (
              <LinkButton emphasis="primary" icon="help" href={`${base}/vi-sao${searchStr}`}>
                {t.person.why} <KeyHint keys="F4" />
              </LinkButton>
            )}
            {can('applications.handle') && !person.diedOn && !person.mergedInto && (
              <LinkButton icon="plus" href={`/nghiep-vu/tiep-nhan?nguoi=${person.id}`}>
                {t.person.newFile}
              </LinkButton>
            )}
            {can('changes.record') && (
              <LinkButton icon="pencil" href={`/nghiep-vu/bien-dong/moi?nguoi=${person.id}`}>
                {t.person.recordChange}
              </LinkButton>
            )}
            <Button icon="print" onPress={() => window.print()}>
              {t.person.print}
            </Button>
          </>
        }
      >
        <Who person={person} />
      </PageHead>
      <div className="person-bar">
        <div className="btns marks">
          {standing(person)}
          <Marks person={person} />
        </div>
        <TimeAxes />
      </div>
      <MergedNotice person={person} />
      <DaysNotice />
      <TabLinks
        label={t.person.tabs}
        links={parts
          .filter(({ needs }) => can(needs))
          .map(({ path, label }) => ({
            label,
            href: base + path + searchStr,
            isHere: pathname === base + path,
          }))}
      />
      <Suspense fallback={<Skeleton lines={6} />}>
        <Outlet />
      </Suspense>
    </>
  )
}

/** A record that was merged says where the person is found now; the one that was kept says what it stands for as well. */
function MergedNotice({ person: { mergedInto, mergedFrom } }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const keepDays = useDaysKept()
  const name = ({ id, fullName }: PersonMention) =>
    fullName === null ? (
      t.household.hidden
    ) : (
      <TextLink key={id} href={keepDays(`/nghiep-vu/nguoi/${id}`)}>
        {fullName}
      </TextLink>
    )
  return (
    <>
      {mergedInto && (
        <Notice kind="warn">
          <p>
            {t.person.mergedInto} {name(mergedInto)}
          </p>
        </Notice>
      )}
      {mergedFrom.map((merged) => (
        <Notice key={merged.id}>
          <p>
            {t.person.mergedFrom} {name(merged)}
          </p>
        </Notice>
      ))}
    </>
  )
}

/** F4 asks why, from any part of the page and even while one types: it writes no sign. */
function useWhyKey(href: string | undefined) {
  const navigate = useNavigate()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F4' || event.altKey || event.ctrlKey || event.metaKey || !href) return
      event.preventDefault()
      void navigate({ to: href, search: (before: Record<string, unknown>) => before } as never) // The router types an address it knows; this one is made of an id.
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [href, navigate])
}

/** The person of the address, on the days of the address. */
export function usePerson(): PersonPage {
  const { personId } = useParams({ strict: false })
  const { on, knownOn } = useShownDays()
  const id = PersonId.parse(personId)
  return useSuspenseQuery(apiQuery(getPerson, { id, on, known: knownOn })).data
}

function Who({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const number = person.identifiers.find(({ kind }) => kind === 'personal_id') ?? person.identifiers[0]
  return (
    <p className="who">
      <span>{t.sex[person.sex]}</span>
      <BirthDate value={person.born} precision={person.bornPrecision} />
      {number && <span>{number.number}</span>}
      {person.home && <span>{[person.village, person.home.nowName].filter(Boolean).join(', ')}</span>}
    </p>
  )
}

function Marks({ person }: { person: PersonPage }) {
  const t = useMessages({ vi, en })
  const { poverty, identity, bornPrecision, diedOn } = person
  return (
    <>
      {diedOn && <Chip icon="square">{t.person.died(formatDay(diedOn))}</Chip>}
      {identity.verifiedOn ? (
        <Chip kind="ok">{t.person.verified(formatDay(identity.verifiedOn))}</Chip>
      ) : (
        <Chip kind="warn" icon="help">
          {t.person.unverified}
        </Chip>
      )}
      {poverty && (
        <Chip kind="info" icon="document">
          {poverty.level === 'poor' ? t.person.poor(poverty.year) : t.person.nearPoor(poverty.year)}
        </Chip>
      )}
      {bornPrecision !== 'day' && (
        <Chip icon="calendar">{bornPrecision === 'year' ? t.person.onlyYear : t.person.onlyMonth}</Chip>
      )}
    </>
  )
}
