import { dong } from '#kernel/dong'
import type { Block, Run } from './paper.ts'
import type { DecisionFacts } from './decision-facts.ts'
import type { PersonOnPaper } from './people.ts'
import {
  capital,
  cited,
  coefficient,
  degreeWords,
  described,
  figures,
  longDay,
  longMonth,
  money,
  moneyTwice,
  monthlyTwice,
  named,
  plainName,
  shortBirth,
} from './phrases.vi.ts'

/** What a decision decides: the words after «Về việc», and what stands below Điều 1. */
export type DecisionText = {
  readonly about: string
  /** Điều 1. */
  readonly decides: readonly Run[]
  /** Below it, a dash each. */
  readonly details: readonly (readonly Run[])[]
  /** Articles between Điều 1 and the one that says when it takes effect. */
  readonly further: readonly (readonly Run[])[]
  /** Who carries it out besides the offices. */
  readonly concerned: string
}

type Of<Kind extends DecisionFacts['kind']> = Extract<DecisionFacts, { kind: Kind }>
type Single = Exclude<DecisionFacts, { kind: 'batch' | 'refuse' | 'certify' }>

/** The approved words of each kind of decision about one person. */
export function textOf(facts: Single): DecisionText {
  switch (facts.kind) {
    case 'grant':
      return grantText(facts)
    case 'adjust':
      return adjustText(facts)
    case 'suspend':
      return suspendText(facts)
    case 'resume':
      return resumeText(facts)
    case 'stop':
      return stopText(facts)
    case 'move_out':
      return moveOutText(facts)
    case 'move_in':
      return moveInText(facts)
    case 'funeral':
      return funeralText(facts)
    case 'care':
      return careText(facts)
    case 'admit':
      return admitText(facts)
    case 'discharge':
      return dischargeText(facts)
    case 'emergency':
      return emergencyText(facts)
    case 'recover':
      return recoverText(facts)
  }
}

function grantText(facts: Of<'grant'>): DecisionText {
  const { person, benefit, ground, monthly, arrears, payee } = facts
  return {
    about: `hưởng ${benefit}`,
    decides: [
      plain(`Cho hưởng ${benefit} đối với `),
      ...described(person),
      plain(`${belonging(ground)}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...arrearsOf(arrears), ...payeeOf(payee)],
    further: [],
    concerned: concerning(person, payee),
  }
}

function adjustText(facts: Of<'adjust'>): DecisionText {
  const { person, benefit, before, monthly, arrears, reason, earlier } = facts
  return {
    about: `điều chỉnh mức ${benefit}`,
    decides: [
      plain(`Điều chỉnh mức ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, như sau:`),
    ],
    details: [
      labelled('Mức đang hưởng', `${money(before)}/tháng`),
      levelOf(monthly, 'Mức sau điều chỉnh'),
      timeOf(monthly, 'Thời điểm điều chỉnh'),
      ...arrearsOf(arrears),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: concerning(person),
  }
}

function suspendText({ person, benefit, from, reason, earlier }: Of<'suspend'>): DecisionText {
  return {
    about: `tạm dừng chi trả ${benefit}`,
    decides: [
      plain(`Tạm dừng chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [],
    concerned: concerning(person),
  }
}

function resumeText(facts: Of<'resume'>): DecisionText {
  const { person, benefit, monthly, arrears, reason, earlier } = facts
  const lifted = earlier === null ? '' : `, đã tạm dừng theo ${cited(earlier)}`
  return {
    about: `tiếp tục chi trả ${benefit}`,
    decides: [
      plain(`Tiếp tục chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${lifted}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...arrearsOf(arrears), labelled('Lý do', reason)],
    further: [],
    concerned: concerning(person),
  }
}

function stopText({ person, benefit, from, reason, hasDied, earlier }: Of<'stop'>): DecisionText {
  return {
    about: `thôi hưởng ${benefit}`,
    decides: [
      plain(`Thôi hưởng ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [],
    concerned: hasDied ? 'các cơ quan, đơn vị, cá nhân có liên quan' : concerning(person),
  }
}

function moveOutText({ person, benefit, from, to, earlier }: Of<'move_out'>): DecisionText {
  return {
    about: `thôi chi trả ${benefit} tại nơi cư trú cũ và chuyển hồ sơ`,
    decides: [
      plain(`Thôi chi trả ${benefit} đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, kể từ ${longMonth(from)}.`),
    ],
    details: [labelled('Lý do', `thay đổi nơi cư trú đến địa bàn của ${to}`)],
    further: [
      [plain(`Chuyển hồ sơ của ${plainName(person)} đến ${to} để xem xét, quyết định theo quy định.`)],
    ],
    concerned: concerning(person),
  }
}

function moveInText({ person, benefit, ground, monthly, payee, stoppedBy }: Of<'move_in'>): DecisionText {
  return {
    about: `hưởng ${benefit} tại nơi cư trú mới`,
    decides: [
      plain(`Cho hưởng ${benefit} tại nơi cư trú mới đối với `),
      ...described(person),
      plain(`${belonging(ground)}, đã thôi chi trả tại nơi cư trú cũ theo ${cited(stoppedBy)}, như sau:`),
    ],
    details: [levelOf(monthly), timeOf(monthly), ...payeeOf(payee)],
    further: [],
    concerned: concerning(person, payee),
  }
}

function funeralText({ person, benefit, diedOn, claimant, relation, amount }: Of<'funeral'>): DecisionText {
  const who =
    'organisation' in claimant ? [{ text: claimant.organisation, bold: true as const }] : described(claimant)
  return {
    about: benefit,
    decides: [
      plain(`${capital(benefit)} đối với `),
      ...described(person),
      plain(`, chết ${longDay(diedOn)}, như sau:`),
    ],
    details: [
      labelled('Mức hỗ trợ', moneyTwice(amount)),
      [
        plain('Người nhận: '),
        ...who,
        plain(relation === null ? '.' : `, quan hệ với người chết: ${relation}.`),
      ],
    ],
    further: [],
    concerned: 'organisation' in claimant ? claimant.organisation : plainName(claimant),
  }
}

function careText({ person, benefit, ground, carer, relation, monthly }: Of<'care'>): DecisionText {
  return {
    about: 'nhận chăm sóc, nuôi dưỡng',
    decides: [
      plain('Giao '),
      ...described(carer),
      plain(`${relation === null ? '' : `, là ${relation}`}, nhận chăm sóc, nuôi dưỡng `),
      ...described(person),
      plain(`${belonging(ground)}, kể từ ${longMonth(monthly.from)}.`),
    ],
    details: [],
    further: [
      [
        plain(`${capital(benefit)} đối với hộ gia đình, cá nhân của `),
        ...named(carer),
        plain(`: mức ${monthlyTwice(monthly.amount)}${reckoned(monthly)}, kể từ ${longMonth(monthly.from)}.`),
      ],
    ],
    concerned: plainName(carer),
  }
}

function admitText({ person, ground, facility, from, until, monthly, benefit }: Of<'admit'>): DecisionText {
  const end = until === null ? '' : ` đến ${longDay(until)}`
  return {
    about: 'tiếp nhận vào cơ sở trợ giúp xã hội',
    decides: [
      plain('Tiếp nhận '),
      ...described(person),
      plain(`${belonging(ground)}, vào chăm sóc, nuôi dưỡng tại ${facility}, kể từ ${longDay(from)}${end}.`),
    ],
    details: [],
    further:
      monthly === null
        ? []
        : [
            [
              plain(
                `${capital(benefit)}: mức ${monthlyTwice(monthly.amount)}${reckoned(monthly)}, kể từ ${longMonth(monthly.from)}.`,
              ),
            ],
          ],
    concerned: concerning(person),
  }
}

function dischargeText(facts: Of<'discharge'>): DecisionText {
  const { person, benefit, facility, on, reason, hasDied, nursedThrough, home } = facts
  return {
    about: 'dừng trợ giúp xã hội tại cơ sở',
    decides: [
      plain('Dừng trợ giúp xã hội tại cơ sở đối với '),
      ...described(person),
      plain(`, đang được chăm sóc, nuôi dưỡng tại ${facility}, kể từ ${longDay(on)}.`),
    ],
    details: [labelled('Lý do', reason)],
    further: [
      ...(nursedThrough === null
        ? []
        : [[plain(`${capital(benefit)} được chi trả đến hết ${longMonth(nursedThrough)}.`)]]),
      ...(home === null
        ? []
        : [
            [
              plain(
                `Bàn giao ${plainName(person)} về cộng đồng; ${home} xem xét, quyết định trợ cấp tại cộng đồng theo quy định.`,
              ),
            ],
          ]),
    ],
    concerned: hasDied ? 'các cơ quan, đơn vị, cá nhân có liên quan' : concerning(person),
  }
}

function emergencyText({ person, benefit, reason, items, payee }: Of<'emergency'>): DecisionText {
  return {
    about: benefit,
    decides: [plain(`${capital(benefit)} đối với `), ...described(person), plain(', như sau:')],
    details: [
      labelled('Lý do', reason),
      ...items.map(({ what, amount }) =>
        labelled(capital(what), amount === null ? null : moneyTwice(amount)),
      ),
      ...(payee === null
        ? []
        : [
            labelled('Người nhận', payee.relation === null ? payee.name : `${payee.name}, ${payee.relation}`),
          ]),
    ],
    further: [],
    concerned: concerning(person),
  }
}

function recoverText({ person, benefit, from, until, amount, reason, earlier }: Of<'recover'>): DecisionText {
  return {
    about: `thu hồi ${benefit} đã chi trả không đúng quy định`,
    decides: [
      plain(`Thu hồi ${benefit} đã chi trả đối với `),
      ...described(person),
      plain(`${heldBy(earlier)}, như sau:`),
    ],
    details: [
      labelled('Số tiền thu hồi', moneyTwice(amount)),
      labelled('Thời gian đã chi trả', span(from, until)),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: concerning(person),
  }
}

type Level = Of<'grant'>['monthly']

function levelOf(monthly: Level, label = 'Mức hưởng') {
  return labelled(label, `${monthlyTwice(monthly.amount)}${reckoned(monthly)}`)
}

/** «, bằng mức chuẩn 540.000 đồng nhân hệ số 1,5» */
function reckoned({ reckoning }: Level) {
  if (reckoning === null) return ''
  return `, bằng mức chuẩn trợ giúp xã hội ${money(reckoning.standard)} nhân hệ số ${coefficient(reckoning.coefficientTenths)}`
}

function timeOf({ from, until }: Level, label = 'Thời gian hưởng') {
  return labelled(label, `kể từ ${longMonth(from)}${until === null ? '' : ` đến hết ${longMonth(until)}`}`)
}

function arrearsOf(arrears: Of<'grant'>['arrears']) {
  if (arrears === null) return []
  return [labelled('Truy lĩnh', `${moneyTwice(arrears.total)}, của ${span(arrears.from, arrears.until)}`)]
}

function span(from: Level['from'], until: Level['from']) {
  return from === until ? longMonth(from) : `các tháng từ ${longMonth(from)} đến hết ${longMonth(until)}`
}

function payeeOf(payee: Of<'grant'>['payee']) {
  if (payee === null) return []
  const relation = payee.relation === null ? '.' : `, quan hệ với người hưởng: ${payee.relation}.`
  return [[plain('Người nhận thay: '), ...described(payee.person), plain(relation)]]
}

/** Who of the family carries a decision out: whoever receives the money, for a child whoever looks after it. */
function concerning(person: PersonOnPaper, payee: Of<'grant'>['payee'] = null) {
  if (payee !== null) return plainName(payee.person)
  return person.salutation === 'cháu' ? `người chăm sóc, nuôi dưỡng ${plainName(person)}` : plainName(person)
}

function belonging(ground: string | null) {
  return ground === null ? '' : `, thuộc đối tượng ${ground}`
}

function heldBy(earlier: Of<'stop'>['earlier']) {
  return earlier === null ? '' : `, đang hưởng theo ${cited(earlier)}`
}

function labelled(label: string, text: string | null): Run[] {
  return [plain(text === null ? `${label}.` : `${label}: ${text}.`)]
}

function plain(text: string): Run {
  return { text }
}

const acts = { grant: 'hưởng', adjust: 'điều chỉnh mức', stop: 'thôi hưởng' } as const

/** A decision for many, with their list. */
export function batchText(facts: Of<'batch'>) {
  const { act, benefit, from, reason, rows } = facts
  const after = dong(rows.reduce((total, row) => total + (row.after ?? 0), 0))
  const whole = act === 'stop' ? [] : [labelled('Tổng mức hưởng', monthlyTwice(after))]
  const arrears = dong(rows.reduce((total, row) => total + (row.arrears ?? 0), 0))
  return {
    about: `${acts[act]} ${benefit} đối với ${figures(rows.length)} người`,
    decides: [
      plain(
        `${capital(acts[act])} ${benefit} đối với ${figures(rows.length)} người có tên trong danh sách kèm theo Quyết định này, kể từ ${longMonth(from)}.`,
      ),
    ],
    details: [
      ...whole,
      ...(arrears > 0 ? [labelled('Tổng số tiền truy lĩnh', moneyTwice(arrears))] : []),
      labelled('Lý do', reason),
    ],
    further: [],
    concerned: 'những người có tên trong danh sách',
  } satisfies DecisionText
}

export const listWords = {
  title: (act: keyof typeof acts, benefit: string) =>
    `DANH SÁCH ${`${acts[act]} ${benefit}`.toLocaleUpperCase('vi-VN')}`,
  attachedTo: (reference: string) => `(Kèm theo ${reference})`,
  columns: { number: 'STT', name: 'Họ và tên', born: 'Ngày sinh', address: 'Nơi cư trú' },
  before: 'Mức đang hưởng\n(đồng/tháng)',
  after: 'Mức hưởng\n(đồng/tháng)',
  afterAdjusted: 'Mức mới\n(đồng/tháng)',
  arrears: 'Truy lĩnh\n(đồng)',
  total: (rows: number) => `Tổng cộng: ${figures(rows)} người`,
} as const

/** The written answer to whoever is refused. */
export function refusalText(facts: Of<'refuse'>, office: string): { about: string; blocks: Block[] } {
  const { person, asked, file, completeOn, bases, reasons, remedy } = facts
  const paragraph = (...text: Run[]): Block => ({ kind: 'paragraph', text, isCentred: false })
  return {
    about: `không đủ điều kiện ${asked}`,
    blocks: [
      paragraph(
        plain(`${capital(longDay(completeOn))}, ${office} đã nhận đủ hồ sơ mã số ${file} của `),
        ...described(person),
        plain(`, đề nghị ${asked}.`),
      ),
      ...(bases.length > 0 ? [paragraph(plain(`Căn cứ ${bases.join('; ')};`))] : []),
      paragraph(
        plain(`Sau khi xem xét hồ sơ, ${office} thông báo ${person.salutation} `),
        { text: person.fullName, bold: true },
        plain(` không đủ điều kiện ${asked} vì các lý do sau đây:`),
      ),
      { kind: 'items', isNumbered: reasons.length > 1, items: reasons.map((reason) => [plain(reason)]) },
      ...(remedy === null ? [] : [paragraph(plain(remedy))]),
      paragraph(plain(`${office} thông báo để ${plainName(person)} được biết./.`)),
    ],
  }
}

export const certificateWords = {
  title: 'GIẤY XÁC NHẬN KHUYẾT TẬT',
  sex: { female: 'Nữ', male: 'Nam' },
  holds: 'Giấy này có giá trị từ ngày ký và không có ngày hết hạn.',
  replaces: 'Giấy này thay cho giấy đã cấp trước.',
} as const

export function certificateBlocks(facts: Of<'certify'>): Block[] {
  const { person, sex, level, isReplacement } = facts
  const rows = [
    ['Họ và tên', person.fullName.toLocaleUpperCase('vi-VN')],
    ['Ngày sinh', shortBirth(person.born, person.bornPrecision)],
    ['Giới tính', sex === null ? null : certificateWords.sex[sex]],
    ['Nơi cư trú', person.address],
    ['Dạng khuyết tật', capital(facts.types.map((type) => degreeWords.types[type]).join('; '))],
    ['Mức độ khuyết tật', degreeWords.levels[level]],
  ] as const
  const paragraph = (text: string): Block => ({
    kind: 'paragraph',
    text: [{ text, italic: true }],
    isCentred: false,
  })
  return [
    { kind: 'fields', rows: rows.map(([label, value]) => ({ label, value })) },
    paragraph(certificateWords.holds),
    ...(isReplacement ? [paragraph(certificateWords.replaces)] : []),
  ]
}
