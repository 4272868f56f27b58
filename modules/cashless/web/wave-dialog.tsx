import { useSuspenseQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import type { Month } from '#kernel/civil-date'
import { apiQuery, useCommand, useRequestId } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Dialog } from '#ui/overlay'
import { MonthField } from '#ui/parsed-field'
import { Skeleton } from '#ui/states'
import { TextArea, TextField } from '#ui/text-field'
import { changeWave, listFreeCommunes, planWave, WavePlan, type WaveView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type TargetDraft = { readonly key: number; readonly month: Month | null; readonly share: string }

/** Plans a wave, or changes one with the reason. */
export function WaveDialog({ wave, onClose }: { wave?: WaveView; onClose: () => void }) {
  const t = useMessages({ vi, en }).plan.form
  return (
    <Dialog isOpen isWide onClose={onClose} title={wave ? t.change(wave.name) : t.add}>
      <Suspense fallback={<Skeleton lines={8} />}>
        <WaveForm wave={wave} onClose={onClose} />
      </Suspense>
    </Dialog>
  )
}

function WaveForm({ wave, onClose }: { wave: WaveView | undefined; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const words = t.plan.form
  const [name, setName] = useState(wave?.name ?? '')
  const [isPilot, setPilot] = useState(wave?.isPilot ?? false)
  const [firstMonth, setFirst] = useState<Month | null>(wave?.firstMonth ?? null)
  const [lastMonth, setLast] = useState<Month | null>(wave?.lastMonth ?? null)
  const [targets, setTargets] = useState<readonly TargetDraft[]>(
    wave
      ? wave.targets.map(({ month, share }, key) => ({ key, month, share: String(share) }))
      : [{ key: 0, month: null, share: '' }],
  )
  const [areaIds, setAreas] = useState<ReadonlySet<number>>(new Set(wave?.communes.map(({ id }) => id)))
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string>()
  const [requestId] = useRequestId()
  const plan = useCommand(planWave)
  const change = useCommand(changeWave)
  const save = () => {
    const parsed = WavePlan.safeParse({
      name,
      isPilot,
      firstMonth,
      lastMonth,
      areaIds: [...areaIds],
      targets: targets.map(({ month, share }) => ({ month: month ?? firstMonth, share: Number(share) })),
    })
    if (!parsed.success) return setFault(words.missing)
    if (wave && reason.trim() === '') return setFault(words.missingReason)
    setFault(undefined)
    if (wave)
      return change.mutate(
        { id: wave.id, version: wave.version, reason, ...parsed.data },
        { onSuccess: onClose },
      )
    return plan.mutate({ ...parsed.data, requestId }, { onSuccess: onClose })
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField label={words.name} autoComplete="off" value={name} onChange={setName} />
      <Checkbox isSelected={isPilot} onChange={setPilot}>
        {words.pilot}
      </Checkbox>
      <MonthField label={words.first} value={firstMonth} onChange={setFirst} />
      <MonthField label={words.last} hint={words.lastHint} value={lastMonth} onChange={setLast} />
      <Targets targets={targets} setTargets={setTargets} />
      <Communes own={wave?.name} chosen={areaIds} choose={setAreas} />
      {wave && <TextArea label={words.reason} value={reason} onChange={setReason} />}
      {fault && <Notice kind="err" isLive title={fault} />}
      <ProblemNotice error={plan.error ?? change.error} words={t.problems} />
      <div className="btns">
        <Button type="submit" emphasis="primary" isPending={plan.isPending || change.isPending}>
          {words.save}
        </Button>
        <Button onPress={onClose}>{words.otherwise}</Button>
      </div>
    </form>
  )
}

function Targets({
  targets,
  setTargets,
}: {
  targets: readonly TargetDraft[]
  setTargets: (targets: readonly TargetDraft[]) => void
}) {
  const t = useMessages({ vi, en }).plan.form
  const put = (key: number, differing: Partial<TargetDraft>) =>
    setTargets(targets.map((one) => (one.key === key ? { ...one, ...differing } : one)))
  return (
    <fieldset className="field">
      <legend>{t.targets}</legend>
      {targets.map(({ key, month, share }, place) => (
        <div key={key} className="wave-target">
          <MonthField
            label={t.target(place + 1)}
            value={month}
            onChange={(value) => put(key, { month: value })}
          />
          <TextField
            label={t.share(place + 1)}
            inputMode="numeric"
            autoComplete="off"
            affix="%"
            value={share}
            onChange={(value) => put(key, { share: value })}
          />
          {targets.length > 1 && (
            <Button
              aria-label={t.less(place + 1)}
              onPress={() => setTargets(targets.filter((one) => one.key !== key))}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <div className="btns">
        <Button
          onPress={() =>
            setTargets([
              ...targets,
              { key: Math.max(...targets.map(({ key }) => key)) + 1, month: null, share: '' },
            ])
          }
        >
          {t.more}
        </Button>
      </div>
    </fieldset>
  )
}

/** Every commune with how many are paid there, and the wave that holds it already. */
function Communes({
  own,
  chosen,
  choose,
}: {
  own: string | undefined
  chosen: ReadonlySet<number>
  choose: (ids: ReadonlySet<number>) => void
}) {
  const t = useMessages({ vi, en }).plan.form
  const { data: communes } = useSuspenseQuery(apiQuery(listFreeCommunes, {}))
  const [sought, seek] = useState('')
  const shown = communes.filter(
    ({ id, name }) =>
      chosen.has(id) || name.toLocaleLowerCase('vi-VN').includes(sought.trim().toLocaleLowerCase('vi-VN')),
  )
  const payees = communes.reduce((sum, one) => (chosen.has(one.id) ? sum + one.payees : sum), 0)
  return (
    <fieldset className="field">
      <legend>{t.communes}</legend>
      <TextField label={t.search} type="search" autoComplete="off" value={sought} onChange={seek} />
      <div className="wave-communes">
        {shown.map(({ id, name, wave, payees }) => (
          <Checkbox
            key={id}
            isSelected={chosen.has(id)}
            onChange={(is) =>
              choose(is ? new Set([...chosen, id]) : new Set([...chosen].filter((one) => one !== id)))
            }
          >
            {t.commune(name, payees, wave === own ? null : wave)}
          </Checkbox>
        ))}
      </div>
      <p className="hint" aria-live="polite">
        {t.chosen(chosen.size, payees)}
      </p>
    </fieldset>
  )
}
