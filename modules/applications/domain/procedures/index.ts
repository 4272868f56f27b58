import type { Procedure } from '../procedure.ts'
import { monthlyAllowance } from './monthly-allowance.ts'

/** Every procedure this system knows («bộ thủ tục»). */
export const procedures: readonly Procedure[] = [monthlyAllowance]
