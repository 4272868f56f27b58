import { formatMoney, formatMonth } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { EnvelopeView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './payments.css'

/** «Đã chuyển + tồn đầu = đã chi + chuyển kỳ sau + hoàn trả ✓ cân», summed from the ledger. */
export function IdentityBar({
  envelope,
}: {
  envelope: Pick<EnvelopeView, 'identity' | 'provider' | 'month'>
}) {
  const t = useMessages({ vi, en })
  const { transferred, carriedIn, paid, carriedOut, returned } = envelope.identity
  const isBalanced = transferred + carriedIn === paid + carriedOut + returned
  const part = (label: string, amount: number) => (
    <span className="identity-part">
      {label} <b>{formatMoney(amount)}</b>
    </span>
  )
  return (
    <section
      className="identity"
      data-balanced={isBalanced}
      aria-label={t.identity.label(envelope.provider.name, formatMonth(envelope.month))}
    >
      <p>
        {part(t.identity.transferred, transferred)} + {part(t.identity.carriedIn, carriedIn)} ={' '}
        {part(t.identity.paid, paid)} + {part(t.identity.carriedOut, carriedOut)} +{' '}
        {part(t.identity.returned, returned)}{' '}
        <strong className="identity-verdict">
          <Icon name={isBalanced ? 'check' : 'warning'} />
          {isBalanced ? t.identity.balanced : t.identity.unbalanced}
        </strong>
      </p>
      <p className="quiet">
        {t.identity.label(envelope.provider.name, formatMonth(envelope.month))}. {t.identity.more}
      </p>
    </section>
  )
}
