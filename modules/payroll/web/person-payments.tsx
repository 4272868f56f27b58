import { useSuspenseQuery } from '@tanstack/react-query'
import type { Tenths } from '#kernel/dong'
import { nameOfRule } from '#modules/entitlement/contract'
import { apiQuery } from '#platform/web/api'
import { TextLink } from '#ui/button'
import { DataTable } from '#ui/data-table'
import { formatCoefficient, formatCount, formatDay, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { EmptyState } from '#ui/states'
import { paymentsOfPerson, type PersonPayments as PersonPaymentsView } from '../contract.ts'
import { whyHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { RunStateChip } from './run-state-chip.tsx'
import './payroll.css'

/** What each run gave a person, line by line, newest first. */
export function PersonPayments({ personId }: { personId: string }) {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(paymentsOfPerson, { personId }))
  const rows = data.months.flatMap((run) => run.lines.map((line) => ({ ...line, run })))
  return (
    <div className="person-payments">
      <DataTable
        caption={t.person.caption}
        isCaptionHidden
        rows={rows}
        rowKey={({ run, component, benefitMonth }) => `${run.month} ${component} ${benefitMonth}`}
        empty={<EmptyState title={t.person.empty}>{t.person.emptyMore}</EmptyState>}
        columns={[
          { header: t.person.run, cell: ({ run }) => formatMonth(run.month), isName: true },
          {
            header: t.person.what,
            cell: (line) => <What line={line} />,
          },
          {
            header: t.person.arithmetic,
            cell: (line) => <Arithmetic line={line} />,
          },
          { header: `${t.amount} (đ)`, cell: ({ amount }) => <b>{formatCount(amount)}</b>, align: 'end' },
          { header: t.list.payee, cell: ({ payee }) => payee.name },
          { header: t.state, cell: ({ run }) => <RunStateChip state={run.state} /> },
          {
            header: t.person.why,
            cell: ({ benefitMonth }) => (
              <TextLink
                href={whyHref(personId, benefitMonth)}
                aria-label={t.person.whyOf(formatMonth(benefitMonth))}
              >
                {t.person.why}
              </TextLink>
            ),
          },
        ]}
      />
    </div>
  )
}

type Line = PersonPaymentsView['months'][number]['lines'][number]

/** What the money is for: the group, the earlier month where it is one, and the decision it is drawn by. */
function What({ line: { rule, kind, benefitMonth, decision } }: { line: Line }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  return (
    <span className="what-for">
      {rule === null ? t.hiddenRule : nameOfRule(rule, language)}
      <span className="quiet">
        {[
          kind === 'arrears' && `${t.kinds.arrears} ${formatMonth(benefitMonth)}`,
          decision && t.person.decision(decision.number, formatDay(decision.signedOn)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  )
}

/** How an amount came about; of arrears what the month should have been, what was paid of it when, and what was missing. */
function Arithmetic({ line }: { line: Line }) {
  const t = useMessages({ vi, en })
  const language = useLanguage()
  const { coefficient, units, standard, amount, arrears } = line
  // The contract says tenths.
  const product = t.person.arithmeticOf(
    formatCoefficient(coefficient as Tenths),
    units,
    formatCount(standard),
  )
  if (!arrears) return product
  const { due, paidBefore, paid, law } = arrears
  const elsewhere = paidBefore - paid.reduce((sum, part) => sum + part.amount, 0)
  return (
    <span className="arithmetic">
      <span>{t.person.due(product, formatCount(due))}</span>
      <span>
        {paidBefore === 0
          ? t.person.nothingPaid
          : t.person.paid(formatCount(paidBefore), [
              ...paid.map((part) => t.person.paidIn(formatMonth(part.month), formatCount(part.amount))),
              ...(elsewhere > 0 ? [t.person.paidElsewhere(formatCount(elsewhere))] : []),
            ])}
      </span>
      <span>{t.person.missing(formatCount(due), formatCount(paidBefore), formatCount(amount))}</span>
      {law && <span className="quiet">{t.person.by(law[language])}</span>}
    </span>
  )
}
