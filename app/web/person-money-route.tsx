import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { getPerson, PersonId } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { useShownDays } from '#platform/web/past-view'
import { useCan } from '#platform/web/session'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { PersonOneOffs } from '../../modules/payments/web/once/person-one-offs.tsx'
import { PersonPayments } from '../../modules/payroll/web/person-payments.tsx'

/** What a person was paid: month by month, as payroll has it, and once, as payments has it; under merged records too. */
export function PersonMoneyRoute() {
  const can = useCan()
  const t = useMessages({ vi, en })
  const personId = String(useParams({ strict: false }).personId)
  const { on, knownOn } = useShownDays()
  const { data: person } = useSuspenseQuery(
    apiQuery(getPerson, { id: PersonId.parse(personId), on, known: knownOn }),
  )
  return (
    <div className="stack">
      <PersonPayments personId={personId} />
      {can('entitlement.read') && <PersonOneOffs personId={personId} />}
      {person.mergedFrom.map(
        ({ id, fullName }) =>
          fullName !== null && (
            <Panel key={id} title={t.paidUnderMerged(fullName)}>
              <PersonPayments personId={id} />
            </Panel>
          ),
      )}
    </div>
  )
}
