import type { Tenths } from '#kernel/dong'
import { nameOfRule } from '#modules/entitlement/contract'
import { formatCoefficient, formatCount, formatMonth, Money } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, Law } from '#ui/page'
import type { ProposalView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

type Terms = ProposalView['terms']

/** The lines an amount is made of, with the arithmetic, and what had to give way. */
export function Lines({ terms }: { terms: Pick<Terms, 'lines' | 'gaveWay'> }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const words = t.file.result
  return (
    <>
      <ul className="parts">
        {terms.lines.map(({ component, rule, coefficientTenths, units, standard, amount }) => (
          <li key={`${component} ${rule}`}>
            <span>
              {rule === null ? words.hidden : nameOfRule(rule, language)}
              <br />
              <span className="quiet nowrap">
                {words.arithmetic(
                  formatCoefficient(coefficientTenths as Tenths), // Named so in the contract.
                  units,
                  formatCount(standard),
                )}
              </span>
            </span>
            <Money value={amount} />
          </li>
        ))}
      </ul>
      {terms.gaveWay && (
        <p className="hint">
          {words.gaveWay(t.benefits[terms.gaveWay.benefit], t.benefits[terms.gaveWay.to])}
        </p>
      )}
    </>
  )
}

/** Kinds after which nothing is paid: what the law would give is beside the point. */
const ending: ReadonlySet<ProposalView['kind']> = new Set(['stop', 'suspend'])

/** Nor is anything paid on by the unit somebody leaves, or where goods are given. */
export const paysNothing = (kind: ProposalView['kind'], terms: Terms) =>
  ending.has(kind) || (kind === 'transfer' && terms.lastMonth !== null) || quantityOf(terms) !== null

/** How much is given where goods are and no money: «60 kg gạo». */
export const quantityOf = ({ once, given }: Pick<Terms, 'once' | 'given'>) =>
  once === null && given.length > 0 ? given.flatMap(({ quantity }) => quantity ?? []).join('; ') : null

/** Kinds that are about no money and no month: something is refused, or a paper says how somebody stands. */
export const isAboutNoMoney: ReadonlySet<ProposalView['kind']> = new Set(['refuse', 'certify'])

/** What a decision says, as names and values: the amount with its double rule, why, and from when. */
export function TermsFacts({
  kind,
  benefit,
  terms,
  deviation,
  payee,
}: {
  kind: ProposalView['kind']
  benefit: ProposalView['benefit']
  terms: Terms
  deviation?: string | null
  payee?: ProposalView['payee']
}) {
  const t = useMessages({ vi, en })
  const words = t.signing.terms
  const isMoneyless = isAboutNoMoney.has(kind)
  return (
    <div className="stack">
      <Facts
        facts={[
          [words.kind, <b key="kind">{t.kinds[kind]}</b>],
          ...(benefit ? [[words.benefit, t.benefits[benefit]] as const] : []),
          ...(payee ? [[words.payee, words.payeeAs(payee.fullName, payee.relation)] as const] : []),
          ...(isMoneyless ? [] : [[words.effective, formatMonth(terms.effective)] as const]),
          ...(terms.lastMonth ? [[words.lastMonth, formatMonth(terms.lastMonth)] as const] : []),
          ...(terms.before > 0 ? [[words.before, <Money key="before" value={terms.before} />] as const] : []),
          ...(terms.once === null ? [] : [[words.once, <Money key="once" value={terms.once} />] as const]),
          ...(isMoneyless || paysNothing(kind, terms) || terms.once !== null
            ? []
            : [
                [
                  words.monthly,
                  <b key="monthly" className="final">
                    <Money value={terms.monthly} />
                  </b>,
                ] as const,
              ]),
        ]}
      />
      {terms.once !== null && <p className="hint">{words.paidApart}</p>}
      {!isMoneyless && !paysNothing(kind, terms) && terms.lines.length > 0 && <Lines terms={terms} />}
      {terms.given.length > 0 && (
        <div>
          <p className="h-small">{t.detail.given}</p>
          <ul className="parts">
            {terms.given.map(({ rule, what, amount, quantity, isFloor }) => (
              <li key={`${rule} ${what}`}>
                <span>
                  {what}
                  {isFloor && <span className="quiet"> ({t.detail.floor})</span>}
                </span>
                {amount === null ? <span>{quantity}</span> : <Money value={amount} />}
              </li>
            ))}
          </ul>
        </div>
      )}
      {terms.reasons.length > 0 && (
        <div>
          <p className="h-small">{words.reasons}</p>
          <ul className="bullets">
            {terms.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      {terms.citations.length > 0 && (
        <div>
          <p className="h-small">{words.citations}</p>
          <ul className="bullets law-margin">
            {terms.citations.map((citation) => (
              <li key={citation}>
                <Law>{citation}</Law>
              </li>
            ))}
          </ul>
        </div>
      )}
      {deviation && (
        <Notice kind="warn" title={words.deviation}>
          <p>{deviation}</p>
        </Notice>
      )}
    </div>
  )
}
