import type { HeldOrder } from '../../contract.ts'
import type { HeirWords } from './messages.vi.ts'

/** Who receives it in words. */
export function receiverOf({ heir }: NonNullable<HeldOrder['request']>, t: HeirWords): string {
  return heir ? t.toHeir(heir.fullName, heir.relation) : t.toTreasury
}
