import type { Source } from '../domain/rule-set.ts'
import { nd335, source, tt02 } from './sources.ts'

/** How long the council has from the file to its conclusion on a disability; the certificate follows within five days more. */
export const disabilityClock: { readonly workingDays: number; readonly cite: Source } = {
  workingDays: 20,
  cite: source('01/2019/TT-BLĐTBXH')('thời hạn xác định mức độ khuyết tật'),
}

/** When an allowance is suspended or stopped without any condition of its group failing («tạm dừng», «thôi hưởng»). */
export const suspensions = {
  /** PROC-6a: so many months in a row uncollected. */
  uncollectedMonths: 3,
  /** PROC-6c: remand of at least this long; the care support goes on. */
  remandMonths: 1,
  /** PROC-7đ: refused once more so long after a suspension for refusing to be examined again, it stops. */
  refusalMonths: 3,
  cites: {
    R21: tt02('khoản 1, khoản 3 Điều 2'),
    R26: nd335('khoản 1, khoản 2 Điều 9'),
  },
} as const
