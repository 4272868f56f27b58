/** Why a file is no sound answer; there are words for each. */
export type WhyNot =
  | 'empty'
  | 'packed_wrongly'
  | 'no_xml'
  | 'no_workbook'
  | 'doctype'
  | 'encoding'
  | 'no_one_message'
  | 'too_much'
  | 'other_message'
  | 'unnamed'
  | 'no_amount'
  | 'no_side'
  | 'balance_differs'
  | 'no_heads'
  | 'no_mark'
  | 'no_total'
  | 'quotes'
  | 'rows_wrong'

/** Something in an answer that a sound one of its kind has not; the file is refused as a whole. Kept as «why» or «why: what it said». */
export class NotUnderstood extends Error {
  override readonly name = 'NotUnderstood'

  constructor(why: WhyNot, said?: string | number) {
    super(said === undefined || said === '' ? why : `${why}: ${said}`)
  }
}
