import { Chip } from '#ui/chip'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { Facts } from '#ui/page'
import type { Known, ReasonView } from '../contract.ts'
import { knownWords as en } from './known-words.en.ts'
import { knownWords as vi, type KnownWords } from './known-words.vi.ts'
import { useFieldWords } from './use-field-words.ts'
import './review.css'

/** What is about to change or stale, in sight before anything is confirmed. */
export function Reasons({ reasons }: { reasons: readonly ReasonView[] }) {
  const words = useFieldWords()
  const t = useMessages({ vi, en })
  if (reasons.length === 0) return <p className="quiet">{t.noReasons}</p>
  return (
    <ul className="review-reasons" aria-label={t.reasons}>
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>
          <Chip kind={reason.kind === 'prospect' || reason.kind === 'dead' ? 'warn' : 'info'}>
            {words.sayReason(reason)}
          </Chip>
        </li>
      ))}
    </ul>
  )
}

/** What the register knows of somebody: what a reviewer reads out and asks about. */
export function KnownFacts({ known }: { known: Known }) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const { benefits, household, facts, hasNumber, isVerified, phone, way, confirmedOn } = known
  const lines: (readonly [string, string])[] = [
    [t.benefits, benefits.map((benefit) => words.benefits[benefit] ?? benefit).join('; ') || t.none],
    [t.household, household ? sayHousehold(t, household) : t.noHousehold],
    ...facts.map((fact) => {
      const paper = fact.paper ? t.paper(fact.paper) : t.noPaper
      return [
        words.sayFact(fact),
        [t.recorded(formatDay(fact.recordedOn)), paper, fact.until && words.until(formatDay(fact.until))]
          .filter(Boolean)
          .join(' · '),
      ] as const
    }),
    [t.number, hasNumber ? (isVerified ? t.numberVerified : t.numberUnverified) : t.noNumber],
    [t.phone, phone ?? t.none],
    [t.way, way ? words.sayWay(way) : t.cashOnly],
    [t.confirmed, confirmedOn ? formatDay(confirmedOn) : t.neverConfirmed],
  ]
  return <Facts facts={lines} />
}

function sayHousehold(t: KnownWords, { code, members }: NonNullable<Known['household']>): string {
  const named = members.map(({ name, relation, isHead }) => `${name} (${isHead ? t.head : relation})`)
  return [named.join(', '), t.code(code)].join(' · ')
}
