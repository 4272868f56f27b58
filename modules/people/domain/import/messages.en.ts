import { formatCount, formatDate } from '#kernel/written'
import type {
  columnBefore as vietnameseColumn,
  fieldNames as vietnameseFields,
  findingWords as vietnameseWords,
} from './messages.vi.ts'

/** 25 is 2,5, as decrees write it. */
const tenths = (value: string | number | undefined) => (Number(value) / 10).toFixed(1).replace('.', ',')

export const fieldNames: typeof vietnameseFields = {
  fullName: 'Full name',
  sex: 'Sex',
  born: 'Date of birth',
  bornIfMale: 'Year of birth (men)',
  bornIfFemale: 'Year of birth (women)',
  number: 'Personal number',
  formerNumber: 'Former ID number',
  commune: 'Commune',
  village: 'Village',
  address: 'Address',
  ethnicGroup: 'Ethnic group',
  phone: 'Phone',
  group: 'Group',
  disabilityLevel: 'Disability level',
  disabilityType: 'Disability type',
  disabilityIssuedOn: 'Date of disability certificate',
  poverty: 'Poor or near-poor household',
  coefficient: 'Coefficient',
  monthly: 'Monthly amount',
  decisionNumber: 'Decision number',
  decisionDate: 'Decision date',
  firstMonth: 'First month',
  paidThrough: 'Paid through',
  diedOn: 'Date of death',
  ignored: 'Not used',
}

export const findingWords: typeof vietnameseWords = {
  name_missing: () => 'The name is missing. Write it in full.',
  name_wrong: ({ value }) => `“${value}” cannot be read as a name. Write it as on the papers.`,
  name_old_encoding: ({ value, suggestion }) =>
    `Text of an old font, “${value}”, read as “${suggestion}”. Accept it for the whole file if it is right.`,
  name_typing: ({ value, suggestion }) =>
    `“${value}” may be typed without an input method. Is it “${suggestion}”?`,
  name_capitals: ({ suggestion }) => `The name is written as “${suggestion}”.`,
  birth_missing: () => 'The date or year of birth is missing. Without it namesakes cannot be told apart.',
  birth_unreadable: ({ value }) =>
    `“${value}” cannot be read as a date. Write day/month/year, or the year alone.`,
  birth_in_future: ({ value }) => `The birth ${value} is in the future. Correct the year from the papers.`,
  birth_too_long_ago: ({ value }) => `The birth ${value} is too long ago. Correct the year.`,
  birth_century_assumed: ({ value, suggestion }) =>
    `“${value}” has a year of two digits. Is it ${suggestion}?`,
  birth_shared: ({ value, details }) =>
    `${details['people']} people of one commune in this file were born on ${value}, more than chance gives. The column may have been filled down or copied wrongly. Look at the papers; keep the day if it is right. Where only the year is known, write the year alone.`,
  birth_from_serial: ({ value, suggestion }) => `The Excel number ${value} was read as ${suggestion}.`,
  birth_from_year_column: ({ suggestion }) => `The year of birth was read as ${suggestion}.`,
  sex_missing: () => 'The sex is missing. Write Nam or Nữ.',
  sex_unreadable: ({ value }) => `“${value}” cannot be read as a sex. Write Nam or Nữ.`,
  sex_from_number: ({ suggestion }) => `The sex was taken from the personal number: ${suggestion}.`,
  sex_from_name: ({ suggestion }) => `The sex is missing. By the middle name, is it ${suggestion}?`,
  number_zero_lost: ({ details, suggestion }) =>
    `The number has ${details['digits']} digits of 12; Excel often loses the zero in front. Is it ${suggestion}?`,
  number_length: ({ details }) => `The number has ${details['digits']} digits; it has 12, or 9 from before.`,
  number_signs: ({ value }) => `“${value}” has signs that are not digits.`,
  number_rounded: ({ value }) =>
    `Excel rounded the number “${value}”. Make the column text and type it again.`,
  number_province_unknown: ({ value }) => `The first three digits of ${value} are no province.`,
  number_sex_differs: () => 'The number says another sex. Look at the card; keep it if the card says so.',
  number_birth_year_differs: ({ details }) =>
    `The number says the year ${details['year']}. Look at the card; keep it if the card says so.`,
  number_in_file_twice: ({ details }) => `The number is also in row ${details['row']}. Keep the right one.`,
  number_of_other_person: ({ details }) => `The number belongs to ${details['name']}.`,
  number_in_use_elsewhere: () => 'The number is in the register outside your area. Ask the province.',
  person_in_file_twice: ({ details }) =>
    `Same name and birth as row ${details['row']}. Keep both if they are two people.`,
  person_like_registered: ({ details }) =>
    `Much like ${details['name']}, born ${details['year']}, who is registered. Keep the row if they are two people.`,
  person_likely_same: ({ details }) =>
    `May be ${details['name']}, born ${details['year']}, ${details['commune']} (${details['percent']}% likely). Look closely, then say: the same person or another.`,
  commune_unknown: ({ value }) => (value ? `There is no commune “${value}”.` : 'The commune is missing.'),
  commune_outside: ({ value }) => `The commune “${value}” lies outside this import.`,
  commune_renamed: ({ value, suggestion }) => `The commune “${value}” is now ${suggestion}.`,
  commune_ambiguous: ({ value }) =>
    `There are several communes “${value}”. Add the former district or the code.`,
  group_unreadable: ({ value }) =>
    `“${value}” cannot be read as a group. Write the clause of Article 5, as “khoản 6”.`,
  group_negated: ({ value }) =>
    `The group “${value}” says what the person is not, or no longer, so it names no group. Write the group of the decision, as “khoản 6 Điều 5”, and the household in its own column. Whoever receives no more is left out.`,
  group_other_article: ({ value }) =>
    `“${value}” is no clause of Article 5. Support for care (Article 20, now 17) does not come in by this list. Write the clause of Article 5 if the person has an allowance of his own; otherwise leave the row out.`,
  group_of_other_person: ({ value }) =>
    `“${value}” speaks of a carer or a relative, so it is not clear who is disabled or an orphan. Give that person a row of his own with his own group; support for care does not come in by this list.`,
  group_needs_level: () => 'The disability level is missing.',
  group_parents_unclear: () => 'What became of father and mother is not said.',
  group_basis_unclear: () =>
    'Why the person is a single parent is not said. Write: never married, spouse dead, or spouse missing.',
  group_study_unclear: () =>
    'What the person studies is not said. Write it from the confirmation of the school, as “khoản 2, học phổ thông”: phổ thông, giáo dục thường xuyên, học nghề or đại học. Whoever studies no more is left out.',
  group_letter_unclear: ({ value }) =>
    `“${value}” names another group in each decree. Write the group in words: «từ 75 đến dưới 80, dân tộc thiểu số», «từ đủ 80 tuổi» or «đủ điều kiện vào cơ sở».`,
  group_needs_poor: ({ value, field }) =>
    `This group is of poor households alone, and the ${field === 'group' ? 'group' : 'column'} says “${value}”. Mend the group or the household by the commune’s list.`,
  group_sex_or_age: ({ value, details }) =>
    `The group “${value}” does not go with the age of ${details['age']}.`,
  level_unreadable: ({ value }) =>
    `“${value}” does not clearly say exceptionally severe, severe or mild. See the certificate and write it again; kept as it is, the level stays empty.`,
  disability_type_missing: () => 'The file does not say the kind of disability; it stays empty.',
  certificate_day_missing: () =>
    'The file does not give the date of the disability certificate; it stays empty, to be added from the certificate.',
  certificate_day_unreadable: ({ value }) =>
    `The date of the disability certificate “${value}” cannot be read and will be left empty.`,
  certificate_day_impossible: ({ value }) =>
    `The date of the disability certificate ${value} lies in the future or before the birth. Mend it from the certificate.`,
  certificate_after_decision: ({ value }) =>
    `The disability certificate of ${value} is later than the decision. Keep it if it is a renewed one; otherwise mend the day.`,
  level_without_allowance: () => 'A mild disability gives no allowance; only the level is recorded.',
  poverty_unreadable: ({ value }) => `“${value}” cannot be read and will be left empty.`,
  coefficient_unreadable: ({ value }) => `The coefficient “${value}” cannot be read and will be left empty.`,
  coefficient_unusual: ({ value }) =>
    `The coefficient ${value} is in no rule. Keep it if the decision says so.`,
  amount_unreadable: ({ value }) => `The amount “${value}” cannot be read and will be left empty.`,
  nothing_by_law: () =>
    'By what the list and the register say, the law gives nothing of this in this month. Check group, birth and degree; kept as it is, nothing will be paid.',
  award_lapsed: ({ details }) =>
    `By law the conditions of this decision ceased to be met in ${formatDate(String(details['month']))}; from then on a new decision is needed. If there is one, give its number, day and first month; kept as it is, no month from then on is paid.`,
  amount_not_by_law: ({ value, details }) =>
    `The file says ${formatCount(Number(value))} đ; by the law of this month it is ${formatCount(Number(details['law']))} đ, which will be paid. Check group, degree and birth; accept if they are right.`,
  coefficient_not_by_law: ({ value, details }) =>
    `The file says ${tenths(value)}; by the law of this month it is ${tenths(details['law'])}, by which is paid. Check group, degree and birth; accept if they are right.`,
  decision_missing: () =>
    'Number or date of the decision is missing: person and facts are recorded, no award.',
  decision_date_unreadable: ({ value }) => `The date “${value}” cannot be read and will be left empty.`,
  decision_date_in_future: ({ value }) => `The decision date ${value} is in the future.`,
  first_month_unreadable: ({ value }) => `The month “${value}” cannot be read and will be left empty.`,
  first_month_before_decision: ({ value, details }) =>
    `Received from ${value}, before the month of the decision (${formatDate(String(details['month']))}). Keep it only if the decision says so; months not paid become arrears.`,
  first_month_in_future: ({ value }) =>
    `The first month ${value} lies in the future, so nothing is received yet. Mend it by the decision.`,
  first_month_before_birth: ({ value }) => `The first month ${value} is before the birth.`,
  paid_through_unreadable: ({ value }) =>
    `The last month paid “${value}” cannot be read. Write it like 10/2026; leave it empty where nothing was paid.`,
  paid_through_in_future: ({ value }) => `The last month paid ${value} lies in the future.`,
  death_unreadable: ({ value }) => `The date of death “${value}” cannot be read and will be left empty.`,
  death_before_birth: ({ value }) => `The death ${value} is before the birth.`,
  death_in_future: ({ value }) => `The death ${value} is in the future.`,
  phone_unusual: ({ value }) => `The phone number “${value}” does not have 10 digits.`,
  cell_error: ({ value }) => `The cell holds an Excel error (${value}).`,
  cell_formula: ({ value }) => `The cell is a formula; its saved value is used: ${value}.`,
  register_refused: ({ details }) => `The register refused the row (${details['code']}).`,
}

/** English sentences are short: the column stands before each of them. */
export const columnBefore: typeof vietnameseColumn = ({ field }) =>
  field === null ? undefined : fieldNames[field]
