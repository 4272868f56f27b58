import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery, useCommand, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, formatMoney, formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead } from '#ui/page'
import { downloadRecoveryLetter, getRecovery, holdRecovery, type RecoveryView } from '../contract.ts'
import { recoveriesHref } from './hrefs.ts'
import { ledgerHref } from './ledger-search.ts'
import { messages as allEn } from './messages.en.ts'
import { messages as allVi } from './messages.vi.ts'
import { RecoveryChip } from './recoveries-page.tsx'
import { DecisionHistory, WaitingDecision } from './recovery-decisions.tsx'
import { GiveUpDialog, HoldDialog, PlanDialog, RepayDialog } from './recovery-dialogs.tsx'
import { recoveryWords as en } from './recovery-words.en.ts'
import { recoveryWords as vi } from './recovery-words.vi.ts'
import { useAsking } from './use-asking.ts'
import './payments.css'

/** One recovery: why, how much, how it comes back, and the account of the person month by month. */
export function RecoveryPage({ id }: { id: string }) {
  const t = useMessages({ vi, en })
  const { payments } = useMessages({ vi: allVi, en: allEn })
  const language = useLanguage()
  const { data: recovery } = useSuspenseQuery(apiQuery(getRecovery, { id }))
  return (
    <>
      <PageHead
        crumbs={[
          { label: payments },
          { label: t.title, href: recoveriesHref() },
          { label: recovery.person.name },
        ]}
        title={`${t.title} · ${recovery.person.name}`}
      >
        <p className="filter-line">
          {recovery.area.name} · {t.causes[recovery.cause]}
        </p>
      </PageHead>
      <Deeds recovery={recovery} share={recovery.offsetShare} />
      <WaitingDecision decisions={recovery.decisions} />
      {recovery.heldBecause && <Notice kind="warn" title={t.held(recovery.heldBecause)} />}
      <div className="envelope-top">
        <section className="stack" aria-labelledby="den-dau">
          <h2 id="den-dau">{t.progress}</h2>
          <Facts
            facts={[
              [t.wholeAmount, formatMoney(recovery.amount)],
              [
                t.decision,
                recovery.decision ? `${recovery.decision} · ${recovery.decidedBy ?? ''}` : t.notDecided,
              ],
              ...(recovery.plan
                ? [
                    [
                      t.plan,
                      <span key="plan">
                        {t.plans[recovery.plan]}{' '}
                        {recovery.plan === 'offset' && (
                          <Chip kind="unsure" icon="help">
                            {t.unsure}
                          </Chip>
                        )}
                        {recovery.plan === 'offset' && (
                          <>
                            <br />
                            <span className="quiet">{t.planHints.offset(recovery.offsetShare)}</span>
                          </>
                        )}
                      </span>,
                    ] as const,
                  ]
                : []),
              ...(recovery.instalment ? [[t.instalment, formatMoney(recovery.instalment)] as const] : []),
              [t.repaid, formatMoney(recovery.repaid)],
              [t.setOff, formatMoney(recovery.setOff)],
              ...(recovery.writtenOff > 0 ? [[t.writtenOff, formatMoney(recovery.writtenOff)] as const] : []),
              [t.stillOpen, <b key="open">{formatMoney(recovery.open)}</b>],
            ]}
          />
          <div className="btns no-print">
            <LinkButton icon="list" href={ledgerHref({ recoveryId: id })}>
              {t.entries}
            </LinkButton>
            <LinkButton icon="list" href={ledgerHref({ personId: recovery.person.id })}>
              {t.entriesOfPerson}
            </LinkButton>
          </div>
        </section>
        <section className="stack" aria-labelledby="thang-chi-vuot">
          <h2 id="thang-chi-vuot">{t.months}</h2>
          <DataTable
            caption={t.monthsCaption}
            isCaptionHidden
            rows={recovery.months}
            rowKey={({ component, benefitMonth, amount }) => `${component} ${benefitMonth} ${amount}`}
            empty={t.none}
            columns={[
              { header: t.month, cell: ({ benefitMonth }) => formatMonth(benefitMonth), isName: true },
              { header: t.amount, cell: ({ amount }) => formatCount(amount), align: 'end' },
            ]}
          />
        </section>
      </div>
      <section className="stack" aria-labelledby="lich-su-quyet-dinh">
        <h2 id="lich-su-quyet-dinh">{t.history}</h2>
        <DecisionHistory decisions={recovery.decisions} />
      </section>
      <section className="stack" aria-labelledby="so-chi-tiet">
        <h2 id="so-chi-tiet">{t.account}</h2>
        <DataTable
          caption={t.accountCaption}
          isCaptionHidden
          rows={recovery.account}
          rowKey={({ month, once }) => `${month} ${once?.id ?? ''}`}
          empty={t.noAccount}
          columns={[
            {
              header: t.month,
              cell: ({ month, once }) => (
                <span>
                  {formatMonth(month)}
                  {once && (
                    <span className="quiet under-name">
                      {t.once(once.right?.[language] ?? t.givenOnce, once.isOwn ? null : once.payee)}
                    </span>
                  )}
                </span>
              ),
              isName: true,
            },
            { header: t.due, cell: ({ due }) => formatCount(due), align: 'end' },
            { header: t.paid, cell: ({ paid }) => formatCount(paid), align: 'end' },
            { header: t.withheld, cell: ({ setOff }) => formatCount(setOff), align: 'end' },
            { header: t.waiting, cell: ({ waiting }) => formatCount(waiting), align: 'end' },
          ]}
        />
      </section>
    </>
  )
}

type Asked = 'plan' | 'repay' | 'hold' | 'give_up'

/** What whoever looks may do with it now. */
function Deeds({ recovery, share }: { recovery: RecoveryView; share: number }) {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { asking, ask, close, said, done } = useAsking<Asked>()
  const letter = useDownload(downloadRecoveryLetter)
  const hold = useCommand(holdRecovery)
  const { id, state, plan, heldBecause } = recovery
  if (state !== 'proposed' && state !== 'planned')
    return (
      <div className="btns">
        <RecoveryChip state={state} />
      </div>
    )
  const mayApprove = can('payments.approve')
  // One decision about it waits at a time.
  const mayAsk = can('payments.check') && !recovery.isAsked
  const dialog = { recovery, onClose: close, onDone: done }
  return (
    <>
      <div className="btns">
        <RecoveryChip state={state} />
        {mayAsk && (
          <Button
            icon="signature"
            {...(state === 'proposed' && { emphasis: 'primary' as const })}
            onPress={() => ask('plan')}
          >
            {state === 'proposed' ? t.decide : t.decideAgain}
          </Button>
        )}
        {mayApprove && (
          <Button icon="download" isPending={letter.isPending} onPress={() => letter.mutate({ id })}>
            {t.letter}
          </Button>
        )}
        {state === 'planned' && can('payments.reconcile') && (
          <Button icon="banknote" onPress={() => ask('repay')}>
            {t.repay}
          </Button>
        )}
        {state === 'planned' && plan === 'offset' && mayApprove && (
          <Button
            icon={heldBecause ? 'turn' : 'pause'}
            isPending={hold.isPending}
            onPress={() => (heldBecause ? hold.mutate({ id, because: null }) : ask('hold'))}
          >
            {heldBecause ? t.goOn : t.hold}
          </Button>
        )}
        {mayAsk && (
          <Button icon="cross" onPress={() => ask('give_up')}>
            {t.giveUp[state]}
          </Button>
        )}
      </div>
      <ProblemNotice error={letter.error ?? hold.error} words={t.problems} />
      {said && <Notice kind="ok" isLive title={said} />}
      {asking === 'plan' && <PlanDialog {...dialog} share={share} />}
      {asking === 'repay' && <RepayDialog {...dialog} />}
      {asking === 'hold' && <HoldDialog {...dialog} />}
      {asking === 'give_up' && <GiveUpDialog {...dialog} state={state} />}
    </>
  )
}
