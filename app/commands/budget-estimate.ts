import { Month } from '#kernel/civil-date'
import { formatCount, formatMonth } from '#kernel/written'
import { EstimateOrder, estimateJob, getEstimate, settleOrder } from '#modules/budget'
import { jobByHand } from '#platform/server/job-by-hand'
import { neededOption, optionalText, print, UsageError, type Command, type ExitCode } from './command.ts'
import { language, t } from './language.ts'
import { money } from './money.ts'
import { showProgress } from './progress.ts'
import { localAdministrator, withProgram, type Local } from './program.ts'

type Estimate = Awaited<ReturnType<typeof getEstimate>>

export const command: Command = {
  usage: 'budget estimate --year YYYY [--base YYYY-MM] [--area ID] [--name NAME]',
  summary: t.summaries.budgetEstimate,
  options: {
    year: { type: 'string' },
    base: { type: 'string' },
    area: { type: 'string' },
    name: { type: 'string' },
  },
  run: async (given) => {
    const base = Month.optional().safeParse(optionalText(given, 'base'))
    if (!base.success) throw new UsageError(t.notAMonth('--base'))
    const area = optionalText(given, 'area')
    const order = EstimateOrder.safeParse({
      year: Number(neededOption(given, 'year')),
      baseMonth: base.data,
      ...(area !== undefined && { areaId: Number(area) }),
      assumptions: {},
    })
    if (!order.success) throw new UsageError(t.notAYear('--year'))
    return withProgram<ExitCode>(async (local) => {
      const id = await make(local, order.data, optionalText(given, 'name'))
      const estimate = await local.request((ctx) => getEstimate(ctx, { id }))
      print(given, estimate, linesOf(estimate))
      return 0
    })
  },
}

/** Reckons it here, without leaving work to the workers. */
async function make({ programUrl, request }: Local, order: EstimateOrder, name: string | undefined) {
  const progress = showProgress(t.progress.budget)
  const settled = await request((ctx) => settleOrder(ctx, order))
  const { id } = await estimateJob(
    jobByHand({
      id: 'command',
      input: {
        name: name ?? `${settled.year} · ${momentSaid()}`,
        requestId: crypto.randomUUID(),
        order: settled,
      },
      actor: localAdministrator(),
      programUrl,
      request,
      progress: async (done, total) => progress.update(done, total ?? 0),
    }),
  )
  progress.end()
  return id
}

function linesOf(estimate: Estimate): string[] {
  const { name, year, area, baseMonth, total, byMonth, byLine, backtest } = estimate
  return [
    `${area.name}  ${year}  ${name}  ${estimate.id}`,
    `${t.results.total}: ${money(total.amount)}${rangeSaid(total.range)}`,
    `${t.results.knownMonth}: ${formatMonth(baseMonth)}`,
    ...byMonth.map(
      ({ month, people, amount, range }) =>
        `  ${formatMonth(month)}: ${t.results.grants(formatCount(people))}, ${money(amount)}${rangeSaid(range)}`,
    ),
    ...byLine.map(
      ({ name: label, amount, range }) => `  ${label[language]}: ${money(amount)}${rangeSaid(range)}`,
    ),
    ...(backtest
      ? [
          t.results.backtest(
            money(sum(backtest.months, 'asKnown')),
            money(sum(backtest.months, 'now')),
            money(sum(backtest.months, 'regular') + sum(backtest.months, 'arrears')),
          ),
        ]
      : []),
  ]
}

function sum(
  months: NonNullable<Estimate['backtest']>['months'],
  of: 'asKnown' | 'now' | 'regular' | 'arrears',
) {
  return months.reduce((total, month) => total + month[of], 0)
}

/** Now as people here write it: 27/11/2026 20:37, the hour of Vietnam wherever the machine stands. */
function momentSaid() {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  })
  return format.format().replace(',', '')
}

const rangeSaid = (range: Estimate['range']) => (range ? ` (${money(range.low)} – ${money(range.high)})` : '')
