import type { CivilDate } from '#kernel/civil-date'
import { formatCount, formatDay, formatMoney, formatMonth } from '#ui/format'
import type { ReasonNode } from '#ui/explanation-tree'
import type { FactSource } from '../contract.ts'
import { privateRule } from '../domain/discretion.ts'
import type { Duration } from '../domain/duration.ts'
import type { CombinationStep, ConditionNode, Explanation, GroupExplanation } from '../domain/explanation.ts'
import { lostParentsIn } from '../domain/lost-parents.ts'
import type { Standing } from '../domain/standing.ts'
import type { Words } from '../domain/words.ts'
import { Citations } from './citation.tsx'
import type { Messages } from './messages.vi.ts'

type Telling = { readonly words: Words; readonly t: Messages; readonly sources: readonly FactSource[] }
type TellingAll = Telling & {
  /** How long what is paid goes on; by decision of somebody real, or by right alone of somebody made up. */
  readonly durations: readonly Duration[]
  readonly isDecided: boolean
}

/** The explanation as rows of the tree: what is due and why, how amounts combine, and where each other group stopped. */
export function explanationNodes(explanation: Explanation, telling: TellingAll): ReasonNode[] {
  const { t, words } = telling
  const { groups, combination, due, total } = explanation
  const paid = groups.filter(({ outcome }) => outcome === 'paid')
  // A sum rests on what lets its amounts stand together; one amount has its articles in its own row.
  const joining = combination.find(({ kind }) => kind === 'together' || kind === 'added')
  const waiting = groups.filter(({ outcome }) => outcome === 'not_awarded')
  const undecided = [
    { id: 'lapsed', reason: t.why.entitledAgain },
    { id: 'suspended', reason: t.why.suspended },
  ].map((head) => ({ ...head, held: groups.filter(({ outcome }) => outcome === head.id) }))
  const others = groups
    .filter(({ outcome }) => !['paid', 'not_awarded', 'lapsed', 'suspended'].includes(outcome))
    .toSorted((one, other) => rank(one) - rank(other))
  return [
    {
      id: 'granted',
      kind: 'head',
      reason: (
        <>
          {t.why.granted}
          {due.length > 1 && (
            <span className="addends"> = {due.map(({ amount }) => formatCount(amount)).join(' + ')}</span>
          )}
        </>
      ),
      sum: <b className="grand">{formatMoney(total)}</b>,
      law: joining && <Citations of={[joining.cite]} rule={ruleOfStep[joining.kind]} />,
      children: [
        ...paid.map((group) => paidNode(group, telling)),
        ...combination.map((step, place): ReasonNode => ({
          id: `step ${place}`,
          kind: 'plus',
          reason: words.step(step),
          law: <Citations of={[step.cite]} rule={ruleOfStep[step.kind]} />,
        })),
      ],
    },
    ...(waiting.length > 0
      ? [
          {
            id: 'waiting',
            kind: 'head' as const,
            reason: t.why.entitledNotAwarded,
            children: waiting.map((group) => holdingNode(group, telling)),
          },
        ]
      : []),
    ...undecided
      .filter(({ held }) => held.length > 0)
      .map(({ id, reason, held }): ReasonNode => ({
        id,
        kind: 'head',
        reason,
        children: held.map((group) => undecidedNode(group, telling)),
      })),
    {
      id: 'others',
      kind: 'head',
      reason: (
        <>
          {t.why.notGranted} <span className="count">{others.length}</span>
        </>
      ),
      sum: t.why.firstFailing,
      children: others.map((group) => refusedNode(group, telling)),
    },
  ]
}

/** The rule of the law book a step rests on; one about months is found by its article. */
const ruleOfStep: Readonly<Partial<Record<CombinationStep['kind'], string>>> = {
  highest: 'highest',
  together: 'together',
  higher_benefit: 'higher-of',
  below_meritorious: 'meritorious-overlap',
  added: 'added',
}

/** The articles of a group lead to its rule, those of what shuts it out to that; where either is private, to the book. */
function GroupLaw({ of: { group, cite, band, exclusion } }: { of: GroupExplanation }) {
  const rule = exclusion?.id ?? group
  return (
    <Citations
      of={exclusion ? [exclusion.cite] : [cite, ...(band ? [band.cite] : [])]}
      rule={rule}
      isOfBook={rule === privateRule}
    />
  )
}

/** What holds but gives way comes first, then what time alone will bring, then the rest as the law has it. */
function rank({ outcome, reachedIn }: GroupExplanation) {
  return outcome !== 'refused' ? 0 : reachedIn ? 1 : 2
}

/** What is paid, to whom, since when and until when. */
function paidNode(group: GroupExplanation, telling: TellingAll): ReasonNode {
  const { words, durations, isDecided } = telling
  const lines = durations
    .filter((one) => one.group === group.group && one.component === group.component)
    .flatMap((one) => words.duration(one, isDecided))
  const node = holdingNode(group, telling)
  const time: ReasonNode = {
    id: `${group.group} time`,
    kind: 'plain',
    reason: [words.paidTo(group.component), ...lines].map((line) => (
      <span key={line} className="said">
        {capital(line)}
      </span>
    )),
  }
  return { ...node, children: [time, ...(node.children ?? [])] }
}

function holdingNode(group: GroupExplanation, telling: Telling): ReasonNode {
  const { words } = telling
  return {
    id: group.group,
    kind: 'yes',
    isOpen: true,
    reason: <b>{words.group(group)}</b>,
    ...(group.arithmetic && { sum: words.arithmetic(group.arithmetic) }),
    law: <GroupLaw of={group} />,
    children: conditionNodes(group.group, group.condition, telling),
  }
}

/** What would be due, and why it is not paid: under the name, because both are long. */
function undecidedNode(group: GroupExplanation, telling: Telling): ReasonNode {
  const { sum, ...node } = holdingNode(group, telling)
  return {
    ...node,
    stop: (
      <>
        {sum}
        <br />
        {capital(telling.words.refusal(group) ?? '')}
      </>
    ),
  }
}

function refusedNode(group: GroupExplanation, telling: Telling): ReasonNode {
  const { t, words } = telling
  const { reachedIn, ...withoutMonth } = group // The month stands in a column of its own.
  const [lacking, ...each] = words.lackingLines(group)
  const isFailed = group.outcome === 'refused' || group.outcome === 'excluded'
  return {
    id: group.group,
    kind: isFailed ? 'no' : 'plain',
    reason: words.group(group),
    stop: capital(words.refusal(withoutMonth, { isListed: true }) ?? ''),
    ...(reachedIn && {
      sum: (
        <>
          {t.why.earliest} <b>{formatMonth(reachedIn)}</b>
        </>
      ),
    }),
    law: <GroupLaw of={group} />,
    children: [
      ...(lacking ? [lackingNode(group.group, lacking, each)] : []),
      ...conditionNodes(group.group, group.condition, telling),
    ],
  }
}

/** What would have to change, one idea a row. */
function lackingNode(group: string, head: string, each: readonly string[]): ReasonNode {
  return {
    id: `${group} lacking`,
    kind: 'plain',
    reason: head,
    isOpen: true,
    children: each.map((reason): ReasonNode => ({ id: `${group} ${reason}`, kind: 'plain', reason })),
  }
}

/** The conditions of a right one by one, each with what was found and the paper behind it. */
export function conditionNodes(id: string, condition: ConditionNode, telling: Telling): ReasonNode[] {
  return conjuncts(condition).map((one, place) => conditionNode(`${id} ${place}`, one, telling))
}

function conditionNode(id: string, condition: ConditionNode, telling: Telling): ReasonNode {
  const { t, words } = telling
  const list = words.listIn(condition)
  const { requirement, found } = list
    ? { requirement: list.head, found: undefined }
    : words.condition(condition)
  const inner = list?.of ?? within(condition)
  const paper = paperBehind(condition, telling)
  return {
    id,
    kind: condition.kind === 'private' ? 'plain' : condition.holds ? 'yes' : 'no',
    reason: capital(requirement),
    ...(found && found !== requirement && { stop: t.why.found(found) }),
    ...(paper && { law: paper }),
    ...(inner.length > 0 && {
      children: inner.map((one, place) => conditionNode(`${id}.${place}`, one, telling)),
    }),
  }
}

/** What stands under a condition, one idea a row; of khoản 1 the facts, which its points put together. */
function within(condition: ConditionNode): readonly ConditionNode[] {
  if (condition.kind === 'inGroup') return conjuncts(condition.of)
  // Only one of several ways is a row of its own where all must hold.
  if (condition.kind === 'all') return condition.of
  if (condition.kind !== 'any') return []
  return lostParentsIn(condition)
    ? condition.of.flatMap(conjuncts).filter(({ kind, holds }) => kind !== 'not' || !holds)
    : condition.of
}

/** The paper of the fact a condition looked at; where there is none, who said it. */
function paperBehind(condition: ConditionNode, { sources, t }: Telling): string | undefined {
  if (condition.kind === 'countAtLeast') return childrenCounted(condition.counted, sources, t)
  const facts = factsOf(condition)
  const source = sources.findLast(({ fact }) => facts.includes(fact))
  if (!source) return undefined
  const paper = source.number ?? source.document ?? source.source
  return source.issuedOn ? t.why.paperOf(paper, formatDay(source.issuedOn)) : paper
}

/** The names of the children that were counted, as far as the register tells who was born on those days. */
function childrenCounted(born: readonly CivilDate[], sources: readonly FactSource[], t: Messages) {
  const named = sources.flatMap(({ fact, about }) =>
    fact === 'children' && about && born.includes(about.born) ? [about.name ?? t.why.outOfSight] : [],
  )
  return named.length > 0 ? named.join(', ') : undefined
}

function factsOf(condition: ConditionNode): readonly (keyof Standing)[] {
  switch (condition.kind) {
    case 'is':
    case 'flag':
      return [condition.fact]
    case 'amountBelow':
      return condition.facts
    case 'not':
      return factsOf(condition.of)
    case 'all':
    case 'any':
    case 'ageFrom':
    case 'ageBelow':
    case 'eventIs':
    case 'eventFlag':
    case 'eventAtLeast':
    case 'receives':
    case 'entitledTo':
    case 'livesIn':
    case 'countAtLeast':
    case 'inGroup':
    case 'private':
      return []
  }
}

/** What must all hold, one by one. */
function conjuncts(condition: ConditionNode): readonly ConditionNode[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition]
}

/** A sentence begins with a capital. */
export function capital(sentence: string) {
  return sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1)
}
