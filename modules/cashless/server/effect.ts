import { addMonths, monthOf, type Month } from '#kernel/civil-date'
import { areaAt, areaIdsWithin } from '#modules/geography'
import { PaymentChannel } from '#modules/payments/contract'
import type { Ctx } from '#platform/server/context'
import type { Effect, WaveId } from '../contract.ts'
import { listResults, type Result } from '../db/results.ts'
import { listWaveRows, type WaveRow } from '../db/waves.ts'
import { differenceOf, measures, type Tally } from '../domain/effect.ts'
import { problems } from '../domain/problems.ts'
import { findCountedAt } from './refresh.ts'

/** At most so many months on each side of the start: longer ago other things were different too. */
const mostMonths = 6

type Group = 'wave' | 'others'
type Period = 'before' | 'after'

/** What changed in the communes of a wave after it began, beside those that had not begun by then. */
export async function getEffect(
  ctx: Ctx,
  { id, areaId }: { id: WaveId; areaId?: number | undefined },
): Promise<Effect> {
  const [wave] = await listWaveRows(ctx, { id })
  if (!wave) throw problems('wave_not_found', { id })
  const { firstMonth } = wave
  const results = await listResults(ctx, {
    since: addMonths(firstMonth, -mostMonths),
    through: earlier(addMonths(firstMonth, mostMonths - 1), wave.lastMonth ?? monthOf(ctx.today)),
  })
  const months = [...new Set(results.map(({ month }) => month))].toSorted()
  const before = months.filter((month) => month < firstMonth)
  const after = months.filter((month) => month >= firstMonth)
  const told = await groupsOf(ctx, { results, wave, areaId, last: after.at(-1) ?? firstMonth })
  const of = (group: Group, period: Period, channel: PaymentChannel | null) =>
    tallyOf(
      told.rows.filter(
        (row) =>
          row.group === group &&
          row.month < firstMonth === (period === 'before') &&
          (channel === null || row.channel === channel),
      ),
    )
  const compared = (group: Group) => ({ before: of(group, 'before', null), after: of(group, 'after', null) })
  const channels = PaymentChannel.options.filter((channel) =>
    told.rows.some((row) => row.channel === channel),
  )
  return {
    countedAt: await findCountedAt(ctx),
    wave: { id, name: wave.name, firstMonth, communes: told.communes },
    others: told.others,
    before,
    after,
    groups: (['wave', 'others'] as const).flatMap((group) =>
      (['before', 'after'] as const).flatMap((period) =>
        [null, ...channels].map((channel) => ({ group, period, channel, ...of(group, period, channel) })),
      ),
    ),
    differences: measures.flatMap(
      (measure) =>
        differenceOf(measure, compared('wave'), told.others > 0 ? compared('others') : undefined) ?? [],
    ),
    sources: sourcesOf(told.rows),
  }
}

type Row = Result & { readonly group: Group }

/** Whose results count for the wave, and whose for those that had not begun in its last month. */
async function groupsOf(
  ctx: Ctx,
  {
    results,
    wave,
    areaId,
    last,
  }: { results: readonly Result[]; wave: WaveRow; areaId: number | undefined; last: Month },
): Promise<{ rows: Row[]; communes: number; others: number }> {
  const today = await areaAt(
    ctx,
    results.map((result) => result.areaId),
    ctx.today,
  )
  const within = areaId === undefined ? undefined : new Set(await areaIdsWithin(ctx, areaId))
  const own = new Set(wave.areaIds.filter((id) => !within || within.has(id)))
  const begun = new Set(
    (await listWaveRows(ctx)).flatMap(({ firstMonth, areaIds, cancelledAt }) =>
      cancelledAt === null && firstMonth <= last ? areaIds : [],
    ),
  )
  const seen = { wave: new Set<number>(), others: new Set<number>() }
  const rows = results.flatMap((result): Row[] => {
    const unit = today.get(result.areaId) ?? result.areaId
    const group = own.has(unit) ? 'wave' : begun.has(unit) ? undefined : 'others'
    if (!group) return []
    seen[group].add(unit)
    return [{ ...result, group }]
  })
  return { rows, communes: own.size, others: seen.others.size }
}

function tallyOf(rows: readonly Result[]): Tally {
  const sum = (of: (row: Result) => number) => rows.reduce((total, row) => total + of(row), 0)
  return {
    orders: sum(({ orders }) => orders),
    cashless: sum(({ channel, orders }) => (channel === 'account' || channel === 'wallet' ? orders : 0)),
    failed: sum(failedOf),
    unclaimed: sum(({ unclaimed }) => unclaimed),
    waited: sum(({ waited }) => waited),
    days: sum(({ days }) => days),
    daysSquared: sum(({ daysSquared }) => daysSquared),
    misdated: sum(({ misdated }) => misdated),
  }
}

const failedOf = ({ returned, rejected, unclaimed }: Result) => returned + rejected + unclaimed

function sourcesOf(rows: readonly Row[]): Effect['sources'] {
  const groups = Map.groupBy(rows, ({ envelopeId, channel, group }) => `${envelopeId} ${channel} ${group}`)
  return [...groups.values()]
    .map((own) => {
      const { envelopeId, month, channel, group } = own[0]!
      const { orders } = tallyOf(own)
      return {
        envelopeId,
        month,
        channel,
        group,
        orders,
        failed: own.reduce((sum, row) => sum + failedOf(row), 0),
      }
    })
    .toSorted(
      (one, other) => one.month.localeCompare(other.month) || one.channel.localeCompare(other.channel),
    )
}

const earlier = (one: Month, other: Month) => (one < other ? one : other)
