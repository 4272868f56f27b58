import type { ClockView, Flag } from '../../contract.ts'
import type { Channel, DecisionKind, ProcedureId } from '../../domain/procedure.ts'

const benefits = {
  monthly_allowance: 'trợ cấp xã hội hằng tháng',
  social_pension: 'trợ cấp hưu trí xã hội',
  care_support: 'hỗ trợ kinh phí chăm sóc',
  parenting_support: 'hỗ trợ nuôi con nhỏ',
  facility_care: 'nuôi dưỡng tại cơ sở',
}

/** What every page of the desk says. */
export const common = {
  section: 'Hồ sơ thủ tục',
  benefits,
  /** Short, for lists; the procedure itself has its whole name. */
  procedures: {
    monthly_allowance: 'Trợ cấp xã hội hằng tháng',
    social_pension: 'Trợ cấp hưu trí xã hội',
    care_support: 'Hỗ trợ chăm sóc, nuôi dưỡng',
    funeral_support: 'Hỗ trợ mai táng',
    temporary_care: 'Chăm sóc tạm thời',
    disability_degree: 'Xác định mức độ khuyết tật',
    facility_admission: 'Tiếp nhận vào cơ sở',
    emergency_admission: 'Tiếp nhận khẩn cấp vào cơ sở',
    facility_discharge: 'Cho ra khỏi cơ sở',
    emergency_relief: 'Trợ giúp khẩn cấp',
    emergency_death: 'Hỗ trợ khi có người chết, mất tích',
    emergency_housing: 'Hỗ trợ nhà ở khẩn cấp',
    residence_transfer: 'Chuyển nơi hưởng',
    suspension: 'Tạm dừng hưởng',
    resumption: 'Tiếp tục hưởng',
    termination: 'Thôi hưởng',
    conversion: 'Chuyển đổi mức',
  } satisfies Record<ProcedureId, string>,
  channels: {
    counter: 'Một cửa',
    post: 'Bưu chính',
    online: 'Qua mạng',
    home_visit: 'Tại nhà',
  } satisfies Record<Channel, string>,
  flags: {
    papers_missing: 'thiếu giấy tờ',
    duplicate: 'trùng hồ sơ',
    unmatched: 'chưa đối chiếu người',
    confidential: 'bảo mật',
    facts_changed: 'thông tin đã đổi',
    returned: 'bị trả lại',
  } satisfies Record<Flag, string>,
  clock: {
    left: (span: string) => `Còn ${span}`,
    due: 'Đến hạn hôm nay',
    over: (span: string) => `Quá hạn ${span}`,
    paused: (day: string) => `Tạm dừng từ ${day}: chờ bổ sung`,
    waiting: (day: string) => `Chờ đến hết ngày ${day}`,
    dueOn: (day: string) => `hạn ${day}`,
    dueAt: (moment: string) => `trước ${moment}`,
    span: (unit: ClockView['unit'], count: number) =>
      unit === 'working_days'
        ? `${count} ngày làm việc`
        : unit === 'hours'
          ? count >= 60
            ? `${Math.floor(count / 60)} giờ ${count % 60} phút`
            : `${count} phút`
          : `${count} ngày`,
    ofStep: 'Bước này:',
    ofFile: 'Cả hồ sơ:',
    notYet: 'chưa tính ngày',
    decided: 'đã có kết quả',
    counting: 'Cách đếm ngày',
    countingTitle: (law: string) => `Đếm từng ngày · ${law}`,
    started: (day: string) => `Nhận đủ hồ sơ ngày ${day}; ngày nhận không tính.`,
    endsOn: (count: string, day: string) => `Thời hạn ${count}; ngày cuối cùng là ${day}.`,
    countedDay: (number: number) => `ngày ${number}`,
    off: 'nghỉ',
    paused1: 'tạm dừng',
    received: 'nhận',
    offDays: 'Ngày nghỉ trong thời gian này',
    expected: '(dự kiến, chưa có thông báo)',
    weekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    close: 'Đóng',
  },
  kinds: {
    grant: 'Hưởng mới',
    adjust: 'Điều chỉnh',
    suspend: 'Tạm dừng',
    resume: 'Tiếp tục hưởng',
    stop: 'Thôi hưởng',
    transfer: 'Chuyển nơi hưởng',
    convert: 'Chuyển đổi mức',
    support: 'Hỗ trợ một lần',
    certify: 'Xác nhận khuyết tật',
    admit: 'Tiếp nhận vào cơ sở',
    discharge: 'Cho ra khỏi cơ sở',
    refuse: 'Từ chối',
  } satisfies Record<DecisionKind, string>,
  /** What stands on every official paper, Vietnamese in every language of the page. */
  paper: {
    motto: ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'] as readonly string[],
    number: (value: string | null, symbol: string) =>
      `Số: ${value ?? '\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0'}/${symbol}`,
    article: (number: number) => `Điều ${number}.`,
    field: (label: string, value: string | null) => `${label}: ${value ?? '…………'}`,
    choice: (text: string, isTicked: boolean) => `${isTicked ? '☑' : '☐'} ${text}`,
  },
  home: {
    pressing: 'Cần làm ngay',
    nothingPressing: 'Không có hồ sơ nào đến hạn trong hai ngày tới.',
    all: (count: string) => `Hàng chờ: ${count} hồ sơ`,
    of: {
      over: (count: string) => `${count} quá hạn`,
      unassigned: (count: string) => `${count} chưa giao`,
      paused: (count: string) => `${count} chờ bổ sung`,
    },
    toSign: (count: string) => `Chờ ký: ${count} quyết định`,
    openSigning: 'Xem và ký',
  },
}
