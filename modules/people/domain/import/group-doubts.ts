import { foldHeader } from './columns.ts'
import type { FindingCode } from './findings.ts'

/** Why a cell may not be read by the words in it: each would make somebody of another group, or another person, of this one. */
export type GroupDoubt = Extract<
  FindingCode,
  'group_negated' | 'group_other_article' | 'group_of_other_person'
>

/** What the decrees themselves say with a «không» or «chưa», which describes the group and denies nothing of it. */
const negationsOfTheLaw: readonly RegExp[] = [
  /\bkhong (co |con |xac dinh duoc )?nguon nuoi duong\b/g,
  /\bkhong (co |con )?(nguoi|ai|than nhan|noi nuong tua|chong|vo|cha|me|bo)\b|\bkhong co con\b/g,
  /\bkhong (xac dinh|ro)( duoc)?( la)?( duoc)? (cha|me|bo)\b|\b(cha|me|bo) khong (xac dinh|ro)( duoc)?\b/g,
  /\bkhong (co )?(luong huu|luong|thu nhap|nguon thu nhap|kha nang|tro cap)\b/g,
  /\bkhong tu (phuc vu|thuc hien)\b/g,
  /\bkhong (co |du )?dieu kien (de )?(song|o) (o|tai) cong dong\b/g,
  /\b(khong|chua) (dang ky )?ket hon\b|\bchua (co |lap )?(chong|vo|gia dinh)\b/g,
  /\bchua (du|den|toi) (16|18|04|4|03|3) tuoi\b|\bchua thanh nien\b|\bchua (co|duoc) (nguoi |ai )?(nhan )?(lam con nuoi|nuoi|nhan)\b/g,
]

/** «không thuộc diện quy định tại khoản 1, 3 và 6», as khoản 5 and 7 have it: these clauses are the ones not meant. */
const exceptions =
  /\bkhong thuoc (cac )?(dien|doi tuong) (duoc )?quy dinh (tai|o)( (cac|diem|khoan|dieu|va|nay|nghi dinh|[a-k]|\d{1,2}))+\b/g

/** Care by somebody else, as khoản 5 has it of the old and khoản 1 of children: whoever is cared for is the one listed. */
const caredFor =
  /\b(co nguoi( nhan)?|duoc( nhan)?|nguon|co so( [a-z]+){0,4}) (cham soc|nuoi duong)(?! (nguoi|tre|con|nkt|cho)\b)|\bnhan (cham soc|nuoi duong) tai cong dong\b/g

/** «Nhận chăm sóc» alone is the carer; «nhận chăm sóc tại cộng đồng» follows who is cared for. */
const carer = /\b(cham soc|nuoi duong|nhan nuoi|giam ho|cuu mang)\b/

/** Somebody’s mother, household or child: what follows is true of another person than the one on the list. */
const relative =
  /\b(con|me|cha|bo|vo|chong|chau|than nhan|gia dinh|ho)( cua)?( con| chau| nguoi| thanh vien| tre em| tre)* (bi )?(nhiem )?(khuyet tat|nkt|hiv)\b/
const dependant =
  /\b(nuoi|co)( mot| \d)?( dua)?( con| chau| nguoi than| nguoi| thanh vien| tre em| tre)+ (bi )?(nhiem )?(khuyet tat|nkt|hiv|mo coi|bo roi)\b/

/** The cell as the words of a group are looked for in it: without the clauses it says are not meant. */
export function foldGroup(text: string): string {
  return foldHeader(text).replaceAll(exceptions, ' ').replaceAll(/\s+/g, ' ').trim()
}

/** What a cell says that forbids taking its words one by one, the plainest first. */
export function doubtOfGroup(text: string): GroupDoubt | undefined {
  const folded = foldGroup(text)
  if (namesOtherArticle(folded)) return 'group_other_article'
  const told = folded.replaceAll(caredFor, ' ')
  // Single parents are listed for bringing up a child.
  const isCarer = carer.test(told) && !/don than/.test(folded)
  if (isCarer || relative.test(told) || dependant.test(told)) return 'group_of_other_person'
  return isNegated(text, folded) ? 'group_negated' : undefined
}

/** Clauses are counted anew in each article: khoản 2 of Điều 20 is support for care, and the groups are those of Điều 5. */
function namesOtherArticle(folded: string): boolean {
  const articles = [...folded.matchAll(/(?:\bdieu|(?:\b|(?<=\d))d) ?(\d{1,3})\b/g)].map(
    ([, number]) => number,
  )
  // Social pension stands in a decree of its own, whose clauses are not read.
  return !/huu tri/.test(folded) && articles.some((number) => Number(number) !== 5)
}

function isNegated(text: string, folded: string): boolean {
  const rest = negationsOfTheLaw.reduce((left, phrase) => left.replaceAll(phrase, ' '), folded)
  if (/\b(khong|ko|chang|het|thoat|ra khoi|thoi hoc|bo hoc|nghi hoc|(thoi|ngung|dung) huong)\b/.test(rest))
    return true
  // «chữa» and «chùa» are folded to the same letters.
  return /\bchua\b/.test(rest) && /(?<!\p{L})(?:chưa|chua)(?!\p{L})/iu.test(text.normalize('NFC'))
}
