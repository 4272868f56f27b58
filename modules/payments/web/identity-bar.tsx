import { TextLink } from '#ui/button'
import { formatMoney, formatMonth } from '#ui/format'
import { Icon } from '#ui/icon'
import { useMessages } from '#ui/language'
import type { EnvelopeView, IdentityFigure } from '../contract.ts'
import { ledgerHref } from './ledger-search.ts'
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
  const { provider, month } = envelope
  const part = (label: string, amount: number, figure: IdentityFigure) => (
    <span className="identity-part">
      {label}{' '}
      <b>
        <TextLink href={ledgerHref({ providerId: provider.id, month, figure })}>
          {formatMoney(amount)}
        </TextLink>
      </b>
    </span>
  )
  return (
    <section
      className="identity"
      data-balanced={isBalanced}
      aria-label={t.identity.label(envelope.provider.name, formatMonth(envelope.month))}
    >
      <p>
        {part(t.identity.transferred, transferred, 'transferred')} +{' '}
        {part(t.identity.carriedIn, carriedIn, 'carried_in')} = {part(t.identity.paid, paid, 'paid')} +{' '}
        {part(t.identity.carriedOut, carriedOut, 'carried_out')} +{' '}
        {part(t.identity.returned, returned, 'returned')}{' '}
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
