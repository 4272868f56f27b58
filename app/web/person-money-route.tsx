import { useParams } from '@tanstack/react-router'
import { useCan } from '#platform/web/session'
import { PersonOneOffs } from '../../modules/payments/web/once/person-one-offs.tsx'
import { PersonPayments } from '../../modules/payroll/web/person-payments.tsx'

/** What a person was paid: month by month, as payroll has it, and once, as payments has it. */
export function PersonMoneyRoute() {
  const can = useCan()
  const personId = String(useParams({ strict: false }).personId)
  return (
    <div className="stack">
      <PersonPayments personId={personId} />
      {can('entitlement.read') && <PersonOneOffs personId={personId} />}
    </div>
  )
}
