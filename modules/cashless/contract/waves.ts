import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { Target } from '../domain/wave.ts'

export const WaveId = id<'WaveId'>()
export type WaveId = z.infer<typeof WaveId>

export const AreaRef = z.object({ id: z.int(), name: z.string() })
export type AreaRef = z.infer<typeof AreaRef>

/** What somebody plans. */
export const WavePlan = z.object({
  name: z.string().trim().normalize('NFC').min(1).max(120),
  isPilot: z.boolean(),
  firstMonth: Month,
  /** Null where it goes on. */
  lastMonth: Month.nullable(),
  areaIds: z.array(z.int()).min(1).max(400),
  targets: z.array(Target).min(1).max(60),
})
export type WavePlan = z.infer<typeof WavePlan>

export const WaveView = z.object({
  id: WaveId,
  name: z.string(),
  isPilot: z.boolean(),
  firstMonth: Month,
  lastMonth: Month.nullable(),
  isCancelled: z.boolean(),
  version: z.int(),
  /** Those within the units of whoever asks. */
  communes: z.array(AreaRef),
  targets: z.array(Target),
  /** How its payees are paid now; as far as whoever asks may see them. */
  payees: z.int(),
  cashless: z.int(),
  /** Of a hundred, this month; null before the first. */
  target: z.int().nullable(),
  /** Who planned, changed or cancelled it, the newest first. */
  changes: z.array(
    z.object({
      what: z.enum(['planned', 'changed', 'cancelled']),
      at: Instant,
      by: z.string(),
      reason: z.string().nullable(),
      plan: WavePlan.extend({ communes: z.array(z.string()) }),
    }),
  ),
  mayChange: z.boolean(),
})
export type WaveView = z.infer<typeof WaveView>

const reason = z.string().trim().normalize('NFC').min(1).max(500)
const inWave = z.object({ id: WaveId })

export const listWaves = endpoint({
  method: 'GET',
  path: '/cashless/waves',
  summary: 'The plan of the roll-out: waves of communes with their targets and every change',
  permission: 'cashless.read',
  input: z.object({}),
  output: z.array(WaveView),
})

export const listFreeCommunes = endpoint({
  method: 'GET',
  path: '/cashless/communes',
  summary: 'The communes a wave can hold, and which wave holds each already',
  permission: 'cashless.plan',
  input: z.object({}),
  output: z.array(AreaRef.extend({ wave: z.string().nullable(), payees: z.int() })),
})

export const planWave = endpoint({
  method: 'POST',
  path: '/cashless/waves',
  summary: 'Plan a wave of communes',
  permission: 'cashless.plan',
  audit: 'cashless.wave_planned',
  input: WavePlan.extend({ requestId: z.uuid() }),
  output: z.object({ id: WaveId }),
  problems: problems.of(
    'area_not_yours',
    'commune_in_another_wave',
    'wave_before_pilot',
    'wave_too_early',
    'wave_months_reversed',
    'targets_not_rising',
  ),
})

export const changeWave = endpoint({
  method: 'PUT',
  path: '/cashless/waves/{id}',
  summary: 'Change a wave, with the reason; what it was before is kept',
  permission: 'cashless.plan',
  audit: 'cashless.wave_changed',
  input: WavePlan.extend({ id: WaveId, version: z.int(), reason }),
  output: z.object({ version: z.int() }),
  problems: problems.of(
    'wave_not_found',
    'wave_cancelled',
    'wave_changed_meanwhile',
    'area_not_yours',
    'commune_in_another_wave',
    'wave_before_pilot',
    'wave_too_early',
    'wave_months_reversed',
    'targets_not_rising',
  ),
})

export const cancelWave = endpoint({
  method: 'POST',
  path: '/cashless/waves/{id}/cancellation',
  summary: 'Give a wave up; its communes are free again and its history stays',
  permission: 'cashless.plan',
  audit: 'cashless.wave_cancelled',
  input: inWave.extend({ version: z.int(), reason }),
  output: z.void(),
  problems: problems.of('wave_not_found', 'wave_cancelled', 'wave_changed_meanwhile'),
})
