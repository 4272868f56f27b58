import { addMonths } from '#kernel/civil-date'
import { TextLink } from '#ui/button'
import { useDaysKept, usePastView } from '#platform/web/past-view'
import { useCan } from '#platform/web/session'
import { formatDay, formatMonth } from '#ui/format'
import { useMessages } from '#ui/language'
import { Panel } from '#ui/page'
import type { AwardView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The decisions that give a person something: those open, then those closed with the reason. */
export function Awards({ awards, personId }: { awards: readonly AwardView[]; personId: string }) {
  const t = useMessages({ vi, en })
  const open = awards.filter(({ through }) => through === null)
  const closed = awards.filter(({ through }) => through !== null)
  if (awards.length === 0)
    return (
      <Panel title={t.entitlements.awardsTitle}>
        <p className="empty">{t.entitlements.awardsNone}</p>
      </Panel>
    )
  return (
    <>
      {[
        { title: t.entitlements.awardsTitle, list: open },
        { title: t.entitlements.awardsPastTitle, list: closed },
      ].map(
        ({ title, list }) =>
          list.length > 0 && (
            <Panel key={title} title={title}>
              <ul className="lines">
                {list.map((award) => (
                  <li key={award.id}>
                    <Award award={award} personId={personId} />
                  </li>
                ))}
              </ul>
            </Panel>
          ),
      )}
    </>
  )
}

/** What lists of before have paid of an award one of them brought; where that is wrong, it is asked to be put right. */
function PaidBefore({ award, personId }: { award: AwardView; personId: string }) {
  const t = useMessages({ vi, en }).entitlements
  const can = useCan()
  const { isPast } = usePastView()
  const { benefit, from, paidFrom, openedBy } = award
  const isListed = openedBy.source === 'import'
  if (!isListed && !paidFrom) return null
  return (
    <>
      <br />
      {paidFrom ? t.paidBefore(formatMonth(addMonths(paidFrom, -1)), formatMonth(paidFrom)) : t.paidNothing}
      {isListed && can('changes.record') && !isPast && (
        <>
          {' '}
          <TextLink
            href={`/nghiep-vu/bien-dong/moi?nguoi=${personId}&loai=paid_months&huong=${benefit}.${from}`}
          >
            {t.correctPaid}
          </TextLink>
        </>
      )}
    </>
  )
}

function Award({ award, personId }: { award: AwardView; personId: string }) {
  const t = useMessages({ vi, en })
  const keepDays = useDaysKept()
  const { payee, openedBy, closedBy, closeReason } = award
  return (
    <>
      <b>{t.benefits[award.benefit]}</b>
      <br />
      {formatMonth(award.from)} – {award.through ? formatMonth(award.through) : t.now}
      <PaidBefore award={award} personId={personId} />
      {award.lapsedIn && (
        <>
          <br />
          <strong>{t.entitlements.lapsed(formatMonth(award.lapsedIn))}</strong>
        </>
      )}
      {award.suspension && !award.lapsedIn && (
        <>
          <br />
          <strong>
            {t.entitlements.suspended(
              formatMonth(award.suspension.from),
              award.suspension.ground ? t.entitlements.suspensionGrounds[award.suspension.ground] : undefined,
            )}
          </strong>
        </>
      )}
      {closeReason && ` (${t.entitlements.closeReasons[closeReason] ?? closeReason})`}
      <br />
      <span className="quiet">
        {t.entitlements.opened}: {t.entitlements.decision(openedBy.number, formatDay(openedBy.signedOn))},{' '}
        {openedBy.signerTitle}
      </span>
      {award.suspension && (
        <>
          <br />
          <span className="quiet">
            {t.entitlements.suspendedBy}:{' '}
            {t.entitlements.decision(award.suspension.by.number, formatDay(award.suspension.by.signedOn))}
          </span>
        </>
      )}
      {closedBy && (
        <>
          <br />
          <span className="quiet">
            {t.entitlements.closed}: {t.entitlements.decision(closedBy.number, formatDay(closedBy.signedOn))}
            {closedBy.citations && closedBy.reason && `. ${closedBy.reason}`}
          </span>
        </>
      )}
      <br />
      <span className="quiet">
        {t.entitlements.payee}:{' '}
        {payee.id === personId ? (
          t.entitlements.self
        ) : payee.fullName === null ? (
          t.entitlements.payeeHidden
        ) : (
          <TextLink href={keepDays(`/nghiep-vu/nguoi/${payee.id}`)}>{payee.fullName}</TextLink>
        )}
      </span>
    </>
  )
}
