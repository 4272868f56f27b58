import { longestLife } from './longest-life.ts'

/** Why a case is refused, in words of both languages; `told` is what the law or the shape would allow. */
export const wordsOfRefusal = {
  vi: {
    not_json: (told: string) => `tệp không phải JSON: chỗ sai đầu tiên ở dòng ${told}`,
    missing: () => 'chưa ghi; cần có thông tin này',
    unknown_field: (told: string) =>
      told ? `không có dữ kiện tên này; có phải ${told}?` : 'không có dữ kiện tên này; kiểm tra lại chính tả',
    not_one_of: (told: string) => `chỉ được là một trong: ${told}`,
    not_whole: () => 'phải là số nguyên',
    not_true_or_false: () => 'phải là true hoặc false',
    not_text: () => 'phải là chữ, đặt trong dấu ngoặc kép',
    not_a_list: () => 'phải là một danh sách',
    not_an_object: () => 'phải là một nhóm dữ kiện',
    too_big: (told: string) => `lớn quá mức có thể (nhiều nhất ${told})`,
    too_small: (told: string) => `nhỏ quá mức có thể (ít nhất ${told})`,
    unreadable: () => 'không đọc được giá trị này',
    no_such_day: () => 'không có ngày này; ghi như 2026-11-20',
    not_a_birth: () => 'ghi năm, tháng hoặc ngày sinh: 1986, 1986-04 hoặc 1986-04-02',
    dies_before_birth: () => 'ngày mất trước ngày sinh; kiểm tra lại hai ngày',
    too_old: () => `quá ${longestLife} tuổi; kiểm tra lại ngày sinh`,
    unborn: (told: string) => `chưa sinh vào ngày ${inOrder(told)}`,
    child_older: () => 'con sinh trước hoặc cùng ngày với cha, mẹ',
    parent_too_young: () => 'cha, mẹ chưa đủ 12 tuổi khi con sinh; kiểm tra lại hai ngày sinh',
    pregnant_man: () => 'chỉ phụ nữ mới có thai; kiểm tra lại giới tính',
    pregnant_at_that_age: (told: string) =>
      `có thai khi ${told} tuổi; kiểm tra lại ngày sinh hoặc thông tin này`,
    single_parent_at_that_age: (told: string) =>
      `là người đơn thân khi ${told} tuổi; kiểm tra lại ngày sinh hoặc thông tin này`,
    wage_at_that_age: (told: string) =>
      `có tiền lương khi ${told} tuổi; kiểm tra lại ngày sinh hoặc thông tin này`,
    pension_at_that_age: (told: string) =>
      `có lương hưu khi ${told} tuổi; kiểm tra lại ngày sinh hoặc thông tin này`,
    child_told_twice: () => 'người con này đã là thành viên của hộ (childOf); chỉ ghi một nơi',
    has_a_spouse: () => 'vợ hoặc chồng là thành viên của hộ; xem lại tình trạng đơn thân',
    spouse_alive: (told: string) =>
      `vợ hoặc chồng còn sống đến ngày ${inOrder(told)}: «vợ/chồng đã chết» chỉ đúng từ ngày đó (trong tệp: ghi ở changes)`,
    in_facility: () =>
      'đang ở cơ sở trợ giúp xã hội thì không cùng lúc được hộ khác nhận nuôi; kiểm tra lại hai thông tin',
    household_differs: () => 'khác với thành viên đầu của hộ; hộ nghèo, cận nghèo là của cả hộ',
    day_to_come: () => 'ngày này ở tương lai; chỉ ghi việc đã xảy ra',
    change_before_birth: () => 'thay đổi trước ngày sinh',
    certificate_before_birth: () => 'giấy xác nhận khuyết tật trước ngày sinh',
    change_after_death: () => 'thay đổi sau ngày mất',
    changes_out_of_order: () => 'các thay đổi phải xếp theo thứ tự ngày',
    id_number: () => 'số định danh cá nhân có đúng 12 chữ số',
    card_code: () => 'mã thẻ BHYT có 10 chữ số, hoặc 15 ký tự (2 chữ cái, 1 số mức, 2 số tỉnh, 10 số)',
    card_letters: (told: string) => `chữ cái và mức hưởng của thẻ không khớp: ${told}`,
    same_key: () => 'đã có thành viên khác dùng mã này',
    no_such_member: () => 'không có thành viên nào trong hộ mang mã này',
    who_is_meant: () => 'hộ có nhiều người: ghi rõ việc này xảy ra với ai',
    parent_of_oneself: () => 'không ai là cha, mẹ, vợ hoặc chồng của chính mình',
    event_before_birth: () => 'sự việc trước ngày sinh; kiểm tra lại hai ngày',
    event_after_death: () => 'sự việc sau ngày mất; kiểm tra lại hai ngày',
    event_before_law: (told: string) => `hệ thống không có quy định cho sự việc trước ngày ${inOrder(told)}`,
    event_beyond_law: (told: string) => `hệ thống chưa biết quy định sau tháng ${inOrder(told)}`,
    death_differs: () => 'khác với ngày mất ghi ở người này',
    ends_before_it_begins: () => 'kết thúc trước khi bắt đầu; kiểm tra lại hai ngày',
    conclusion_too_late: () =>
      'từ ngày 01/06/2012 phải có giấy xác nhận khuyết tật, không dùng tỷ lệ suy giảm khả năng lao động',
    month_before_law: (told: string) => `hệ thống không có quy định trước tháng ${inOrder(told)}`,
    month_beyond_law: (told: string) => `hệ thống chưa biết quy định sau tháng ${inOrder(told)}`,
    known_before_law: (told: string) =>
      `vào ngày này chưa ai biết quy định nào cho tháng ${inOrder(told)}; chọn ngày muộn hơn`,
  },
  en: {
    not_json: (told: string) => `the file is not JSON: the first fault is in line ${told}`,
    missing: () => 'is missing',
    unknown_field: (told: string) =>
      told ? `is no fact of this name; is it ${told}?` : 'is no fact of this name; check the spelling',
    not_one_of: (told: string) => `has to be one of: ${told}`,
    not_whole: () => 'has to be a whole number',
    not_true_or_false: () => 'has to be true or false',
    not_text: () => 'has to be text in quotation marks',
    not_a_list: () => 'has to be a list',
    not_an_object: () => 'has to be a group of facts',
    too_big: (told: string) => `is more than can be (${told} at most)`,
    too_small: (told: string) => `is less than can be (${told} at least)`,
    unreadable: () => 'cannot be read',
    no_such_day: () => 'there is no such day; write it as 2026-11-20',
    not_a_birth: () => 'write a year, a month or a day: 1986, 1986-04 or 1986-04-02',
    dies_before_birth: () => 'is before the birth; check both days',
    too_old: () => `makes the person older than ${longestLife}; check the birth date`,
    unborn: (told: string) => `is after ${told}: not born yet`,
    child_older: () => 'is not after the birth of the parent',
    parent_too_young: () => 'has a parent younger than 12; check both births',
    pregnant_man: () => 'is told of a man; check the sex',
    pregnant_at_that_age: (told: string) => `is told at the age of ${told}; check the birth or this`,
    single_parent_at_that_age: (told: string) =>
      `is told at the age of ${told}: no single parent; check the birth or this`,
    wage_at_that_age: (told: string) => `is a wage at the age of ${told}; check the birth or this`,
    pension_at_that_age: (told: string) => `is a pension at the age of ${told}; check the birth or this`,
    child_told_twice: () => 'is a member of the household already (childOf); tell the child in one place',
    has_a_spouse: () => 'the spouse is a member of the household; check the single parent',
    spouse_alive: (told: string) =>
      `the spouse lived until ${told}: «spouse_dead» is so from that day on (in a file: told in changes)`,
    in_facility: () => 'nobody lives in a facility and with those who took them in at once; check both',
    household_differs: () => 'differs from the first member; a poverty list is of the whole household',
    day_to_come: () => 'lies in the future; tell only what has happened',
    change_before_birth: () => 'changes something before the birth',
    certificate_before_birth: () => 'dates the disability certificate before the birth',
    change_after_death: () => 'changes something after the death',
    changes_out_of_order: () => 'changes stand in order of their days',
    id_number: () => 'a personal identification number has exactly 12 digits',
    card_code: () =>
      'a health card has 10 digits, or 15 characters (2 letters, level, 2 of the province, 10 digits)',
    card_letters: (told: string) => `the letters of the card do not go with its level: ${told}`,
    same_key: () => 'another member has this key',
    no_such_member: () => 'no member of the household has this key',
    who_is_meant: () => 'a household of several: say to whom it happened',
    parent_of_oneself: () => 'nobody is their own parent or spouse',
    event_before_birth: () => 'is before the birth; check both days',
    event_after_death: () => 'is after the death; check both days',
    event_before_law: (told: string) => `no rules are known for events before ${told}`,
    event_beyond_law: (told: string) => `no rules are known after ${told}`,
    death_differs: () => 'is not the day of death told of this person',
    ends_before_it_begins: () => 'is before the beginning; check both days',
    conclusion_too_late: () => 'since 2012-06-01 a disability certificate is needed, not a loss of capacity',
    month_before_law: (told: string) => `no rules are known before ${told}`,
    month_beyond_law: (told: string) => `no rules are known after ${told}`,
    known_before_law: (told: string) => `nobody knew any rules for ${told} by that day; choose a later one`,
  },
} as const satisfies Record<'vi' | 'en', Record<string, (told: string) => string>>

/** A day or a month as it is written in Vietnamese: 2015-01-31 is 31/01/2015. */
function inOrder(date: string): string {
  return date.split('-').toReversed().join('/')
}
