import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { benefits } from '#modules/entitlement/contract'
import { Evidence, getPerson, PersonId } from '#modules/people/contract'
import { apiQuery, useCommand } from '#platform/web/api'
import { NotFound } from '#platform/web/page-states'
import { Change, changeKinds, getRequest, openRequest, submitRequest, type ChangeKind } from '../contract.ts'
import { ChangeForm } from './change-form.tsx'
import { draftOf, emptyDraft, type ChangeDraft } from './change-draft.ts'
import { requestHref } from './hrefs.ts'

/** What was told elsewhere and alters money: it comes along unseen, never in the address. */
const Carried = z.object({ asked: z.object({ change: Change, evidence: Evidence.nullable() }) })

const NamedAward = z.object({ benefit: z.enum(benefits), since: Month })

type Search = { nguoi?: string; loai?: string; xem_lai?: string; huong?: string }

/** Asks for a change about the person of the address, perhaps to look again at a decided request. */
export function AddRoute() {
  const { nguoi, loai, xem_lai: contestsId, huong }: Search = useSearch({ strict: false })
  const personId = PersonId.safeParse(nguoi)
  if (!personId.success) return <NotFound />
  const kind = changeKinds.find((one) => one === loai) ?? null
  return contestsId ? (
    <Again personId={personId.data} contestsId={contestsId} />
  ) : (
    <Add personId={personId.data} kind={kind} award={awardIn(huong)} />
  )
}

/** An award as an address names it: `monthly_allowance.2024-03`. */
function awardIn(text: string | undefined): ChangeDraft['award'] {
  const [benefit, since] = text?.split('.') ?? []
  const award = NamedAward.safeParse({ benefit, since })
  return award.success ? award.data : null
}

type Adding = {
  readonly personId: PersonId
  readonly kind: ChangeKind | null
  readonly award: ChangeDraft['award']
}

function Add({ personId, kind, award }: Adding) {
  const { data: person } = useSuspenseQuery(apiQuery(getPerson, { id: personId }))
  const open = useCommand(openRequest)
  const show = useShow()
  const { asked } = Carried.safeParse(useLocation().state).data ?? {}
  const initial = asked
    ? { draft: draftOf(asked.change), evidence: asked.evidence }
    : {
        draft: { ...emptyDraft, kind: kind === 'paid_months' && !award ? null : kind, award },
        evidence: null,
      }
  return (
    <ChangeForm
      person={person}
      initial={initial}
      isSentHere={asked !== undefined}
      error={open.error}
      isPending={open.isPending}
      onSend={(asked) => open.mutate({ personId, ...asked }, { onSuccess: show })}
    />
  )
}

/** The same content once more, for somebody else to decide; it may be corrected. */
function Again({ personId, contestsId }: { personId: PersonId; contestsId: string }) {
  const { data: person } = useSuspenseQuery(apiQuery(getPerson, { id: personId }))
  const { data: before } = useSuspenseQuery(apiQuery(getRequest, { id: contestsId }))
  const open = useCommand(openRequest)
  const show = useShow()
  return (
    <ChangeForm
      person={person}
      initial={{ draft: draftOf(before.change), evidence: before.evidence }}
      error={open.error}
      isPending={open.isPending}
      onSend={(asked) => open.mutate({ personId, contestsId, ...asked }, { onSuccess: show })}
    />
  )
}

/** Looks at what was found or sent back, with the paper, and puts it before whoever decides. */
export function CheckRoute() {
  const { requestId = '' } = useParams({ strict: false })
  const { data: request } = useSuspenseQuery(apiQuery(getRequest, { id: requestId }))
  const { data: person } = useSuspenseQuery(apiQuery(getPerson, { id: request.person.id }))
  const submit = useCommand(submitRequest)
  const show = useShow()
  return (
    <ChangeForm
      person={person}
      isKindFixed
      initial={{ draft: draftOf(request.change), evidence: request.evidence }}
      error={submit.error}
      isPending={submit.isPending}
      onSend={(asked) => submit.mutate({ id: requestId, ...asked }, { onSuccess: show })}
    />
  )
}

function useShow() {
  const navigate = useNavigate()
  return ({ id }: { id: string }) => void navigate({ to: requestHref(id) as never }) // Made of an id, which the router cannot type.
}
