import { dong, type Dong } from '#kernel/dong'
import { supportLaw, supportOn, type Label } from '#modules/entitlement/engine'
import { territoryOf } from './chances.ts'
import type { Known } from './known.ts'

/** The groups of the law behind a wish to care for somebody. */
const groupsOf: Readonly<Record<string, string>> = { child: 'CARE-1', disabled: 'CARE-4', older: 'CARE-1C' }

/** What the law of the day gives carers: by the month for each person, or by the day of an emergency. */
export function carerRights(
  known: Known,
  whom: string | undefined,
): {
  readonly monthly: readonly { readonly label: Label; readonly amount: Dong }[]
  readonly daily: Dong | undefined
} {
  const group = whom === undefined ? undefined : known.ml.group.get(groupsOf[whom] ?? '')
  const base = group && known.ml.base(group.base, territoryOf(known))
  const care = supportOn(supportLaw, known.today)?.rules.find(({ gives }) => gives.kind === 'daily')
  return {
    monthly: (group?.bands ?? []).map(({ label, coefficient }) => ({
      label,
      amount: dong((base! * coefficient) / 10),
    })),
    daily: whom === 'emergency' && care?.gives.kind === 'daily' ? care.gives.rate : undefined,
  }
}
