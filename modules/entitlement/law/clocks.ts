import { civilDate, type CivilDate } from '#kernel/civil-date'
import type { Source } from '../domain/rule-set.ts'
import { nd335, source, tt02 } from './sources.ts'

/** How long the council has from the file to its conclusion on a disability; the certificate follows within five days more. */
export const disabilityClock: { readonly workingDays: number; readonly cite: Source } = {
  workingDays: 20,
  cite: source('01/2019/TT-BLĐTBXH')('thời hạn xác định mức độ khuyết tật'),
}

/** CERT-6: whoever was certified before this age, in months, is assessed anew at it, but for some of the exceptionally severe. */
export const assessedAnew: { readonly atMonths: number; readonly cite: Source } = {
  atMonths: 72,
  cite: source('01/2019/TT-BLĐTBXH')('xác định lại mức độ khuyết tật khi đủ 6 tuổi', 'uncertain'),
}

/** When an allowance is suspended or stopped without any condition of its group failing («tạm dừng», «thôi hưởng»). */
export const suspensions = {
  /** PROC-6a: so many months in a row uncollected. */
  uncollectedMonths: 3,
  /** PROC-6c: remand of at least this long; the care support goes on. */
  remandMonths: 1,
  /** PROC-7đ: refused once more so long after a suspension for refusing to be examined again, it stops. */
  refusalMonths: 3,
  /** Why, by the law of R21, which R25 left in force, and by that of R26; its point on remand was not read. */
  grounds: {
    not_collected: { R21: tt02('điểm a khoản 3 Điều 2'), R26: nd335('điểm a khoản 1 Điều 9') },
    refuses_review: { R21: tt02('điểm b khoản 3 Điều 2'), R26: nd335('điểm b khoản 1 Điều 9') },
    detained: { R21: tt02('điểm c khoản 3 Điều 2'), R26: nd335('khoản 1 Điều 9', 'uncertain') },
  },
  /** PROC-7a–đ, PROC-8: why a benefit ends; for care Decree 335 was not read. */
  endings: {
    died: { R21: tt02('điểm a khoản 1 Điều 2'), R26: nd335('điểm a khoản 2 Điều 9') },
    not_eligible: { R21: tt02('điểm b khoản 1 Điều 2'), R26: nd335('điểm b khoản 2 Điều 9') },
    sentence: { R21: tt02('điểm c khoản 1 Điều 2'), R26: nd335('điểm c khoản 2 Điều 9') },
    declined: { R21: tt02('điểm d khoản 1 Điều 2'), R26: nd335('điểm d khoản 2 Điều 9') },
    refuses: { R21: tt02('điểm đ khoản 1 Điều 2'), R26: nd335('điểm đ khoản 2 Điều 9') },
    carer: { R21: tt02('khoản 2 Điều 2'), R26: nd335('Điều 9', 'uncertain') },
  },
  /** PROC-9: resumed, the months left out are paid. */
  resumption: { R21: tt02('điểm b khoản 1 Điều 6'), R26: nd335('khoản 4 Điều 9') },
} as const

/**
 * PAY-WAIT: how many working days an approved change of account or of who receives waits before money goes the new way, since
 * a day. The law is silent; the days are for the payee to notice a change that is none of theirs.
 */
export const waitsOfWays: readonly { readonly since: CivilDate; readonly workingDays: number }[] = [
  { since: civilDate('2021-07-01'), workingDays: 3 },
]
