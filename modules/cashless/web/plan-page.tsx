import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { monthOf, todayInVietnam } from '#kernel/civil-date'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, LinkButton } from '#ui/button'
import { Chip } from '#ui/chip'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { ConfirmDialog } from '#ui/overlay'
import { Facts } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TextArea } from '#ui/text-field'
import { cancelWave, listWaves, type WaveView } from '../contract.ts'
import { Head } from './head.tsx'
import { effectHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { WaveDialog } from './wave-dialog.tsx'

type Doing = { readonly what: 'add' } | { readonly what: 'change' | 'cancel'; readonly wave: WaveView }

/** The waves of the roll-out, pilots first, with what each aims at and everything that was changed. */
export function PlanPage() {
  const t = useMessages({ vi, en })
  const can = useCan()
  const { data: waves } = useSuspenseQuery(apiQuery(listWaves, {}))
  const [doing, start] = useState<Doing>()
  const add = can('cashless.plan') && (
    <Button emphasis="primary" icon="plus" onPress={() => start({ what: 'add' })}>
      {t.plan.add}
    </Button>
  )
  const end = () => start(undefined)
  return (
    <>
      <Head part="plan" actions={add}>
        <p>{t.plan.lead}</p>
      </Head>
      {waves.length === 0 ? (
        <EmptyState title={t.plan.none}>{t.plan.noneMore}</EmptyState>
      ) : (
        <div className="wave-list">
          {waves.map((wave) => (
            <Wave
              key={wave.id}
              wave={wave}
              onChange={() => start({ what: 'change', wave })}
              onCancel={() => start({ what: 'cancel', wave })}
            />
          ))}
        </div>
      )}
      {doing?.what === 'add' && <WaveDialog onClose={end} />}
      {doing?.what === 'change' && <WaveDialog wave={doing.wave} onClose={end} />}
      {doing?.what === 'cancel' && <CancelDialog wave={doing.wave} onClose={end} />}
    </>
  )
}

function stateOf({ isCancelled, firstMonth, lastMonth }: WaveView) {
  const now = monthOf(todayInVietnam())
  if (isCancelled) return 'cancelled'
  if (firstMonth > now) return 'planned'
  return lastMonth !== null && lastMonth < now ? 'over' : 'running'
}
const kinds = { cancelled: 'err', planned: 'neutral', running: 'info', over: 'ok' } as const

function Wave({ wave, onChange, onCancel }: { wave: WaveView; onChange: () => void; onCancel: () => void }) {
  const t = useMessages({ vi, en }).plan
  const state = stateOf(wave)
  return (
    <article className="panel" aria-label={wave.name}>
      <div className="btns">
        <h2>{wave.name}</h2>
        {wave.isPilot && <Chip kind="info">{t.pilot}</Chip>}
        <Chip kind={kinds[state]}>{t[state]}</Chip>
        <span className="quiet">{t.from(wave.firstMonth, wave.lastMonth)}</span>
      </div>
      {wave.communes.length > 0 && (
        <p>
          <b>{t.communes(wave.communes.length)}</b>{' '}
          <span className="quiet">{wave.communes.map(({ name }) => name).join(', ')}</span>
        </p>
      )}
      <Facts
        facts={[
          [t.targets, wave.targets.map(({ month, share }) => t.target(month, share)).join('; ')],
          ...(wave.isCancelled
            ? []
            : ([[t.now, t.nowShare(wave.cashless, wave.payees, wave.target)]] as const)),
        ]}
      />
      <div className="btns no-print">
        {!wave.isCancelled && <LinkButton href={effectHref(wave.id)}>{t.effect}</LinkButton>}
        {wave.mayChange && (
          <>
            <Button icon="pencil" onPress={onChange} aria-label={`${t.change}: ${wave.name}`}>
              {t.change}
            </Button>
            <Button onPress={onCancel} aria-label={`${t.cancel}: ${wave.name}`}>
              {t.cancel}
            </Button>
          </>
        )}
      </div>
      <History wave={wave} />
    </article>
  )
}

function History({ wave }: { wave: WaveView }) {
  const t = useMessages({ vi, en }).plan
  return (
    <details>
      <summary>{t.history(wave.changes.length)}</summary>
      <ol className="lines">
        {wave.changes.map(({ what, at, by, reason, plan }) => (
          <li key={at}>
            <b>{t.whats[what]}</b> {by} <span className="quiet">{formatInstant(at)}</span>
            {reason && <p>{t.reasonIs(reason)}</p>}
            <p className="quiet">
              {plan.name} · {t.from(plan.firstMonth, plan.lastMonth)} ·{' '}
              {plan.targets.map(({ month, share }) => t.target(month, share)).join('; ')} ·{' '}
              {plan.communes.join(', ')}
            </p>
          </li>
        ))}
      </ol>
    </details>
  )
}

function CancelDialog({ wave: { id, name, version }, onClose }: { wave: WaveView; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [reason, setReason] = useState('')
  const cancel = useCommand(cancelWave)
  return (
    <ConfirmDialog
      isOpen
      kind="danger"
      onClose={onClose}
      title={t.plan.cancelTitle(name)}
      verb={t.plan.cancelVerb}
      otherwise={t.plan.cancelOtherwise}
      isBlocked={reason.trim() === ''}
      isPending={cancel.isPending}
      onConfirm={() => cancel.mutate({ id, version, reason }, { onSuccess: onClose })}
    >
      <p>{t.plan.cancelText}</p>
      <TextArea label={t.plan.cancelReason} value={reason} onChange={setReason} />
      <ProblemNotice error={cancel.error} words={t.problems} />
    </ConfirmDialog>
  )
}
