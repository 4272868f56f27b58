import type { PaymentChannel } from '#modules/payments/contract'
import type { AgeBand } from './ages.ts'
import type { Outcome, Reason, Standing } from './visit.ts'

/** What things are called on the page and in the files that leave it. */
export const words = {
  ages: {
    under_18: 'dưới 18 tuổi',
    to_59: '18–59 tuổi',
    to_74: '60–74 tuổi',
    to_79: '75–79 tuổi',
    from_80: 'từ 80 tuổi',
  } satisfies Record<AgeBand, string> as Record<AgeBand, string>,
  sexes: { female: 'Nữ', male: 'Nam' },
  disabilities: {
    mild: 'khuyết tật nhẹ',
    severe: 'khuyết tật nặng',
    exceptionally_severe: 'khuyết tật đặc biệt nặng',
    none: 'không khuyết tật',
  },
  receivers: { own: 'tự nhận', other: 'có người nhận thay' },
  ways: {
    account: 'Tài khoản ngân hàng',
    wallet: 'Ví điện tử, tiền di động',
    cash_point: 'Tiền mặt tại điểm chi',
    cash_home: 'Tiền mặt tại nhà',
  } satisfies Record<PaymentChannel, string> as Record<PaymentChannel, string>,
  standings: {
    open: 'Chưa hỏi',
    opened: 'Có tài khoản, chưa đề nghị',
    asked: 'Đề nghị đang chờ',
    declined: 'Muốn nhận tiền mặt',
    unable: 'Chưa thể chuyển',
    at_home: 'Nhận tại nhà',
    cashless: 'Không dùng tiền mặt',
  } satisfies Record<Standing, string> as Record<Standing, string>,
  outcomes: {
    opened: 'Đã mở tài khoản',
    declined: 'Không muốn',
    unable: 'Không thể',
    not_met: 'Chưa gặp',
  } satisfies Record<Outcome, string> as Record<Outcome, string>,
  reasons: {
    used_to_cash: 'quen dùng tiền mặt',
    no_trust: 'chưa yên tâm',
    family_collects: 'đã có người nhà lĩnh giúp',
    far_from_point: 'xa nơi rút tiền',
    no_phone: 'không có điện thoại',
    no_papers: 'chưa có giấy tờ tùy thân',
    cannot_move: 'không tự đi lại được',
    other: 'lý do khác',
  } satisfies Record<Reason, string> as Record<Reason, string>,
}
