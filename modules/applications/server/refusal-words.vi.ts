import { formatCount } from '#kernel/written'
import {
  choices,
  lostParentsIn,
  phrasesVi,
  wordsVi,
  type ConditionNode,
  type EventNumber,
} from '#modules/entitlement'

/** Of whom it is said («bà», «cháu»), and whether what few may know is said to whoever reads it. */
export type Telling = { readonly who: string; readonly tellsAll: boolean }

type Node<Kind extends ConditionNode['kind']> = Extract<ConditionNode, { kind: Kind }>
type Choice = keyof typeof choices
type Flag = Node<'flag'>['fact']

/**
 * What stands against a condition, as a chair writes it: how things are by the papers, and what the law asks for where that
 * does not say it already. The words are Vietnamese whatever language the screen has; they stand on the paper of a refusal.
 * `mustHold` is false inside «not»: there what is so stands in the way.
 */
export function against(node: ConditionNode, telling: Telling, mustHold = true): string {
  const { who } = telling
  const isLookedInto = node.kind === 'not' || (node.kind === 'all' && mustHold)
  if (node.confidential && !telling.tellsAll && !isLookedInto) return untold(node, who, mustHold)
  switch (node.kind) {
    case 'not':
      return against(node.of, telling, !mustHold)
    case 'all':
    case 'any':
      return severally(node, telling, mustHold)
    case 'is':
      return stated(node, who, mustHold)
    case 'flag':
      return flags[node.fact](who)[node.holds ? 'yes' : 'no']
    case 'ageFrom':
    case 'ageBelow':
      return aged(node, who)
    case 'livesIn':
      return `${who} ${node.holds ? '' : 'không '}${phrasesVi.livesIn(node.label.vi)}`
    case 'countAtLeast':
      return counted(node, who)
    case 'inGroup':
      return mustHold
        ? `${who} không thuộc diện «${node.label.vi}»: ${against(node.of, telling)}`
        : `${who} đã thuộc diện «${node.label.vi}»`
    case 'amountBelow':
      return received(node, who)
    case 'eventIs':
      return happened(node, mustHold)
    case 'eventFlag':
      return phrasesVi.event.flag[node.fact][node.holds ? 'yes' : 'no']
    case 'eventAtLeast':
      return node.holds ? phrasesVi.event.atLeast[node.fact](node.least) : tooFew[node.fact](node)
    case 'receives':
      return `${who} ${node.holds ? 'đang' : 'không'} hưởng ${oneOf(node.benefits.map((one) => phrasesVi.benefit[one]))}`
    case 'entitledTo':
      return `${who} ${node.holds ? '' : 'không '}${phrasesVi.event.entitledTo(phrasesVi.benefit[node.benefit])}`
    case 'private':
      return untold(node, who, mustHold)
  }
}

/** Where the condition itself would tell an illness or a sentence; a whole list is untold where one of it would. */
function untold({ kind }: ConditionNode, who: string, mustHold: boolean): string {
  if (mustHold) return `${who} không thuộc trường hợp được hưởng`
  return kind === 'any' || kind === 'inGroup'
    ? `${who} đã thuộc diện khác được trợ cấp`
    : `${who} thuộc trường hợp không được hưởng`
}

/** Of «all» the first that fails, as one reads the article; of «any» each way that is closed, for one would have done. */
function severally(node: Node<'all' | 'any'>, telling: Telling, mustHold: boolean): string {
  const { who } = telling
  const inWay = node.of.filter(({ holds }) => holds !== mustHold)
  const isByOne = (node.kind === 'all') === mustHold
  if (isByOne) return against(inWay[0]!, telling, mustHold) // What fails as a whole has a part that does.
  const lost = lostParentsIn(node)
  if (lost) return `cha mẹ của ${who} không thuộc trường hợp nào tại ${pointsOfParents}: ${parents(lost)}`
  const open = inWay.filter((one) => one.kind !== 'flag' || !one.isImpossible)
  const ways = open.length > 0 ? open : inWay
  if (mustHold && ways.length > 2)
    return `${who} không thuộc trường hợp nào sau đây: ${ways.map((one) => wordsVi.condition(one).requirement).join('; ')}`
  return ways.map((one) => against(one, telling, mustHold)).join(', và ')
}

const pointsOfParents = 'các điểm a–l khoản 1 Điều 5'

function parents({ father, mother }: NonNullable<ReturnType<typeof lostParentsIn>>): string {
  const { lostParents: said } = phrasesVi
  return `${said.father(said.is[father])}, ${said.mother(said.is[mother])}`
}

function stated({ fact, among, value }: Node<'is'>, who: string, mustHold: boolean): string {
  const valueWords: Readonly<Record<string, string>> = phrasesVi.fact[fact].values
  const asked = oneOf(among.map((one) => valueWords[one] ?? one))
  if (mustHold && fact === 'disability')
    return value === 'none'
      ? `${who} không có giấy xác nhận khuyết tật mức ${asked}`
      : `${who} có giấy xác nhận khuyết tật mức ${valueWords[value]}, không phải mức ${asked}`
  if (mustHold && fact === 'household')
    return value === 'other'
      ? `${who} không thuộc ${asked}`
      : `${who} thuộc ${valueWords[value]}, không phải ${asked}`
  const states: Readonly<Record<string, string>> = stands[fact](who)
  return states[value] ?? `${phrasesVi.fact[fact].name} là ${value}` // Each fact has words for each of its values.
}

const inFacility = (who: string) => `${who} đang ở cơ sở trợ giúp xã hội`

/** How somebody stands, fact by fact. */
const stands: {
  readonly [Fact in Choice]: (who: string) => Readonly<Record<(typeof choices)[Fact][number], string>>
} = {
  sex: (who) => ({ female: `${who} là nữ`, male: `${who} là nam` }),
  household: (who) => ({
    poor: `${who} thuộc hộ nghèo`,
    near_poor: `${who} thuộc hộ cận nghèo`,
    other: `${who} không thuộc hộ nghèo, hộ cận nghèo`,
  }),
  disability: (who) => ({
    exceptionally_severe: `${who} có giấy xác nhận khuyết tật mức đặc biệt nặng`,
    severe: `${who} có giấy xác nhận khuyết tật mức nặng`,
    mild: `${who} có giấy xác nhận khuyết tật mức nhẹ`,
    none: `${who} không có giấy xác nhận khuyết tật`,
  }),
  father: (who) => parentOf(`cha của ${who}`),
  mother: (who) => parentOf(`mẹ của ${who}`),
  singleParent: (who) => ({
    no: `${who} không phải là người đơn thân`,
    never_married: `${who} chưa kết hôn`,
    spouse_dead: `vợ hoặc chồng của ${who} đã chết`,
    spouse_missing: `vợ hoặc chồng của ${who} bị tuyên bố mất tích`,
  }),
  obligor: (who) => ({
    present: `${who} có người có nghĩa vụ và quyền phụng dưỡng`,
    none: `${who} không có người có nghĩa vụ và quyền phụng dưỡng`,
    on_allowance: `người có nghĩa vụ phụng dưỡng ${who} cũng đang hưởng trợ cấp xã hội`,
  }),
  facility: (who) => ({
    none: `${who} không ở cơ sở trợ giúp xã hội`,
    A: inFacility(who),
    B: `${inFacility(who)} vì cần bảo vệ khẩn cấp`,
    C: `${inFacility(who)} theo luật xử lý vi phạm hành chính`,
    D: `${inFacility(who)} theo diện tự nguyện, tự trả chi phí`,
  }),
  care: (who) => ({
    none: `chưa có người nhận chăm sóc, nuôi dưỡng ${who}`,
    own_household: `${who} do hộ gia đình của mình chăm sóc, không do người nhận nuôi theo quyết định`,
    taken_in: `đã có người nhận chăm sóc, nuôi dưỡng ${who} theo quyết định`,
  }),
}

function parentOf(who: string) {
  const { is } = phrasesVi.lostParents
  const said = (state: keyof typeof is) => `${who} ${is[state]}`
  return {
    alive_available: said('alive_available'),
    dead: said('dead'),
    unidentified: said('unidentified'),
    missing_declared: said('missing_declared'),
    in_facility: said('in_facility'),
    detained: said('detained'),
  }
}

type YesNo = { readonly yes: string; readonly no: string }

/** What is so of somebody, or is not; most of it as the explanation of an amount says it. */
const flags: Readonly<Record<Flag, (who: string) => YesNo>> = {
  inDifficultArea: asExplained('inDifficultArea'),
  abandoned: asExplained('abandoned'),
  hiv: asExplained('hiv'),
  isStudying: (who) => ({ yes: `${who} đang đi học`, no: `${who} không đi học` }),
  wasChildWithoutSupport: asExplained('wasChildWithoutSupport'),
  isPregnant: asExplained('isPregnant'),
  facilityEligibleInCommunity: asExplained('facilityEligibleInCommunity'),
  hasWage: asExplained('hasWage'),
  spouseHasParentingSupport: (who) => ({
    yes: `vợ hoặc chồng của ${who} đang hưởng suất này`,
    no: `vợ hoặc chồng của ${who} chưa hưởng suất này`,
  }),
  servesSentence: asExplained('servesSentence'),
}

function asExplained(fact: Flag): (who: string) => YesNo {
  const { yes, no } = phrasesVi.flag[fact]
  return (who) => ({ yes: `${who} ${yes}`, no: `${who} ${no}` })
}

function aged({ kind, months, ageInMonths, reachedOn, holds }: Node<'ageFrom' | 'ageBelow'>, who: string) {
  const inYears = (count: number) => phrasesVi.age(Math.floor(count / 12), count % 12, undefined)
  const isTooYoung = (kind === 'ageFrom') !== holds
  return isTooYoung
    ? `${who} hiện ${inYears(ageInMonths)}, đến ngày ${phrasesVi.day(reachedOn)} mới đủ ${inYears(months)}`
    : `${who} đã ${inYears(ageInMonths)}, quy định là dưới ${inYears(months)}`
}

function counted({ children, count, found, holds }: Node<'countAtLeast'>, who: string) {
  if (found === 0) return `${who} không nuôi ${children.vi}`
  return `${who} đang nuôi ${found} ${children.vi}${holds ? '' : `, chưa đủ ${count}`}`
}

function received({ facts, value, limit, against: than, holds }: Node<'amountBelow'>, who: string) {
  const names = oneOf(facts.map((fact) => phrasesVi.amount[fact]))
  if (value === 0) return `${who} không có ${names}`
  const bound = `${than === 'social_pension' ? 'mức trợ cấp hưu trí xã hội ' : ''}${dong(limit)}`
  const compared = limit <= 1 ? '' : `, ${holds ? 'thấp hơn' : 'không thấp hơn'} ${bound}`
  return `${who} đang hưởng ${names} ${dong(value)}/tháng${compared}`
}

function happened({ fact, among, value }: Node<'eventIs'>, mustHold: boolean) {
  const { name, values } = phrasesVi.event.choice[fact]
  const say = (one: string) => (values as Readonly<Record<string, string>>)[one] ?? one // Rules name values their facts have.
  return `${name} được ghi là: ${say(value)}${mustHold ? `; quy định là: ${oneOf(among.map(say))}` : ''}`
}

const tooFew: Readonly<Record<EventNumber, (node: Node<'eventAtLeast'>) => string>> = {
  persons: ({ found, least }) => `chỉ có ${found} người, chưa đủ ${least} người`,
  months: ({ found, least }) => `chỉ có ${found} tháng, chưa đủ ${least} tháng`,
  treatmentDays: ({ found, least }) => `mới cấp cứu và điều trị ${found} ngày, chưa đủ ${least} ngày`,
}

const dong = (amount: number) => `${formatCount(amount)} đồng`

const oneOf = (all: readonly string[]) =>
  all.length > 1 ? `${all.slice(0, -1).join(', ')} hoặc ${all.at(-1)}` : (all[0] ?? '')
