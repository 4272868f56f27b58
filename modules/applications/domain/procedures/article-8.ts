import { nd147, nd20 } from '#modules/entitlement'
import type { Edition, Posting } from '../procedure.ts'
import { firstOfR25, ofTheWhole, workingDays } from './clocks.ts'
import { decide, endings, intake, paused, proposals, verify } from './parts.ts'

export const postingOfArticle8: Posting = {
  step: 'posting',
  where: { vi: 'Trụ sở Ủy ban nhân dân cấp xã', en: 'The office of the commune' },
  shows: [
    { vi: 'Họ và tên', en: 'Name' },
    { vi: 'Năm sinh', en: 'Year of birth' },
    { vi: 'Thôn, tổ dân phố', en: 'Village' },
    { vi: 'Kết quả xét: đề nghị hưởng hoặc không', en: 'Whether a grant is proposed' },
  ],
  never: [
    { vi: 'Thông tin về HIV/AIDS', en: 'Anything about HIV/AIDS' },
    { vi: 'Khoản, điểm làm căn cứ hưởng', en: 'The clause the right rests on' },
    { vi: 'Số định danh, dạng tật, bệnh', en: 'Identity number, kind of disability, illness' },
  ],
  cite: nd20('điểm b khoản 1 Điều 8'),
}

/** Districts ended: what lay there came to the commune where the person lives, which looks at it before it is signed. */
const dissolved = { day: firstOfR25, becomes: 'take_over', cite: nd147('Điều 5', 'knowledge') } as const

/**
 * Điều 8 Nghị định 20, for the allowance and for care support alike: commune, posting, district office, district chair; twenty working
 * days when nobody objects.
 */
export const stepsOfArticle8: Edition['steps'] = [
  ...intake('review'),
  verify({
    id: 'review',
    name: { vi: 'Rà soát, họp xét duyệt', en: 'Review and meeting' },
    by: 'review_council',
    to: 'posting',
    clock: workingDays(7, nd20('điểm b khoản 1 Điều 8'), 'complete'),
    proposes: ['grant', 'adjust'],
  }),
  paused('review'),
  {
    id: 'posting',
    name: { vi: 'Niêm yết công khai', en: 'Public posting' },
    by: 'commune_officer',
    clock: {
      kind: 'lasts',
      length: 2,
      unit: 'working_days',
      starts: 'entered',
      pauses: false,
      cite: nd20('điểm b khoản 1 Điều 8'),
    },
    tells: {
      vi: 'Xã dán công khai kết quả xét đến hết ngày {due}. Không có thông tin về bệnh.',
      en: 'The result is posted until {due}, without anything about illness.',
    },
    actions: [
      {
        id: 'no_objection',
        label: { vi: 'Kết thúc niêm yết', en: 'End the posting' },
        to: 'forward',
        waits: true,
      },
      {
        id: 'object',
        label: { vi: 'Ghi nhận khiếu nại', en: 'Record an objection' },
        to: 'objection',
        needsReason: true,
      },
    ],
  },
  {
    id: 'objection',
    name: { vi: 'Xem xét khiếu nại', en: 'Objection' },
    by: 'review_council',
    clock: workingDays(10, nd20('khoản 1 Điều 8')),
    prolongs: true,
    tells: {
      vi: 'Có ý kiến khiếu nại về kết quả xét. Xã kết luận chậm nhất ngày {due}.',
      en: 'Somebody objected. The commune concludes by {due}.',
    },
    actions: proposals('forward', ['grant', 'adjust']),
  },
  {
    id: 'forward',
    name: { vi: 'Chuyển Phòng Lao động – Thương binh và Xã hội', en: 'To the district office' },
    by: 'commune_officer',
    clock: workingDays(3, nd20('khoản 1 Điều 8')),
    until: dissolved,
    tells: {
      vi: 'Xã đang gửi hồ sơ lên huyện.',
      en: 'The commune is sending the file to the district.',
    },
    actions: [
      {
        id: 'forward',
        label: { vi: 'Gửi hồ sơ lên huyện', en: 'Send to the district' },
        to: 'appraise',
      },
    ],
  },
  {
    id: 'appraise',
    name: {
      vi: 'Phòng Lao động – Thương binh và Xã hội thẩm định',
      en: 'Appraisal by the district office',
    },
    by: 'district_office',
    clock: workingDays(7, nd20('khoản 1 Điều 8')),
    until: dissolved,
    tells: {
      vi: 'Huyện đang kiểm tra hồ sơ. Chậm nhất ngày {due} huyện trình ký.',
      en: 'The district is looking into it and submits it by {due}.',
    },
    actions: proposals('decide', ['grant', 'adjust']),
  },
  verify({
    id: 'take_over',
    name: { vi: 'Xã tiếp nhận từ cấp huyện', en: 'Taken over from the district' },
    to: 'decide',
    clock: ofTheWhole,
    proposes: ['grant', 'adjust'],
  }),
  decide({
    back: 'appraise',
    clock: workingDays(3, nd20('khoản 1 Điều 8')),
    kinds: ['grant', 'adjust'],
  }),
  ...endings,
]
