import { source } from '#modules/entitlement'
import { answered, belowAge, fromAge, personHas, whenAll, whenNot } from '../file-condition.ts'
import type { Council, Edition, Posting, Question } from '../procedure.ts'

export const tt01 = source('01/2019/TT-BLĐTBXH')
export const law51 = source('51/2010/QH12')

/** What is asked for. */
export const asked: Question = {
  id: 'disability_request',
  text: { vi: 'Đề nghị điều gì?', en: 'What is asked for?' },
  answers: [
    { id: 'determine', label: { vi: 'Xác định mức độ khuyết tật lần đầu', en: 'A first determination' } },
    {
      id: 'determine_again',
      label: {
        vi: 'Xác định lại: thay đổi dạng tật, mức độ, hoặc trẻ em đủ 6 tuổi',
        en: 'A new determination: kind or degree has changed, or a child has turned 6',
      },
    },
    {
      id: 'replace',
      label: {
        vi: 'Cấp đổi, cấp lại giấy: sai thông tin, hư hỏng, mất',
        en: 'A new certificate: wrong data, damaged, lost',
      },
    },
  ],
}

export const isReplacement = answered('disability_request', 'replace')

/** Who concludes. */
export const council: Council = {
  step: 'assess',
  name: { vi: 'Hội đồng xác định mức độ khuyết tật', en: 'Council that determines the degree of disability' },
  members: [
    { vi: 'Chủ tịch UBND cấp xã, Chủ tịch Hội đồng', en: 'Commune chair, president' },
    { vi: 'Trạm trưởng trạm y tế cấp xã', en: 'Head of the health station' },
    { vi: 'Công chức phụ trách lao động, xã hội, thư ký', en: 'Officer for social affairs, secretary' },
    { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front' },
    { vi: 'Hội Liên hiệp Phụ nữ', en: 'Women’s Union' },
    { vi: 'Đoàn Thanh niên', en: 'Youth Union' },
    { vi: 'Hội Cựu chiến binh', en: 'Veterans' },
    {
      vi: 'Người đứng đầu tổ chức của người khuyết tật, nơi có tổ chức',
      en: 'Head of the organisation of disabled people, where there is one',
    },
  ],
  quorum: { numerator: 2, denominator: 3 },
  cite: tt01('Điều 2–4', 'knowledge'),
}

/** What is put up, and never is. */
export const posting: Posting = {
  step: 'certify',
  where: { vi: 'Trụ sở Ủy ban nhân dân cấp xã', en: 'The office of the commune' },
  shows: [
    { vi: 'Họ và tên', en: 'Name' },
    { vi: 'Năm sinh', en: 'Year of birth' },
    { vi: 'Nơi ở', en: 'Address' },
    { vi: 'Dạng khuyết tật', en: 'Kind of disability' },
    { vi: 'Mức độ khuyết tật', en: 'Degree of disability' },
  ],
  never: [
    { vi: 'Thông tin về HIV/AIDS', en: 'Anything about HIV/AIDS' },
    { vi: 'Chẩn đoán, bệnh án', en: 'Diagnosis, medical record' },
    { vi: 'Số định danh', en: 'Identity number' },
  ],
  cite: law51('Điều 18', 'knowledge'),
}

/** Forms of Circular 01/2019, by who is assessed. */
export const forms: Edition['forms'] = [
  {
    number: '01',
    name: {
      vi: 'Đơn đề nghị xác định, xác định lại, cấp đổi, cấp lại',
      en: 'Request for a determination or a certificate',
    },
    cite: tt01('Mẫu số 01'),
  },
  {
    number: '02',
    name: { vi: 'Phiếu xác định: trẻ em dưới 6 tuổi', en: 'Assessment sheet: under 6' },
    when: whenAll(belowAge(6), whenNot(isReplacement)),
    cite: tt01('Mẫu số 02'),
  },
  {
    number: '03',
    name: { vi: 'Phiếu xác định: từ đủ 6 tuổi', en: 'Assessment sheet: 6 and over' },
    when: whenAll(fromAge(6), whenNot(isReplacement)),
    cite: tt01('Mẫu số 03'),
  },
  {
    number: '04',
    name: { vi: 'Phiếu lấy ý kiến của trường học', en: 'Opinion of the school' },
    when: whenAll(personHas('isStudying'), whenNot(isReplacement)),
    cite: tt01('Mẫu số 04'),
  },
  {
    number: '05',
    name: { vi: 'Biên bản họp Hội đồng', en: 'Minutes of the council' },
    when: whenNot(isReplacement),
    cite: tt01('Mẫu số 05'),
  },
  {
    number: '06',
    name: { vi: 'Giấy xác nhận khuyết tật (66 × 98 mm)', en: 'Disability certificate (66 × 98 mm)' },
    cite: tt01('Mẫu số 06'),
  },
]
