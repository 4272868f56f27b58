import type { EventNumber, Label } from '#modules/entitlement'

/** What is asked of an event in numbers and days; its choices have the words of the law. */
export const eventWords: Readonly<Record<EventNumber | 'on' | 'through' | 'cost' | 'otherFuneral', Label>> = {
  on: { vi: 'Ngày xảy ra', en: 'The day it happened' },
  through: { vi: 'Đến hết ngày', en: 'Through' },
  persons: { vi: 'Số người thiếu đói', en: 'How many lack food' },
  months: { vi: 'Số tháng đề nghị', en: 'Months asked for' },
  treatmentDays: { vi: 'Số ngày cấp cứu, điều trị', en: 'Days of treatment' },
  cost: { vi: 'Chi phí thực tế', en: 'Real cost' },
  otherFuneral: { vi: 'Chế độ mai táng khác chi trả', en: 'Paid for the burial elsewhere' },
}
