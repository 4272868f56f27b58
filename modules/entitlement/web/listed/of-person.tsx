import { TextLink } from '#ui/button'
import { formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import type { WaitingAwardView } from '../../contract.ts'
import { messages as entitlementEn } from '../messages.en.ts'
import { messages as entitlementVi } from '../messages.vi.ts'
import { listHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What imported lists say a person receives, and nobody has confirmed yet. */
export function WaitingAwards({ waiting }: { waiting: readonly WaitingAwardView[] }) {
  const t = useMessages({ vi, en })
  const { benefits } = useMessages({ vi: entitlementVi, en: entitlementEn })
  return waiting.map((one) => (
    <Notice key={`${one.importId} ${one.benefit}`} kind="warn" title={`${benefits[one.benefit]}.`}>
      <p>
        {t.ofPerson.waits(formatMonth(one.from), one.decisionNumber, formatDay(one.signedOn))}{' '}
        <TextLink href={listHref(one)}>{t.ofPerson.see}</TextLink>
      </p>
    </Notice>
  ))
}
