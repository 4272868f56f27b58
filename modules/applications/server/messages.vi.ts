import type { CivilDate } from '#kernel/civil-date'
import { formatCount, formatDay, lowerFirst } from '#kernel/written'
import type { EventKind, SupportExplanation } from '#modules/entitlement'
import type { RelationKind } from '#modules/people'
import type { Applicant } from '../domain/application.ts'
import type { dischargeGrounds } from '../domain/decision-detail.ts'
import type { DocumentKind } from '../domain/document.ts'
import { placeOf } from '#modules/documents'
import { appealTimes } from '../domain/appeal.ts'
import type { Actor as ProcedureActor, ProcedureId } from '../domain/procedure.ts'
import { firstOfR26 } from '../domain/procedures/clocks.ts'

/** What official papers about files say; they are Vietnamese whatever language the screen has. */
export const paperWords = {
  law: (signedOn: CivilDate) =>
    signedOn >= firstOfR26
      ? 'Nghị định số 335/2026/NĐ-CP ngày 21 tháng 8 năm 2026 của Chính phủ'
      : 'Nghị định số 20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ',
  /** «Điều 11 Nghị định số 335/2026/NĐ-CP», of «Điều 11, 335/2026/NĐ-CP». */
  article: (citation: string) => {
    const at = citation.lastIndexOf(', ')
    const document = citation.slice(at + 2)
    const kind = documentNames.find(([ending]) => ending.test(document))?.[1]
    const named = document.replace(/(?<=sửa đổi bởi )(?=\d)/, 'Nghị định số ')
    return at < 0 || !kind ? citation : `${citation.slice(0, at)} ${kind} số ${named}`
  },
  application: (code: string, completeOn: CivilDate) =>
    `hồ sơ số ${code}, đủ giấy tờ ngày ${formatDay(completeOn)}`,
  remedy: `Ông (bà) có quyền khiếu nại đến người đã ký văn bản này trong thời hạn ${appealTimes.daysToAppeal} ngày kể từ ngày nhận được, theo quy định của Luật Khiếu nại.`,
  day: (date: CivilDate) => `ngày ${formatDay(date)}`,
  /** Why nothing is granted to somebody who died before it was decided. */
  diedBefore: (on: CivilDate) => `Người đề nghị đã chết ngày ${formatDay(on)}, trước khi có quyết định.`,
  /** Where the register has a fact from that a decision brought. */
  decided: (number: string) => `Quyết định số ${number}`,
  /** Of whom the register knows no home, no law can be asked. */
  nowhere: (who: string) => `Chưa có dữ liệu về nơi cư trú của ${who} vào ngày xét.`,
  noLawFor: (on: CivilDate) => `Quy định áp dụng ngày ${formatDay(on)} không có khoản hỗ trợ này.`,
  byThePapers: (how: string) => `theo giấy tờ hiện có, ${how}`,
  /** «Người khuyết tật nặng: theo giấy tờ hiện có, bà không có giấy xác nhận … (khoản 6 Điều 5 Nghị định số …).» */
  reason: (group: string, why: string, clause: string | null) =>
    `${group}: ${lowerFirst(why)}${clause ? ` (${clause})` : ''}.`,
  /** What somebody asked for who is refused what is no monthly benefit. */
  asked: (procedure: ProcedureId): string => asked[procedure] ?? 'được giải quyết theo đề nghị',
  receivesAs: {
    guardian_of: 'người giám hộ',
    collects_for: 'người được ủy quyền nhận thay',
    cares_for: 'người chăm sóc',
    parent_of: 'cha, mẹ',
    spouse_of: 'vợ, chồng',
    related_to: 'người thân',
  } satisfies Record<RelationKind, string>,
  dischargeGround: {
    closed: 'kết thúc quản lý trường hợp',
    asked_for: 'người giám hộ, gia đình hoặc người nhận chăm sóc đề nghị',
    adopted: 'được nhận làm con nuôi',
    grown: 'đã đủ tuổi, không còn thuộc diện chăm sóc tại cơ sở',
    cannot_serve: 'cơ sở không còn đáp ứng được nhu cầu chăm sóc',
    no_contact: 'không có liên hệ trong 01 tháng',
    resident_asks: 'người được trợ giúp đề nghị',
    died: 'chết hoặc mất tích',
    contract_ended: 'hợp đồng đã kết thúc',
    other: '',
  } satisfies Record<(typeof dischargeGrounds)[number], string>,
  /** Whoever handed a file in about somebody who has died, and left no name. */
  whoeverAsked: 'người nộp hồ sơ',
  fileName: (kind: DocumentKind, number: string) => `${kindNames[kind]} ${number.replaceAll('/', '-')}`,
}

/** What texts are called, by how their numbers end. */
const documentNames = [
  [/NĐ-CP$/, 'Nghị định'],
  [/TT-/, 'Thông tư'],
  [/TTLT-/, 'Thông tư liên tịch'],
  [/QH\d+$/, 'Luật'],
  [/NQ-/, 'Nghị quyết'],
] as const

const asked: Readonly<Partial<Record<ProcedureId, string>>> = {
  disability_degree: 'được cấp giấy xác nhận khuyết tật',
  facility_admission: 'được tiếp nhận vào cơ sở trợ giúp xã hội',
  emergency_admission: 'được tiếp nhận vào cơ sở trợ giúp xã hội',
  facility_discharge: 'được dừng trợ giúp xã hội tại cơ sở',
  funeral_support: 'hưởng hỗ trợ chi phí mai táng',
  emergency_death: 'hưởng hỗ trợ khi có người chết, mất tích',
  emergency_housing: 'hưởng hỗ trợ làm, sửa nhà ở',
  emergency_relief: 'hưởng trợ giúp xã hội khẩn cấp',
  temporary_care: 'được chăm sóc tạm thời tại cộng đồng',
  residence_transfer: 'được chuyển nơi hưởng',
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
  control_slip: 'Phiếu kiểm soát',
  council_minutes: 'Biên bản họp Hội đồng',
}

/** A paper no list of the law names. */
/** A paper no list of the law has, by what it was called when it was asked for or sent. */
export const nameOfOther = (name: string | null) =>
  name === null
    ? { vi: 'Giấy tờ khác', en: 'Another paper' }
    : { vi: `Giấy tờ khác: ${name}`, en: `Another paper: ${name}` }

/** A paper few may know of, as it is named where others read along: on a slip, a receipt, the page of whoever has the code. */
export const privatePaperName = {
  vi: 'Giấy tờ đã nêu riêng với người nộp',
  en: 'A paper named to the applicant alone',
}

/** What is told of the step of a posting to whose result is not put up: that it is would frighten them, and is not so. */
export const unpostedWords = {
  step: { vi: 'Giải quyết', en: 'Handling' },
  lasts: {
    vi: 'Xã đã có kết quả xét và làm bước tiếp theo sau ngày {due}.',
    en: 'The commune has come to a result and takes the next step after {due}.',
  },
  within: { vi: 'Xã đang giải quyết hồ sơ.', en: 'The commune is working on the file.' },
} as const

/** Who acted where nobody had signed in. */
export const citizenName = 'Người nộp hồ sơ'

const units: Readonly<Record<string, string>> = {
  working_days: 'ngày làm việc, không tính ngày nhận, thứ Bảy, Chủ nhật và ngày lễ',
  calendar_days: 'ngày',
  hours: 'giờ',
  months: 'tháng',
}

/** What the slips of a one-stop desk say. */
export const slipWords = {
  unit: (name: string) => lowerFirst(name),
  desk: (unit: string) => `Trung tâm Phục vụ hành chính công ${lowerFirst(unit)}`,
  procedure: (name: string) => `Thực hiện ${lowerFirst(name)}`,
  form: (number: string | undefined) => (number ? `Tờ khai (Mẫu số ${number})` : 'Đơn hoặc tờ khai đề nghị'),
  term: (length: number, unit: string) => `${String(length).padStart(2, '0')} ${units[unit] ?? unit}`,
  resultAt: (unit: string) => `tại Trung tâm Phục vụ hành chính công ${lowerFirst(unit)}`,
  incomplete: 'hồ sơ chưa đủ giấy tờ theo quy định',
  paused: (since: CivilDate) =>
    `Thời hạn giải quyết tạm dừng từ ngày ${formatDay(since)} đến khi nhận đủ giấy tờ.`,
  privatePaper: lowerFirst(privatePaperName.vi),
}

/** What is filled in from a file and printed. */
export const formWords = {
  name: { declaration: 'Tờ khai', council_minutes: 'Biên bản họp Hội đồng' },
  minutesForm: { number: 'Mẫu số 05', document: 'Thông tư số 01/2019/TT-BLĐTBXH' },
  committee: (unit: string) => ({
    superior: `Ủy ban nhân dân ${lowerFirst(unit)}`,
    name: 'Hội đồng xác định mức độ khuyết tật',
    place: placeOf(unit),
  }),
} as const

type Award = NonNullable<SupportExplanation['award']>

const money = (amount: number) => `${formatCount(amount)} đồng`

/** What is given once, as a decision writes it down. */
export const givenWords = {
  quantity: (award: Award): string | null => {
    switch (award.kind) {
      case 'rice':
        return `${award.kilograms} kg gạo (${award.persons} người × ${award.each} kg × ${award.months} tháng)`
      case 'inKind':
        return award.what.vi
      case 'card':
        return `thẻ bảo hiểm y tế, mức hưởng ${award.percent} %`
      case 'ceiling':
        return `không quá ${money(award.ceiling)}`
      case 'money':
      case 'days':
        return null
    }
  },
  /** How money was reckoned, where it is worth a line. */
  reckoned: (award: Award | undefined): string | null => {
    if (award?.kind === 'days')
      return award.parts.map(({ days, rate }) => `${days} ngày × ${money(rate)}`).join(' + ')
    if (award?.kind !== 'money' || !award.times) return null
    const { coefficient, standard } = award.times
    return `${(coefficient / 10).toLocaleString('vi-VN')} × ${money(standard)}`
  },
  relation: (relation: Applicant['relation']): string | null =>
    ({
      parent: 'cha, mẹ',
      child: 'con',
      spouse: 'vợ, chồng',
      relative: 'người thân',
      carer: 'người chăm sóc',
      guardian: 'người giám hộ',
      village_head: 'trưởng thôn',
      organisation: null,
      other: null,
    })[relation],
  /** What a support is called in a sentence. */
  benefit: (event: EventKind): string => events[event],
  /** The same where the register knows of no death: in the words of the law for both, for nobody is asked which it was. */
  deadOrMissing: 'hỗ trợ khẩn cấp khi có người chết, mất tích',
  cause: (cause: unknown): string => (typeof cause === 'string' && causes[cause]) || 'lý do khác',
}

const events: Readonly<Record<EventKind, string>> = {
  hunger: 'trợ giúp lương thực',
  home: 'hỗ trợ khẩn cấp về nhà ở, nhu yếu phẩm',
  injury: 'hỗ trợ chi phí điều trị người bị thương nặng',
  death: 'hỗ trợ chi phí mai táng',
  parents_lost: 'hỗ trợ khẩn cấp đối với trẻ em',
  livelihood: 'hỗ trợ tạo việc làm, phát triển sản xuất',
  temporary_care: 'hỗ trợ chăm sóc tạm thời tại cộng đồng',
  admission: 'tiếp nhận khẩn cấp',
  spending: 'chi phí tại cơ sở trợ giúp xã hội',
}

const causes: Readonly<Record<string, string>> = {
  new_year: 'thiếu đói dịp Tết Nguyên đán',
  disaster: 'thiên tai',
  fire: 'hỏa hoạn',
  epidemic: 'dịch bệnh',
  traffic_accident: 'tai nạn giao thông nghiêm trọng',
  work_accident: 'tai nạn lao động nghiêm trọng',
  force_majeure: 'lý do bất khả kháng',
  crop_failure: 'mất mùa',
  between_harvests: 'giáp hạt',
}

/** What is put up at the office. */
export const postingWords = {
  name: 'Họ và tên',
  year: 'Năm sinh',
  place: 'Nơi ở',
  types: 'Dạng khuyết tật',
  level: 'Mức độ khuyết tật',
  type: {
    mobility: 'vận động',
    hearing_speech: 'nghe, nói',
    sight: 'nhìn',
    mental: 'thần kinh, tâm thần',
    intellectual: 'trí tuệ',
    other: 'khác',
  },
  levels: { exceptionally_severe: 'đặc biệt nặng', severe: 'nặng', mild: 'nhẹ' },
} as const

/** What the control slip says of each step. */
export const controlWords = {
  inTime: 'Đúng hạn',
  paused: 'Chờ người nộp',
  over: (past: number, unit: string) => `Quá hạn ${past} ${(units[unit] ?? unit).split(',')[0]}`,
  actors: {
    applicant: 'Người nộp hồ sơ',
    one_stop: 'Bộ phận Một cửa',
    commune_officer: 'Công chức văn hóa – xã hội',
    village_head: 'Trưởng thôn',
    review_council: 'Hội đồng xét duyệt',
    disability_council: 'Hội đồng xác định mức độ khuyết tật',
    medical_board: 'Hội đồng giám định y khoa',
    commune_chair: 'Chủ tịch UBND cấp xã',
    district_office: 'Phòng Lao động – Thương binh và Xã hội',
    district_chair: 'Chủ tịch UBND cấp huyện',
    health_department: 'Sở Y tế',
    facility_officer: 'Nhân viên cơ sở',
    facility_head: 'Người đứng đầu cơ sở',
    competent: 'Người có thẩm quyền',
  } satisfies Record<ProcedureActor, string>,
} as const

/** What a refusal says that takes the place of a decision that gave something. */
export const replacedWords = {
  awards: 'Khoản trợ cấp đã cho hưởng theo quyết định trước thôi chi trả sau tháng ký văn bản này.',
  oneOff: (number: string) => `Khoản hỗ trợ một lần theo Quyết định số ${number} chưa chi và được hủy.`,
}
