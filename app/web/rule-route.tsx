import { useCan } from '#platform/web/session'
import { RulePage } from '../../modules/entitlement/web/law-book/rule-page.tsx'
import { RuleReach } from '../../modules/payroll/web/rule-reach.tsx'

/** A rule of the law book, with the people and the money it governs, which another module counts. */
export function RuleRoute() {
  const can = useCan()
  return (
    <RulePage
      reach={({ statements }) => {
        const rules = statements.flatMap(({ kind, key }) => (kind === 'band' ? [key] : []))
        return rules.length > 0 && can('payroll.read') ? <RuleReach rules={rules} /> : null
      }}
    />
  )
}
