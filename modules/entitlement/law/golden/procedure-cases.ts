import type { RegimeId } from '../../domain/rule-set.ts'

/** What is asked of days and months alone, without any amount. */
export type ProcedureQuestion =
  | { readonly kind: 'decided_by'; readonly completeOn: string }
  | { readonly kind: 'concluded_by'; readonly receivedOn: string }
  | { readonly kind: 'suspended_from'; readonly uncollected: readonly string[] }
  | { readonly kind: 'paid_on_return'; readonly uncollectedSince: string; readonly resumed: string }
  | { readonly kind: 'stops_on'; readonly suspendedOn: string }
  | { readonly kind: 'suspends_for_remand'; readonly from: string; readonly through: string }

/** A case of the dossier about how long something takes or when it begins to count («ví dụ về thời hạn»). */
export type ProcedureCase = {
  readonly id: string
  readonly title: string
  readonly inVietnamese: string
  readonly article: string
  readonly asked: readonly {
    readonly question: ProcedureQuestion
    readonly expected: string
    readonly procedure?: RegimeId
  }[]
}

/** Counted by hand on the calendar of the country; sections 7 and 9 of the dossier. */
export const procedureCases: readonly ProcedureCase[] = [
  {
    id: 'G-PROC-1',
    title: 'Complete on Tuesday 6 October 2026: seven working days',
    inVietnamese: 'Hồ sơ đủ ngày thứ Ba 06/10/2026: bảy ngày làm việc',
    article: 'khoản 4 Điều 8 Nghị định 335/2026/NĐ-CP',
    asked: [
      {
        question: { kind: 'decided_by', completeOn: '2026-10-06' },
        expected: '2026-10-15',
        procedure: 'R26',
      },
    ],
  },
  {
    id: 'G-PROC-2',
    title: 'Complete before Decree 335, undecided when it came: ten working days',
    inVietnamese: 'Hồ sơ đủ trước Nghị định 335, chưa giải quyết khi có hiệu lực: mười ngày làm việc',
    article: 'Điều 33 Nghị định 335/2026/NĐ-CP; khoản 2 Điều 5 Nghị định 147/2025/NĐ-CP',
    asked: [
      {
        question: { kind: 'decided_by', completeOn: '2026-10-02' },
        expected: '2026-10-16',
        procedure: 'R25',
      },
    ],
  },
  {
    id: 'G-PROC-6',
    title:
      'January to March uncollected: suspended from April; back in June and eligible: six months are paid',
    inVietnamese:
      'Không nhận tháng 1 đến 3: tạm dừng từ tháng 4; trở lại tháng 6, còn đủ điều kiện: trả cả sáu tháng',
    article: 'khoản 3 Điều 2, Điều 6 Thông tư 02/2021/TT-BLĐTBXH; Điều 9 Nghị định 335/2026/NĐ-CP',
    asked: [
      {
        question: { kind: 'suspended_from', uncollected: ['2026-01', '2026-02', '2026-03'] },
        expected: '2026-04',
      },
      { question: { kind: 'suspended_from', uncollected: ['2026-01', '2026-02', '2026-04'] }, expected: '' },
      {
        question: { kind: 'paid_on_return', uncollectedSince: '2026-01', resumed: '2026-06' },
        expected: '2026-01, 2026-02, 2026-03, 2026-04, 2026-05, 2026-06',
      },
    ],
  },
  {
    id: 'G-PROC-7',
    title: 'Suspended on 10 January 2026 for refusing re-assessment, still refusing: it stops on 10 April',
    inVietnamese: 'Tạm dừng ngày 10/01/2026 vì từ chối xác định lại, vẫn từ chối: thôi hưởng ngày 10/04/2026',
    article: 'điểm đ khoản 2 Điều 9 Nghị định 335/2026/NĐ-CP',
    asked: [{ question: { kind: 'stops_on', suspendedOn: '2026-01-10' }, expected: '2026-04-10' }],
  },
  {
    id: 'G-PROC-8',
    title: 'Remand from 1 to 20 November 2026, less than a month: no suspension',
    inVietnamese: 'Tạm giam từ 01 đến 20/11/2026, chưa đủ một tháng: không tạm dừng',
    article: 'điểm c khoản 3 Điều 2 Thông tư 02/2021/TT-BLĐTBXH',
    asked: [
      {
        question: { kind: 'suspends_for_remand', from: '2026-11-01', through: '2026-11-20' },
        expected: 'false',
      },
      {
        question: { kind: 'suspends_for_remand', from: '2026-11-01', through: '2026-11-30' },
        expected: 'true',
      },
    ],
  },
  {
    id: 'G-DIS-1',
    title: 'A file on disability received on 2 March 2026: a conclusion by 30 March',
    inVietnamese: 'Hồ sơ xác định mức độ khuyết tật nhận ngày 02/03/2026: kết luận chậm nhất 30/03/2026',
    article: 'Thông tư 01/2019/TT-BLĐTBXH',
    asked: [{ question: { kind: 'concluded_by', receivedOn: '2026-03-02' }, expected: '2026-03-30' }],
  },
]

/** Cases that need more than the law: a register, votes, lists. Where the tests that carry their ids are. */
export const casesElsewhere: readonly { readonly ids: readonly string[]; readonly test: string }[] = [
  { ids: ['G-ORG-1'], test: 'modules/entitlement/server/person-months.test.ts' },
  { ids: ['G-ORG-2'], test: 'modules/geography/server/areas.test.ts' },
  { ids: ['G-REP-1'], test: 'modules/payroll/domain/changes.test.ts' },
  { ids: ['G-PROC-11', 'G-DIS-2', 'G-DIS-3'], test: 'modules/applications/domain/procedures.test.ts' },
]
