import { Chip } from '#ui/chip'
import { ExplanationTree, type ReasonNode } from '#ui/explanation-tree'
import { formatDay } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { ExplanationView, FactSource } from '../contract.ts'
import { supportWordsEn, supportWordsVi } from '../domain/determination-words.ts'
import type { SupportExplanation, SupportRights } from '../domain/support-explanation.ts'
import { Citations, LawDaysProvider } from './citation.tsx'
import { capital, conditionNodes } from './explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi, type Messages } from './messages.vi.ts'
import { useWords } from './use-words.ts'

/** What follows from the facts of a month beside its money: a health card, rights in a facility, proof for a school, a funeral. */
export function OtherRights({ others, sources }: Pick<ExplanationView, 'others' | 'sources'>) {
  const t = useMessages({ vi, en })
  const { month, death } = others
  if (!month && !death) return null
  return (
    <Panel title={t.why.others.title}>
      <div className="stack">
        {death && (
          <>
            <ul className="lines">
              <li>{t.why.others.death(formatDay(death.on))}</li>
            </ul>
            {/* A death is judged by the law of its own day. */}
            <LawDaysProvider value={{ on: death.on }}>
              <RightsTree label={t.why.others.deathTree} rights={death} sources={sources} />
            </LawDaysProvider>
          </>
        )}
        {month && <RightsTree label={t.why.others.tree} rights={month} sources={sources} />}
      </div>
    </Panel>
  )
}

/** The rights of an event or a month: what is given and why, and what is refused, each with its article in the law book. */
export function RightsTree({
  label,
  rights,
  sources,
  isWhole = false,
}: {
  label: string
  rights: SupportRights
  sources: readonly FactSource[]
  /** Shows at once what is refused, too. */
  isWhole?: boolean
}) {
  const t = useMessages({ vi, en })
  const words = useWords()
  const support = useLanguage() === 'en' ? supportWordsEn : supportWordsVi
  const telling = { words, t, sources }
  const given = rights.rights.filter(({ outcome }) => outcome === 'granted' || outcome === 'recorded')
  const others = rights.rights.filter((right) => !given.includes(right))
  const givenNode = (right: SupportExplanation): ReasonNode => ({
    id: right.rule,
    kind: 'yes',
    reason: <b>{words.label(right.label)}</b>,
    stop: (
      <>
        {right.award && (
          <>
            {capital(support.award(right.award, right.isFloor))}
            <br />
          </>
        )}
        {capital(support.terms(right))}
      </>
    ),
    law: <Citations of={[right.cite]} rule={right.rule} />,
    children: conditionNodes(right.rule, right.condition, telling),
  })
  const refusedNode = (alike: readonly SupportExplanation[]): ReasonNode[] => {
    const [one] = alike
    if (!one) return []
    const lacking = support.lacking(one)
    return [
      {
        id: one.rule,
        kind: one.outcome === 'refused' ? 'no' : 'plain',
        reason: alike.length > 1 ? support.several(one.family, alike.length) : words.label(one.label),
        stop: capital(support.refusal(one) ?? ''),
        law: <Citations of={[one.choice && one.award ? one.choice.cite : one.cite]} rule={one.rule} />,
        children: [
          ...(lacking ? [{ id: `${one.rule} lacking`, kind: 'plain' as const, reason: lacking }] : []),
          ...(alike.length > 1
            ? alike.map((each): ReasonNode => ({
                id: `each ${each.rule}`,
                kind: 'no',
                reason: words.label(each.label),
                law: <Citations of={[each.cite]} rule={each.rule} />,
              }))
            : conditionNodes(one.rule, one.condition, telling)),
        ],
      },
    ]
  }
  return (
    <>
      <ExplanationTree
        label={label}
        nodes={headings(
          t,
          given.map(givenNode),
          support.refusedTogether(others).flatMap(refusedNode),
          isWhole,
        )}
      />
      {rights.conventions.length > 0 && (
        <ul className="lines">
          {rights.conventions.map((id) => (
            <li key={id}>
              <Chip kind="unsure">{t.why.toConfirm}</Chip> {words.convention(id)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What is there is open to read; what is not is one row until somebody asks. */
function headings(t: Messages, given: ReasonNode[], refused: ReasonNode[], isWhole: boolean): ReasonNode[] {
  return [
    given.length > 0
      ? { id: 'rights given', kind: 'head', reason: t.why.granted, children: given, isOpen: true }
      : { id: 'rights given', kind: 'plain', reason: t.why.others.none },
    {
      id: 'rights refused',
      kind: 'plain',
      reason: (
        <>
          {t.why.notGranted} <span className="count">{refused.length}</span>
        </>
      ),
      children: refused,
      isOpen: isWhole,
    },
  ]
}
