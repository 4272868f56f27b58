import forge from 'node-forge'
import { generateKeyPairSync } from 'node:crypto'
import { civilDate, instant, month } from '#kernel/civil-date'
import { dong } from '#kernel/dong'
import type { DecisionFacts, DecisionKind } from './domain/decision-facts.ts'
import { committeeOf } from './domain/offices.vi.ts'
import type { PersonOnPaper } from './domain/people.ts'
import type { SlipFacts, SlipKind } from './domain/slip-facts.ts'

/** People and papers that tests of this and other modules build on. */
export const hoa: PersonOnPaper = {
  salutation: 'bà',
  fullName: 'Nguyễn Thị Hòa',
  born: civilDate('1938-01-01'),
  bornPrecision: 'year',
  identityNumber: '026138001234',
  address: 'Thôn Bình Sơn, xã Tam Sơn, tỉnh Phú Thọ',
}

const longNamed: PersonOnPaper = {
  salutation: 'ông',
  fullName: 'Nguyễn Phước Bảo Quý Ưỡng Hằng Tôn Nữ Thục Ẩn',
  born: civilDate('1961-05-09'),
  bornPrecision: 'day',
  identityNumber: '026061004321',
  address: 'Số nhà 12/34/5, đường Nguyễn Tất Thành, tổ dân phố Kim Ngưỡng Thượng, xã Tam Sơn, tỉnh Phú Thọ',
}

const child: PersonOnPaper = {
  salutation: 'cháu',
  fullName: 'Đỗ Gia Bảo',
  born: civilDate('2021-04-15'),
  bornPrecision: 'day',
  identityNumber: '026221000987',
  address: 'Thôn Nghĩa Lập, xã Tam Sơn, tỉnh Phú Thọ',
}

const bases = [
  'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  'Nghị định số 335/2026/NĐ-CP ngày 21 tháng 8 năm 2026 của Chính phủ quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội',
  'khoản 6 Điều 5, Điều 6 và Điều 8 Nghị định số 335/2026/NĐ-CP',
]

const common = {
  version: 1,
  issuer: committeeOf({ name: 'Xã Tam Sơn', level: 'commune' }),
  signer: { name: 'Trần Văn Minh', capacity: 'deputy', title: null },
  number: '128',
  signedOn: civilDate('2026-11-23'),
  bases,
  alsoTo: ['Bưu điện xã Tam Sơn (để chi trả)'],
  verification: {
    address: 'https://ansinh.phutho.gov.vn/kiem-tra/7KQ4MX2P93',
    page: 'ansinh.phutho.gov.vn/kiem-tra',
    code: '7KQ4-MX2P-93',
  },
} as const

const one = {
  ...common,
  person: hoa,
  benefit: 'trợ cấp xã hội hằng tháng',
  ground: 'người khuyết tật nặng quy định tại khoản 6 Điều 5 Nghị định số 335/2026/NĐ-CP',
} as const

const monthly = {
  amount: dong(810_000),
  reckoning: { standard: dong(540_000), coefficientTenths: 15 },
  from: month('2026-11'),
  until: null,
} as const

const earlier = {
  number: '2143/QĐ-UBND',
  signedOn: civilDate('2024-08-05'),
  authority: 'Chủ tịch Ủy ban nhân dân huyện Sông Lô',
} as const

const arrears = { from: month('2026-07'), until: month('2026-10'), total: dong(240_000) } as const

type Samples = { readonly [Kind in DecisionKind]: Extract<DecisionFacts, { kind: Kind }> }

/** A decision of each kind, as it might leave an office. */
export const decisions: Samples = {
  grant: { kind: 'grant', ...one, monthly, arrears: null, payee: { person: longNamed, relation: 'con' } },
  adjust: {
    kind: 'adjust',
    ...one,
    before: dong(750_000),
    monthly,
    arrears,
    reason: 'mức chuẩn trợ giúp xã hội tăng',
    earlier,
  },
  suspend: {
    kind: 'suspend',
    ...one,
    from: month('2026-12'),
    reason: 'không nhận tiền chi trả liên tục từ 03 tháng trở lên',
    earlier,
  },
  resume: { kind: 'resume', ...one, monthly, arrears, reason: 'vẫn đủ điều kiện hưởng', earlier },
  stop: {
    kind: 'stop',
    ...one,
    from: month('2026-12'),
    reason: 'người hưởng chết ngày 08 tháng 11 năm 2026',
    hasDied: true,
    earlier,
  },
  move_out: {
    kind: 'move_out',
    ...one,
    from: month('2026-12'),
    to: 'Ủy ban nhân dân phường Vĩnh Yên, tỉnh Phú Thọ',
    earlier,
  },
  move_in: { kind: 'move_in', ...one, monthly, payee: null, stoppedBy: earlier },
  funeral: {
    kind: 'funeral',
    ...one,
    benefit: 'hỗ trợ chi phí mai táng',
    ground: null,
    diedOn: civilDate('2026-11-08'),
    claimant: longNamed,
    relation: 'con',
    amount: dong(10_800_000),
  },
  care: {
    kind: 'care',
    ...one,
    person: child,
    benefit: 'hỗ trợ kinh phí nhận chăm sóc, nuôi dưỡng',
    ground: 'trẻ em không có nguồn nuôi dưỡng',
    carer: hoa,
    relation: 'bà ngoại',
    monthly: { ...monthly, amount: dong(810_000) },
  },
  admit: {
    kind: 'admit',
    ...one,
    issuer: {
      superior: 'Sở Y tế tỉnh Phú Thọ',
      agency: ['Trung tâm Công tác xã hội', 'và Bảo trợ xã hội'],
      name: 'Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh Phú Thọ',
      authority: 'Giám đốc Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh Phú Thọ',
      place: 'Vĩnh Yên',
      abbreviation: 'TTCTXH',
      proposer: 'Trưởng phòng Công tác xã hội',
      executors: ['Trưởng phòng Tổ chức - Hành chính'],
      file: 'VT, CTXH',
    },
    signer: { name: 'Lê Thị Hồng Gấm', capacity: 'head', title: 'Giám đốc' },
    benefit: 'trợ cấp nuôi dưỡng hằng tháng',
    facility: 'Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh Phú Thọ',
    from: civilDate('2026-11-25'),
    until: null,
    monthly: {
      ...monthly,
      amount: dong(2_160_000),
      reckoning: { standard: dong(540_000), coefficientTenths: 40 },
    },
  },
  discharge: {
    kind: 'discharge',
    ...one,
    benefit: 'trợ cấp nuôi dưỡng hằng tháng',
    facility: 'Trung tâm Công tác xã hội và Bảo trợ xã hội tỉnh Phú Thọ',
    on: civilDate('2026-11-25'),
    reason: 'theo đề nghị của gia đình nhận chăm sóc',
    hasDied: false,
    nursedThrough: month('2026-11'),
    home: 'Ủy ban nhân dân xã Tam Sơn',
  },
  certify: {
    kind: 'certify',
    ...common,
    person: longNamed,
    sex: 'male',
    types: ['mobility', 'sight'],
    level: 'exceptionally_severe',
    isReplacement: true,
  },
  emergency: {
    kind: 'emergency',
    ...one,
    benefit: 'trợ giúp xã hội khẩn cấp',
    ground: null,
    reason: 'nhà ở bị sập hoàn toàn do bão số 12',
    items: [
      { what: 'hỗ trợ chi phí làm nhà ở', amount: dong(60_000_000) },
      { what: 'hỗ trợ 45 kg gạo trong 03 tháng', amount: null },
    ],
    payee: { name: longNamed.fullName, relation: 'con' },
  },
  recover: {
    kind: 'recover',
    ...one,
    from: month('2026-09'),
    until: month('2026-10'),
    amount: dong(1_620_000),
    reason: 'người hưởng đã chuyển đến cơ sở trợ giúp xã hội',
    earlier,
  },
  batch: {
    kind: 'batch',
    ...common,
    act: 'adjust',
    benefit: 'trợ cấp xã hội hằng tháng',
    from: month('2026-07'),
    reason: 'chuyển sang mức hưởng quy định tại Nghị định số 335/2026/NĐ-CP (khoản 3 Điều 32)',
    rows: Array.from({ length: 41 }, (_, index) => ({
      fullName:
        index % 9 === 4 ? longNamed.fullName : `Phùng Thị ${['Ánh', 'Bảy', 'Chắt', 'Đượm', 'Ỷ'][index % 5]}`,
      born: civilDate(`${1931 + index}-03-12`),
      bornPrecision: index % 3 === 0 ? 'year' : 'day',
      address: 'Thôn Bình Sơn, xã Tam Sơn, tỉnh Phú Thọ',
      before: dong(750_000),
      after: dong(810_000),
      arrears: dong(240_000),
    })),
  },
  refuse: {
    kind: 'refuse',
    ...one,
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
    asked: 'hưởng trợ cấp xã hội hằng tháng',
    file: 'HS-26-7KQ4',
    completeOn: civilDate('2026-11-12'),
    reasons: [
      'Ông (bà) 72 tuổi, chưa đủ 75 tuổi theo quy định tại điểm a khoản 1 Điều 2 Nghị định số 176/2025/NĐ-CP;',
      'Hộ của ông (bà) không thuộc hộ nghèo, hộ cận nghèo năm 2026.',
    ],
    remedy:
      'Nếu không đồng ý, bà có quyền khiếu nại đến Chủ tịch Ủy ban nhân dân xã Tam Sơn theo quy định của pháp luật về khiếu nại.',
  },
}

const slip = {
  version: 1,
  desk: {
    superior: 'Ủy ban nhân dân xã Tam Sơn',
    name: 'Trung tâm Phục vụ hành chính công',
    place: 'Tam Sơn',
    phone: '0211 3823 456',
  },
  file: 'HS-26-7KQ4',
  signedOn: civilDate('2026-11-12'),
  tracking: {
    address: 'https://ansinh.phutho.gov.vn/tra-cuu/HS-26-7KQ4',
    page: 'ansinh.phutho.gov.vn/tra-cuu',
    code: 'HS-26-7KQ4',
  },
} as const

const aboutFile = {
  ...slip,
  applicant: longNamed,
  phone: null,
  procedure: 'Thực hiện trợ cấp hưu trí xã hội',
} as const

const receivedAt = instant('2026-11-12T01:30:00Z')
const dueAt = instant('2026-11-23T10:00:00Z')

type Slips = { readonly [Kind in SlipKind]: Extract<SlipFacts, { kind: Kind }> }

/** A slip of each kind, as a desk might hand it out. */
export const slips: Slips = {
  receipt: {
    kind: 'receipt',
    ...aboutFile,
    papers: [
      'Tờ khai (Mẫu số 01 Nghị định số 335/2026/NĐ-CP): 01 bản chính',
      'Văn bản ủy quyền nhận thay: 01 bản chính',
      'Giấy xác nhận khuyết tật: 01 bản chụp',
    ],
    receivedAt,
    term: '07 ngày làm việc, không tính ngày nhận, thứ Bảy, Chủ nhật và ngày lễ',
    dueAt,
    resultAt: 'tại Trung tâm Phục vụ hành chính công xã Tam Sơn',
    receivedBy: 'Lê Thị Hoa',
  },
  supplement_request: {
    kind: 'supplement_request',
    ...aboutFile,
    missing: [
      'giấy tờ chứng minh nơi cư trú hiện nay',
      'ảnh chụp giấy xác nhận khuyết tật rõ chữ, đủ hai mặt',
    ],
    reason: 'ảnh đã nộp bị mờ, không đọc được số giấy',
    clock: 'Thời hạn giải quyết tạm dừng từ ngày 12 tháng 11 năm 2026 đến khi nhận đủ giấy tờ.',
    askedBy: 'Lê Thị Hoa',
  },
  refusal_slip: {
    kind: 'refusal_slip',
    ...aboutFile,
    reasons: ['hồ sơ đã được giải quyết tại Quyết định số 128/QĐ-UBND ngày 23 tháng 11 năm 2026'],
    remedy: null,
    refusedBy: 'Lê Thị Hoa',
  },
  apology: {
    kind: 'apology',
    ...aboutFile,
    receivedAt,
    dueAt,
    reason: 'chưa có kết quả xác minh của cơ quan bảo hiểm xã hội',
    newDueAt: instant('2026-11-26T10:00:00Z'),
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  invitation: {
    kind: 'invitation',
    ...slip,
    guest: hoa,
    purpose: 'dự phiên họp của Hội đồng xác định mức độ khuyết tật xã Tam Sơn',
    at: instant('2026-12-02T01:00:00Z'),
    where: 'Trạm Y tế xã Tam Sơn',
    bring: ['thẻ căn cước', 'giấy ra viện, đơn thuốc và kết quả khám bệnh (nếu có)'],
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  control_slip: {
    kind: 'control_slip',
    ...slip,
    procedure: 'Thực hiện trợ cấp hưu trí xã hội',
    receivedAt,
    dueAt,
    steps: [
      {
        step: 'Tiếp nhận',
        by: 'Lê Thị Hoa, Trung tâm Phục vụ hành chính công',
        from: receivedAt,
        until: instant('2026-11-12T03:00:00Z'),
        result: 'Đúng hạn',
        note: '',
      },
      {
        step: 'Xác minh, thẩm định',
        by: 'Phan Thị Ngọc Ánh, Phòng Văn hóa - Xã hội',
        from: instant('2026-11-12T03:00:00Z'),
        until: instant('2026-11-20T08:15:00Z'),
        result: 'Quá hạn 1 ngày làm việc',
        note: 'Chờ trả lời của cơ quan bảo hiểm xã hội',
      },
      {
        step: 'Ký',
        by: 'Trần Văn Minh, Phó Chủ tịch',
        from: instant('2026-11-20T08:15:00Z'),
        until: null,
        result: '',
        note: '',
      },
    ],
  },
  posting_notice: {
    kind: 'posting_notice',
    ...slip,
    procedure: 'xác định mức độ khuyết tật',
    where: 'trụ sở Ủy ban nhân dân xã Tam Sơn',
    until: null,
    shown: [
      { label: 'Họ và tên', value: 'Nguyễn Thị Hòa' },
      { label: 'Năm sinh', value: '1938' },
      { label: 'Nơi ở', value: hoa.address },
      { label: 'Dạng khuyết tật', value: 'Vận động' },
      { label: 'Mức độ khuyết tật', value: 'Nặng' },
    ],
    signer: { name: 'Trần Văn Minh', capacity: 'deputy_for_committee', title: null },
  },
  declaration: {
    kind: 'declaration',
    ...slip,
    title: 'Tờ khai đề nghị trợ cấp xã hội hằng tháng, trợ cấp hưu trí xã hội',
    form: { number: 'Mẫu số 01', document: 'Nghị định số 335/2026/NĐ-CP', isSeen: false },
    addressee: 'Chủ tịch Ủy ban nhân dân xã Tam Sơn',
    sections: [
      {
        heading: 'I. Thông tin của người đề nghị',
        rows: [
          { label: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Hòa' },
          { label: 'Ngày, tháng, năm sinh', value: '1938' },
          { label: 'Số định danh cá nhân', value: '026138001234' },
          { label: 'Nơi cư trú', value: hoa.address },
          { label: 'Số điện thoại', value: null },
        ],
        choices: [],
      },
      {
        heading: 'II. Hiện đang hưởng',
        rows: [],
        choices: [
          { text: 'Lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng', isTicked: false },
          { text: 'Trợ cấp xã hội hằng tháng', isTicked: true },
        ],
      },
      {
        heading: 'III. Hình thức nhận tiền',
        rows: [
          { label: 'Số tài khoản', value: null },
          { label: 'Ngân hàng', value: null },
        ],
        choices: [{ text: 'Tiền mặt, tại điểm chi trả của xã', isTicked: true }],
      },
    ],
    declaredBy: 'Nguyễn Thị Hòa',
  },
  council_minutes: {
    kind: 'council_minutes',
    ...slip,
    tracking: null,
    number: '07',
    form: { number: 'Mẫu số 05', document: 'Thông tư số 01/2019/TT-BLĐTBXH' },
    council: 'Hội đồng xác định mức độ khuyết tật xã Tam Sơn',
    heldOn: civilDate('2026-11-20'),
    members: [
      { name: 'Trần Văn Minh', office: 'Chủ tịch Ủy ban nhân dân xã, Chủ tịch Hội đồng', isPresent: true },
      { name: 'Lê Thị Hạnh', office: 'Trưởng Trạm Y tế xã', isPresent: true },
      { name: 'Nguyễn Thị Lan', office: 'Công chức văn hóa – xã hội, Thư ký', isPresent: true },
      { name: 'Phạm Văn Dũng', office: 'Đại diện Ủy ban Mặt trận Tổ quốc xã', isPresent: false },
    ],
    about: longNamed,
    votes: { agree: 3, against: 0 },
    types: ['mobility', 'sight'],
    level: 'severe',
    secretary: 'Nguyễn Thị Lan',
    president: 'Trần Văn Minh',
  },
}

/** A certificate that signs for itself, with its key, in a file. */
export function givenCertificateFile(name: string, password: string): Uint8Array {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateKey = forge.pki.privateKeyFromPem(
    pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  )
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(
    pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  )
  certificate.serialNumber = '01'
  const years = certificate.validity
  years.notBefore.setFullYear(2026)
  years.notAfter.setFullYear(2036)
  // Of the type that holds more than ASCII.
  const subject = [{ name: 'commonName', value: name, valueTagClass: forge.asn1.Type.UTF8 }]
  certificate.setSubject(subject as never)
  certificate.setIssuer(subject as never)
  certificate.sign(privateKey, forge.md.sha256.create())
  const file = forge.pkcs12.toPkcs12Asn1(privateKey, [certificate], password, { algorithm: 'aes256' })
  return new Uint8Array(Buffer.from(forge.asn1.toDer(file).getBytes(), 'latin1'))
}

/** Two houses with a certificate each, which they have exchanged. */
export function givenExchange() {
  const house = (name: string) => {
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const ownKey = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
    const certificate = forge.pki.createCertificate()
    certificate.publicKey = forge.pki.publicKeyFromPem(
      pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    )
    certificate.serialNumber = '01'
    certificate.validity.notBefore.setFullYear(2026, 0, 1)
    certificate.validity.notAfter.setFullYear(2036)
    const subject = [{ name: 'commonName', value: name }]
    certificate.setSubject(subject)
    certificate.setIssuer(subject)
    certificate.sign(forge.pki.privateKeyFromPem(ownKey), forge.md.sha256.create())
    return { ownKey, ownCertificate: forge.pki.certificateToPem(certificate) }
  }
  const [own, other] = [house('UBND xa Tam Son'), house('Ngan hang')]
  return {
    ours: { ...own, otherCertificate: other.ownCertificate },
    theirs: { ...other, otherCertificate: own.ownCertificate },
  }
}
