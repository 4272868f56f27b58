import type { Block, Run } from './paper.ts'
import { ended } from './decision-texts/parts.vi.ts'
import { minutesWords } from './minutes-texts.vi.ts'
import type { SlipFacts } from './slip-facts.ts'
import { capital, described, longDay, longMoment, named, plainName, shortMoment } from './phrases.vi.ts'

/** The words of the slips a one-stop desk hands out, after the models of Thông tư 01/2018/TT-VPCP as commonly printed. */

type Of<Kind extends SlipFacts['kind']> = Extract<SlipFacts, { kind: Kind }>

export const slipTitles = {
  receipt: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  supplement_request: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
  refusal_slip: 'PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ',
  apology: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
  invitation: 'GIẤY MỜI',
  control_slip: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
  posting_notice: 'THÔNG BÁO NIÊM YẾT',
  council_minutes: minutesWords.title,
} as const

export const slipWords = {
  file: (code: string) => `Mã hồ sơ: ${code}`,
  signHere: '(Ký và ghi rõ họ tên)',
  applicant: 'NGƯỜI NỘP HỒ SƠ',
  receiver: 'NGƯỜI TIẾP NHẬN HỒ SƠ',
  guide: 'NGƯỜI HƯỚNG DẪN',
  declarer: 'NGƯỜI KHAI',
  council: 'Hội đồng xác định mức độ khuyết tật',
  tracking: (page: string) => `Theo dõi hồ sơ tại ${page}, mã:`,
} as const

export function receiptBlocks(facts: Of<'receipt'>): Block[] {
  const { desk, papers, receivedAt, term, dueAt, resultAt } = facts
  return [
    fields([
      [`Bộ phận tiếp nhận`, `${desk.name}${call(desk.phone)}`],
      ['Tiếp nhận hồ sơ của', plainName(facts.applicant)],
      ['Địa chỉ', facts.applicant.address],
      ['Số điện thoại', facts.phone],
      ['Nội dung yêu cầu giải quyết', facts.procedure],
      ['Thành phần hồ sơ nộp gồm', papers.length === 0 ? 'không có; cơ quan nhà nước tự tra cứu' : ''],
    ]),
    ...(papers.length === 0
      ? []
      : [{ kind: 'items' as const, isNumbered: true, items: papers.map((paper) => [plain(paper)]) }]),
    fields([
      ['Thời hạn giải quyết theo quy định', term],
      ['Thời gian nhận hồ sơ', longMoment(receivedAt)],
      ['Thời gian trả kết quả', longMoment(dueAt)],
      ['Nhận kết quả', resultAt],
    ]),
  ]
}

export function supplementBlocks(facts: Of<'supplement_request'>): Block[] {
  const { desk, missing, reason, clock } = facts
  return [
    fileOf(facts),
    paragraph(plain('Để hồ sơ được giải quyết, đề nghị bổ sung, hoàn thiện những nội dung sau:')),
    listOf(missing),
    fields([['Lý do', reason]]),
    ...(clock === null ? [] : [paragraph(plain(clock))]),
    paragraph(
      plain(
        `Nếu có vướng mắc, ${facts.applicant.salutation} liên hệ ${desk.name}${call(desk.phone)} để được hướng dẫn./.`,
      ),
    ),
  ]
}

export function refusalBlocks(facts: Of<'refusal_slip'>): Block[] {
  const { desk, reasons, remedy, applicant } = facts
  return [
    fileOf(facts),
    paragraph(
      plain(
        `Qua xem xét, ${desk.name} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
      ),
    ),
    listOf(reasons),
    ...(remedy === null ? [] : [paragraph(plain(remedy))]),
    paragraph(plain(`Thông báo để ${applicant.salutation} được biết./.`)),
  ]
}

export function apologyBlocks(facts: Of<'apology'>): Block[] {
  const { desk, applicant, receivedAt, dueAt, newDueAt, reason, procedure } = facts
  const { salutation } = applicant
  return [
    paragraph(
      plain(`Hồi ${longMoment(receivedAt)}, ${desk.superior} tiếp nhận hồ sơ của `),
      ...named(applicant),
      plain(`, nội dung: ${procedure}. Thời gian hẹn trả kết quả: ${longMoment(dueAt)}.`),
    ),
    paragraph(plain(`Đến nay, kết quả chưa được trả đúng hẹn. Lý do: ${ended(reason)}`)),
    paragraph(
      plain(
        `Sự chậm trễ này đã gây phiền hà, tốn thời gian, công sức của ${salutation}. ${desk.superior} xin lỗi `,
      ),
      ...named(applicant),
      plain(' và sẽ trả kết quả vào '),
      { text: longMoment(newDueAt), bold: true },
      plain('.'),
    ),
    paragraph(plain(`Rất mong nhận được sự thông cảm của ${salutation}./.`)),
  ]
}

export function invitationBlocks(facts: Of<'invitation'>): Block[] {
  const { desk, guest, purpose, at, where, bring } = facts
  return [
    paragraph(plain(`${desk.superior} trân trọng kính mời `), ...described(guest), plain('.')),
    fields([
      ['Nội dung', purpose],
      ['Thời gian', longMoment(at)],
      ['Địa điểm', where],
    ]),
    ...(bring.length === 0 ? [] : [paragraph(plain('Khi đến, đề nghị mang theo:')), listOf(bring)]),
    paragraph(
      plain(`Nếu không đến được, ${guest.salutation} báo lại để được hẹn ngày khác${call(desk.phone)}./.`),
    ),
  ]
}

export function controlBlocks({ procedure, receivedAt, dueAt, steps }: Of<'control_slip'>): Block[] {
  return [
    fields([
      ['Thủ tục', procedure],
      ['Nhận hồ sơ', longMoment(receivedAt)],
      ['Hạn trả kết quả', dueAt === null ? '' : longMoment(dueAt)],
    ]),
    {
      kind: 'table',
      columns: [
        { title: 'STT', width: 1.2, align: 'center' },
        { title: 'Bước', width: 3.2, align: 'start' },
        { title: 'Người, bộ phận', width: 4, align: 'start' },
        { title: 'Nhận', width: 2.9, align: 'center' },
        { title: 'Giao', width: 2.9, align: 'center' },
        { title: 'Kết quả', width: 2.6, align: 'start' },
        { title: 'Ghi chú', width: 3, align: 'start' },
      ],
      rows: steps.map(({ step, by, from, until, result, note }, index) => [
        String(index + 1),
        step,
        by,
        shortMoment(from),
        until === null ? '' : shortMoment(until),
        result,
        note,
      ]),
      total: null,
    },
  ]
}

export function postingBlocks(facts: Of<'posting_notice'>): Block[] {
  const { desk, procedure, where, until, shown } = facts
  const end = until === null ? '' : ` đến hết ${longDay(until)}`
  return [
    paragraph(
      plain(`${desk.superior} niêm yết công khai tại ${where}${end} kết quả xem xét hồ sơ: ${procedure}.`),
    ),
    fields(shown.map(({ label, value }) => [label, value])),
    paragraph(
      plain(
        `Ai có ý kiến về nội dung trên, xin phản ánh đến ${desk.superior}${call(desk.phone)} trong thời gian niêm yết./.`,
      ),
    ),
  ]
}

export function declarationBlocks({ sections, form }: Of<'declaration'>): Block[] {
  return [
    ...sections.flatMap(({ heading, rows, choices }): Block[] => [
      { kind: 'heading', text: heading },
      ...(rows.length > 0 ? [{ kind: 'fields' as const, rows }] : []),
      ...(choices.length > 0 ? [{ kind: 'choices' as const, items: choices }] : []),
    ]),
    paragraph(
      plain(
        'Tôi xin cam đoan những lời khai trên là đúng sự thật, nếu có điều gì khai không đúng tôi xin chịu trách nhiệm hoàn toàn.',
      ),
    ),
    ...(form.isSeen
      ? []
      : [
          paragraph({
            text: `Tờ khai này in lại những điều đã khai. Thứ tự các mục chưa được đối chiếu với ${form.number} ban hành kèm theo ${form.document}.`,
            italic: true,
          }),
        ]),
  ]
}

export const declarationWords = {
  form: ({ number, document }: Pick<Of<'declaration'>['form'], 'number' | 'document'>) =>
    `${number}\n${document}`,
} as const

function fileOf({ applicant, procedure, phone }: Of<'supplement_request' | 'refusal_slip'>): Block {
  return fields([
    ['Hồ sơ của', plainName(applicant)],
    ['Địa chỉ', applicant.address],
    ['Số điện thoại', phone],
    ['Nội dung yêu cầu giải quyết', procedure],
  ])
}

function fields(rows: readonly (readonly [string, string | null])[]): Block {
  return { kind: 'fields', rows: rows.map(([label, value]) => ({ label, value })) }
}

/** One is a sentence, several are numbered. */
function listOf(texts: readonly string[]): Block {
  return { kind: 'items', isNumbered: texts.length > 1, items: texts.map((text) => [plain(capital(text))]) }
}

function paragraph(...text: Run[]): Block {
  return { kind: 'paragraph', text, isCentred: false }
}

function plain(text: string): Run {
  return { text }
}

function call(phone: string | null) {
  return phone === null ? '' : `, điện thoại ${phone.replaceAll(' ', '\u00a0')}`
}
