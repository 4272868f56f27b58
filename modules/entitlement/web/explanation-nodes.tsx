import { formatMoney, formatMonth } from '#ui/format'
import type { ReasonNode } from '#ui/explanation-tree'
import { Law } from '#ui/page'
import type { ConditionNode, Explanation, GroupExplanation } from '../domain/explanation.ts'
import type { Words } from '../domain/words.ts'
import type { Messages } from './messages.vi.ts'

/** The explanation as rows of the tree: what is due and why, how amounts combine, and where each other group stopped. */
export function explanationNodes(explanation: Explanation, words: Words, t: Messages): ReasonNode[] {
  const paid = explanation.groups.filter(({ outcome }) => outcome === 'paid')
  const waiting = explanation.groups.filter(({ outcome }) => outcome === 'not_awarded')
  const others = explanation.groups.filter(({ outcome }) => outcome !== 'paid' && outcome !== 'not_awarded')
  return [
    {
      id: 'granted',
      kind: 'head',
      reason: t.why.granted,
      sum: (
        <>
          <b className="grand">{formatMoney(explanation.total)}</b>
        </>
      ),
      law: explanation.regime && words.source(explanation.regime.cite),
      children: [
        ...paid.map((group) => paidNode(group, words)),
        ...explanation.combination.map((step, place): ReasonNode => ({
          id: `step ${place}`,
          kind: 'plus',
          reason: words.step(step),
          law: <Law>{words.source(step.cite)}</Law>,
        })),
      ],
    },
    ...(waiting.length > 0
      ? [
          {
            id: 'waiting',
            kind: 'head' as const,
            reason: t.why.entitledNotAwarded,
            children: waiting.map((group) => paidNode(group, words)),
          },
        ]
      : []),
    {
      id: 'others',
      kind: 'head',
      reason: (
        <>
          {t.why.notGranted} <span className="count">{others.length}</span>
        </>
      ),
      sum: t.why.firstFailing,
      children: others.map((group) => refusedNode(group, words)),
    },
  ]
}

function paidNode(group: GroupExplanation, words: Words): ReasonNode {
  const conditions = conjuncts(group.condition)
  return {
    id: group.group,
    kind: 'yes',
    isOpen: true,
    reason: <b>{words.group(group)}</b>,
    ...(group.arithmetic && { sum: words.arithmetic(group.arithmetic) }),
    law: (
      <Law>
        {words.source(group.cite)}
        {group.band && group.band.cite.place !== group.cite.place && `; ${words.source(group.band.cite)}`}
      </Law>
    ),
    children: conditions.map((condition, place) =>
      conditionNode(`${group.group} ${place}`, condition, words),
    ),
  }
}

function refusedNode(group: GroupExplanation, words: Words): ReasonNode {
  const conditions = conjuncts(group.condition)
  return {
    id: group.group,
    kind: 'no',
    reason: words.group(group),
    stop: words.refusal(group),
    ...(group.reachedIn && { sum: <b>{formatMonth(group.reachedIn)}</b> }),
    law: <Law>{words.source(group.exclusion?.cite ?? group.cite)}</Law>,
    children: conditions.map((condition, place) =>
      conditionNode(`${group.group} ${place}`, condition, words),
    ),
  }
}

function conditionNode(id: string, condition: ConditionNode, words: Words): ReasonNode {
  const { requirement, found } = words.condition(condition)
  const inner = condition.kind === 'any' ? condition.of : condition.kind === 'inGroup' ? [condition.of] : []
  return {
    id,
    kind: condition.kind === 'private' ? 'plain' : condition.holds ? 'yes' : 'no',
    reason: capital(requirement),
    ...(found && found !== requirement && { sum: found }),
    ...(inner.length > 0 && {
      children: inner.flatMap(conjuncts).map((one, place) => conditionNode(`${id}.${place}`, one, words)),
    }),
  }
}

/** What must all hold, one by one. */
function conjuncts(condition: ConditionNode): readonly ConditionNode[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition]
}

function capital(sentence: string) {
  return sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1)
}
