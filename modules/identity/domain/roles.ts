import type { Role } from './role-names.ts'

export { roleNames, type Role } from './role-names.ts'

/** Every permission there is («quyền»), in the words of an administrator. Operations name them; a test holds both lists equal. */
export const permissions = {
  'identity.self': 'Xem thông tin của mình, đổi mật khẩu, theo dõi việc mình đã yêu cầu',
  'identity.manage': 'Quản trị tài khoản: tạo, khóa, đặt lại mật khẩu, phân công',
  'jobs.read': 'Theo dõi mọi việc đang chạy trong phạm vi',
  'audit.read': 'Tra cứu và kiểm tra nhật ký',
  'geography.read': 'Xem đơn vị hành chính và lịch làm việc',
  'people.search': 'Tra cứu người trong phạm vi',
  'people.read': 'Xem hồ sơ người và hộ',
  'people.read_confidential': 'Xem thông tin bảo mật, như tình trạng nhiễm HIV',
  'people.record': 'Ghi nhận và đính chính thông tin của người',
  'people.import': 'Nhập danh sách từ tệp Excel',
  'changes.read': 'Xem yêu cầu thay đổi trong phạm vi',
  'changes.record': 'Lập, xác minh, trình yêu cầu thay đổi',
  'changes.approve': 'Duyệt hoặc từ chối yêu cầu thay đổi',
  'population.administer': 'Theo dõi đồng bộ với cơ sở dữ liệu dân cư',
  'duplicates.read': 'Xem các cặp hồ sơ nghi trùng',
  'duplicates.decide': 'Giữ riêng, đề nghị gộp hồ sơ nghi trùng, hỏi và trả lời xã khác',
  'duplicates.confirm': 'Xác nhận (người thứ hai) việc gộp hồ sơ đã có tiền chi trả',
  'quality.read': 'Xem danh sách dữ liệu cần sửa',
  'quality.except': 'Ghi «đúng như vậy» cho một dòng dữ liệu cần sửa',
  'entitlement.read': 'Xem quyền lợi và giải thích mức hưởng',
  'entitlement.decide': 'Ra quyết định hưởng, điều chỉnh, thôi hưởng',
  'law.read': 'Đọc sổ luật và tính thử một trường hợp',
  'payroll.read': 'Xem kỳ chi trả',
  'payroll.prepare': 'Lập và trình kỳ chi trả',
  'payroll.approve': 'Phê duyệt hoặc trả lại kỳ chi trả',
  'payroll.export': 'Tải danh sách chi trả',
  'payments.read': 'Xem đợt chi, lệnh chi và sổ kế toán chi trả',
  'payments.prepare': 'Lập, gửi đợt chi và nhận tệp trả lời',
  'payments.check': 'Kiểm tra đợt chi, ghi dự toán được giao',
  'payments.approve': 'Phê duyệt đợt chi, mở đơn vị chi trả',
  'payments.reconcile': 'Khớp tay, chốt đối soát đợt chi',
  'payments.ask_way': 'Đề nghị đổi người nhận, cách nhận tiền',
  'payments.decide_way': 'Duyệt đổi người nhận, cách nhận tiền; xem tài khoản dùng chung',
  'payments.hand_out': 'Chi tiền mặt: in danh sách, mang danh sách theo máy, ghi đã chi',
  'outreach.read': 'Xem người sắp đủ, sắp hết điều kiện và người chưa hưởng',
  'outreach.follow_up': 'Liên hệ, giao việc, in giấy mời người trong danh sách đó',
  'applications.read': 'Xem hồ sơ thủ tục và văn bản trong phạm vi',
  'applications.handle': 'Tiếp nhận, xác minh, trình hồ sơ thủ tục',
  'applications.sign': 'Ký hoặc trả lại quyết định về hồ sơ thủ tục',
  'applications.sign_by_delegation': 'Ký thay Chủ tịch (KT. CHỦ TỊCH) theo văn bản ủy quyền đang có hiệu lực',
  'applications.sign_for_facility': 'Ký tiếp nhận, dừng trợ giúp của cơ sở trợ giúp xã hội mình đứng đầu',
  'applications.keep_facilities': 'Ghi, sửa, đóng cơ sở trợ giúp xã hội trong phạm vi',
  'applications.answer_feedback': 'Đọc và trả lời phản ánh, khiếu nại',
  'notices.tell': 'Báo tin cho người dân: xem tin đã gửi, in giấy mời, ghi đã báo',
  'notices.administer': 'Theo dõi kênh gửi tin nhắn, thư điện tử',
  'simulation.read': 'Xem và tải kịch bản mô phỏng chính sách đã chia sẻ',
  'simulation.run': 'Chạy, lưu và chia sẻ kịch bản mô phỏng chính sách',
} as const

export type Permission = keyof typeof permissions

type RoleDefinition = {
  /** The name people know the role by. */
  readonly name: string
  readonly permissions: readonly Permission[]
}

const everyone = ['identity.self', 'geography.read', 'law.read'] as const
const reading = ['people.search', 'people.read', 'entitlement.read', 'payroll.read'] as const

/** Who may do what («vai trò»). Nobody both prepares and approves; whoever manages accounts sees no beneficiary. */
export const roles = {
  commune_officer: {
    name: 'Công chức văn hóa – xã hội cấp xã',
    permissions: [
      ...everyone,
      ...reading,
      'people.read_confidential',
      'people.record',
      'people.import',
      'changes.read',
      'changes.record',
      'duplicates.read',
      'duplicates.decide',
      'quality.read',
      'quality.except',
      'payroll.export',
      'payments.ask_way',
      'outreach.read',
      'outreach.follow_up',
      'applications.read',
      'applications.handle',
      'applications.answer_feedback',
      'notices.tell',
    ],
  },
  commune_chair: {
    name: 'Chủ tịch Ủy ban nhân dân cấp xã',
    permissions: [
      ...everyone,
      ...reading,
      'people.read_confidential',
      'changes.read',
      'changes.approve',
      'duplicates.read',
      'duplicates.decide',
      'quality.read',
      'duplicates.confirm',
      'entitlement.decide',
      'payroll.export',
      'outreach.read',
      'applications.read',
      'applications.sign',
      'applications.answer_feedback',
    ],
  },
  commune_deputy: {
    name: 'Phó Chủ tịch Ủy ban nhân dân cấp xã',
    permissions: [
      ...everyone,
      ...reading,
      'people.read_confidential',
      'changes.read',
      'changes.approve',
      'quality.read',
      'payroll.export',
      'outreach.read',
      'applications.read',
      'applications.sign',
      'applications.sign_by_delegation',
      'applications.answer_feedback',
    ],
  },
  facility_officer: {
    name: 'Nhân viên cơ sở trợ giúp xã hội',
    permissions: [...everyone, 'people.read_confidential', 'applications.read', 'applications.handle'],
  },
  facility_head: {
    name: 'Người đứng đầu cơ sở trợ giúp xã hội',
    permissions: [
      ...everyone,
      'people.read_confidential',
      'applications.read',
      'applications.sign',
      'applications.sign_for_facility',
    ],
  },
  province_specialist: {
    name: 'Chuyên viên bảo trợ xã hội cấp tỉnh',
    permissions: [
      ...everyone,
      ...reading,
      'people.read_confidential',
      'people.record',
      'people.import',
      'changes.read',
      'changes.record',
      'duplicates.read',
      'duplicates.decide',
      'quality.read',
      'quality.except',
      'duplicates.confirm',
      'entitlement.decide',
      'payroll.export',
      'jobs.read',
      'outreach.read',
      'outreach.follow_up',
      'applications.read',
      'applications.keep_facilities',
      'applications.answer_feedback',
      'simulation.read',
      'simulation.run',
    ],
  },
  payroll_accountant: {
    name: 'Kế toán chi trả',
    permissions: [
      ...everyone,
      ...reading,
      'payroll.prepare',
      'payroll.export',
      'payments.read',
      'payments.check',
      'payments.reconcile',
      'payments.decide_way',
      'jobs.read',
      'simulation.read',
    ],
  },
  payroll_approver: {
    name: 'Người phê duyệt chi trả',
    permissions: [
      ...everyone,
      ...reading,
      'payroll.approve',
      'payroll.export',
      'payments.read',
      'payments.approve',
      'payments.decide_way',
      'jobs.read',
      'simulation.read',
    ],
  },
  payment_clerk: {
    name: 'Cán bộ chi trả',
    permissions: [
      ...everyone,
      'people.search',
      'payroll.read',
      'payroll.export',
      'payments.read',
      'payments.prepare',
      'payments.reconcile',
      'payments.ask_way',
      'payments.hand_out',
      'jobs.read',
    ],
  },
  administrator: {
    name: 'Quản trị hệ thống',
    permissions: [
      ...everyone,
      'identity.manage',
      'audit.read',
      'jobs.read',
      'notices.administer',
      'population.administer',
    ],
  },
} as const satisfies Readonly<Record<Role, RoleDefinition>>

/** What the role allows; a role the program no longer knows allows nothing. */
export function permissionsOf(role: string): ReadonlySet<string> {
  return new Set<string>(Object.hasOwn(roles, role) ? roles[role as Role].permissions : [])
}
