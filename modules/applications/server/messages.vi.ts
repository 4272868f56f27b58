import type { CivilDate } from '#kernel/civil-date'
import type { DocumentKind } from '../domain/document.ts'
import { firstOfR26 } from '../domain/procedures/parts.ts'

const day = (date: CivilDate) => date.split('-').toReversed().join('/')

/** What official papers about files say; they are Vietnamese whatever language the screen has. */
export const paperWords = {
  law: (signedOn: CivilDate) =>
    signedOn >= firstOfR26
      ? 'Nghị định số 335/2026/NĐ-CP ngày 21 tháng 8 năm 2026 của Chính phủ'
      : 'Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ',
  application: (code: string, completeOn: CivilDate) =>
    `Hồ sơ số ${code}, đủ giấy tờ ngày ${day(completeOn)}`,
  remedy:
    'Ông (bà) có quyền khiếu nại đến người đã ký văn bản này trong thời hạn 90 ngày kể từ ngày nhận được, theo quy định của Luật Khiếu nại.',
  fileName: (kind: DocumentKind, number: string) => `${kindNames[kind]} ${number.replaceAll('/', '-')}`,
}

/** What kinds of papers are called. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  decision: 'Quyết định',
  refusal: 'Thông báo',
  certificate: 'Giấy xác nhận',
  receipt: 'Giấy tiếp nhận',
  supplement_request: 'Phiếu yêu cầu bổ sung',
  refusal_to_receive: 'Phiếu từ chối tiếp nhận',
  apology: 'Phiếu xin lỗi',
  invitation: 'Giấy mời',
  posting_notice: 'Thông báo niêm yết',
  submission_note: 'Tờ trình',
}

/** A paper no list of the law names. */
export const otherPaperName = { vi: 'Giấy tờ khác', en: 'Another paper' }

/** Who acted where nobody had signed in. */
export const citizenName = 'Người nộp hồ sơ'

const units: Readonly<Record<string, string>> = {
  working_days: 'ngày làm việc, không tính ngày nhận, thứ Bảy, Chủ nhật và ngày lễ',
  calendar_days: 'ngày',
  hours: 'giờ',
  months: 'tháng',
}

const lower = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)

/** What the slips of a one-stop desk say. */
export const slipWords = {
  desk: (unit: string) => `Trung tâm Phục vụ hành chính công ${lower(unit)}`,
  procedure: (name: string) => `Thực hiện ${lower(name)}`,
  form: (number: string | undefined) => (number ? `Tờ khai (Mẫu số ${number})` : 'Đơn hoặc tờ khai đề nghị'),
  term: (length: number, unit: string) => `${String(length).padStart(2, '0')} ${units[unit] ?? unit}`,
  resultAt: (unit: string) => `tại Trung tâm Phục vụ hành chính công ${lower(unit)}`,
  incomplete: 'hồ sơ chưa đủ giấy tờ theo quy định',
  paused: (since: CivilDate) => `Thời hạn giải quyết tạm dừng từ ngày ${day(since)} đến khi nhận đủ giấy tờ.`,
  privatePaper: 'giấy tờ đã nêu riêng với người nộp',
}
