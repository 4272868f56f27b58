import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { DisabilityLevel, DisabilityType, PersonOnPaper, Signer, Verification } from './people.ts'

/** A desk that hands slips out: «Trung tâm Phục vụ hành chính công» of a commune. */
export const Desk = z.strictObject({
  /** «Ủy ban nhân dân xã Tam Sơn» */
  superior: z.string(),
  /** «Trung tâm Phục vụ hành chính công» */
  name: z.string(),
  place: z.string(),
  phone: z.string().nullable(),
})
export type Desk = z.infer<typeof Desk>

const common = {
  version: z.literal(1),
  desk: Desk,
  /** «HS-26-7KQ4», by which a file is followed. */
  file: z.string().min(1),
  /** Null while nobody has signed: then the day is written by hand. */
  signedOn: CivilDate.nullable(),
  /** Where the file can be followed. */
  tracking: Verification.nullable(),
}

const aboutFile = {
  ...common,
  /** Who handed the file in; «ông Nguyễn Văn A». */
  applicant: PersonOnPaper,
  phone: z.string().nullable(),
  /** «Thực hiện trợ cấp hưu trí xã hội» */
  procedure: z.string().min(1),
}

/** «Giấy tiếp nhận hồ sơ và hẹn trả kết quả» */
const receipt = z.strictObject({
  kind: z.literal('receipt'),
  ...aboutFile,
  papers: z.array(z.string().min(1)).readonly(),
  receivedAt: Instant,
  /** «07 ngày làm việc», as the law of the file says it. */
  term: z.string().min(1),
  dueAt: Instant,
  /** «tại Trung tâm …», «qua bưu điện, tại nhà» */
  resultAt: z.string().min(1),
  receivedBy: z.string().min(1),
})

/** «Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ»: everything that is missing, once. */
const supplement = z.strictObject({
  kind: z.literal('supplement_request'),
  ...aboutFile,
  missing: z.array(z.string().min(1)).min(1).readonly(),
  reason: z.string().min(1),
  /** «Thời hạn giải quyết tạm dừng từ ngày …», in a whole sentence. */
  clock: z.string().nullable(),
  askedBy: z.string().min(1),
})

/** «Phiếu từ chối tiếp nhận, giải quyết hồ sơ» */
const refusalSlip = z.strictObject({
  kind: z.literal('refusal_slip'),
  ...aboutFile,
  reasons: z.array(z.string().min(1)).min(1).readonly(),
  remedy: z.string().nullable(),
  refusedBy: z.string().min(1),
})

/** «Phiếu xin lỗi và hẹn lại ngày trả kết quả» */
const apology = z.strictObject({
  kind: z.literal('apology'),
  ...aboutFile,
  receivedAt: Instant,
  dueAt: Instant,
  reason: z.string().min(1),
  newDueAt: Instant,
  signer: Signer,
})

/** «Giấy mời»: to a council, to bring papers, to receive. */
const invitation = z.strictObject({
  kind: z.literal('invitation'),
  ...common,
  guest: PersonOnPaper,
  purpose: z.string().min(1),
  at: Instant,
  where: z.string().min(1),
  bring: z.array(z.string().min(1)).readonly(),
  signer: Signer,
})

/** «Phiếu kiểm soát quá trình giải quyết hồ sơ»: who had the file from when to when, drawn up from the log. */
const control = z.strictObject({
  kind: z.literal('control_slip'),
  ...common,
  procedure: z.string().min(1),
  receivedAt: Instant,
  dueAt: Instant.nullable(),
  steps: z
    .array(
      z.strictObject({
        step: z.string().min(1),
        by: z.string().min(1),
        from: Instant,
        until: Instant.nullable(),
        /** «Đúng hạn», «Quá hạn 1 ngày làm việc», «Tạm dừng» */
        result: z.string(),
        note: z.string(),
      }),
    )
    .readonly(),
})

/** «Thông báo niêm yết»: what is put up at the office, and never an illness. */
const posting = z.strictObject({
  kind: z.literal('posting_notice'),
  ...common,
  procedure: z.string().min(1),
  /** «Trụ sở Ủy ban nhân dân cấp xã» */
  where: z.string().min(1),
  /** The last day it hangs; null where the law names none. */
  until: CivilDate.nullable(),
  /** What may be shown of the person, and nothing else. */
  shown: z
    .array(z.strictObject({ label: z.string().min(1), value: z.string() }))
    .min(1)
    .readonly(),
  signer: Signer,
})

/** «Tờ khai», filled in with what was said, to be read over and signed. */
const declaration = z.strictObject({
  kind: z.literal('declaration'),
  ...common,
  /** «Tờ khai đề nghị trợ cấp xã hội hằng tháng» */
  title: z.string().min(1),
  form: z.strictObject({
    /** «Mẫu số 01» */
    number: z.string().min(1),
    /** «Nghị định số 335/2026/NĐ-CP» */
    document: z.string().min(1),
    /** Whether the official text of the form was there when the sections were drawn up; where not, the paper says so. */
    isSeen: z.boolean(),
  }),
  addressee: z.string().min(1),
  sections: z
    .array(
      z.strictObject({
        heading: z.string(),
        rows: z.array(z.strictObject({ label: z.string(), value: z.string().nullable() })).readonly(),
        choices: z.array(z.strictObject({ text: z.string(), isTicked: z.boolean() })).readonly(),
      }),
    )
    .readonly(),
  declaredBy: z.string().nullable(),
})

/** «Biên bản họp Hội đồng xác định mức độ khuyết tật»: who was there by name, how they voted, what they concluded. */
const minutes = z.strictObject({
  kind: z.literal('council_minutes'),
  ...common,
  /** As it is kept at the office; null where it has none. */
  number: z.string().nullable(),
  form: z.strictObject({ number: z.string().min(1), document: z.string().min(1) }),
  /** «Hội đồng xác định mức độ khuyết tật xã Tam Sơn» */
  council: z.string().min(1),
  heldOn: CivilDate,
  members: z
    .array(z.strictObject({ name: z.string().min(1), office: z.string().min(1), isPresent: z.boolean() }))
    .min(1)
    .readonly(),
  about: PersonOnPaper,
  votes: z.strictObject({ agree: z.int(), against: z.int() }),
  types: z.array(DisabilityType).min(1).readonly(),
  level: DisabilityLevel,
  secretary: z.string().nullable(),
  president: z.string().nullable(),
})

/** What a slip of a one-stop desk says, before it is put into words. */
export const SlipFacts = z.discriminatedUnion('kind', [
  receipt,
  supplement,
  refusalSlip,
  apology,
  invitation,
  control,
  posting,
  declaration,
  minutes,
])
export type SlipFacts = z.infer<typeof SlipFacts>
export type SlipKind = SlipFacts['kind']
