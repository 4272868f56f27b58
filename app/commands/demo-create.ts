import {
  addDays,
  addSeconds,
  type CivilDate,
  dayOf,
  Month,
  monthOf,
  now,
  todayInVietnam,
} from '#kernel/civil-date'
import { formatMonth } from '#kernel/written'
import { readConfiguration } from '#platform/server/configuration'
import { createLog } from '#platform/server/log'
import { findPostgres, type Postgres } from '#platform/server/postgres'
import { createDemo, readDemo } from '../demo/index.ts'
import { openDatabase } from '#platform/server/database'
import { prepareDatabase } from '../server.ts'
import { connectionsFor, workOff } from '../workers.ts'
import { optionalText, print, UsageError, type Command, type Given } from './command.ts'
import type { Told } from './demonstration.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { showProgress } from './progress.ts'

const sizes = ['tiny', 'province', 'full'] as const

export const command: Command = {
  usage:
    'demo create [--size tiny|province|full] [--until YYYY-MM] [--seed N] [--paid-out 1-12] [--unless-there] [--then-work]',
  summary: t.summaries.demoCreate,
  options: {
    size: { type: 'string', default: 'province' },
    until: { type: 'string' },
    seed: { type: 'string' },
    'paid-out': { type: 'string' },
    'unless-there': { type: 'boolean' },
    'then-work': { type: 'boolean' },
  },
  run: async (given) => {
    const { size, until, seed, paidOut } = orderFrom(given)
    // Whoever started this and is gone does not wait for it; what is half made is wiped next time.
    const leave = () => process.exit(1)
    process.on('disconnect', leave)
    if (process.connected === false) leave()
    const postgres = await findPostgres(readConfiguration().database)
    const progress = showProgress(t.progress.demonstration)
    try {
      await prepareDatabase(postgres)
      const there = await findReady(postgres.ownerUrl)
      if (there && !given.options['unless-there'])
        throw new UsageError(t.demonstrationThere(there.size, formatMonth(there.until)))
      const demo =
        there ??
        (await createDemo({
          ...postgres,
          size,
          until,
          through: until === lastMonthWithRun() ? lastDayWorked() : undefined,
          seed,
          paidOut,
          progress: (stage, share) => {
            progress.update(Math.floor(100 * share), 100, label.stages[stage])
            tell({ share })
          },
        }))
      progress.end()
      print(given, demo, [t.results.demonstration(demo.size, formatMonth(demo.until))])
      tell({ share: 1, isReady: true })
      if (given.options['then-work']) await workOffIn(postgres)
      return 0
    } finally {
      process.off('disconnect', leave)
      if (process.connected) process.disconnect?.()
      postgres.release()
    }
  },
}

function tell(told: Told) {
  process.send?.(told)
}

async function workOffIn({ programUrl }: Postgres) {
  const db = openDatabase(programUrl, connectionsFor(1))
  try {
    await workOff({ db, programUrl, log: createLog(readConfiguration().logLevel) })
  } finally {
    await db.destroy()
  }
}

async function findReady(ownerUrl: string) {
  const owner = openDatabase(ownerUrl, 1)
  try {
    const demo = await readDemo(owner)
    return demo?.state === 'ready' ? demo : undefined
  } finally {
    await owner.destroy()
  }
}

function orderFrom(given: Given) {
  const size = sizes.find((one) => one === given.options['size'])
  if (!size) throw new UsageError(t.notOneOf('--size', sizes))
  const until = Month.safeParse(optionalText(given, 'until') ?? lastMonthWithRun())
  if (!until.success) throw new UsageError(t.notAMonth('--until'))
  const seed = optionalText(given, 'seed')
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) throw new UsageError(t.notANumber('--seed'))
  const paidOut = optionalText(given, 'paid-out')
  if (paidOut !== undefined && !/^([1-9]|1[0-2])$/.test(paidOut))
    throw new UsageError(t.notANumber('--paid-out'))
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text))
  return { size, until: until.data, seed: number(seed), paidOut: number(paidOut) }
}

/** The demonstration lives through the 20th of its last month, which must not be to come. */
export function lastMonthWithRun(): Month {
  return monthOf(addDays(todayInVietnam(), -20))
}

/** The last day whose office hours are over, so that the desks of a new demonstration are as they are this morning. */
export function lastDayWorked(): CivilDate {
  return dayOf(addSeconds(now(), -17 * 3600))
}
