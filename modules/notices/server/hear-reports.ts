import { z } from 'zod'
import type { SmsWire } from '#platform/server/wires'
import { lock } from '#platform/server/request'
import { readSetting, writeSetting } from '#platform/server/settings'
import { isAtRest, markDown } from '../db/channels.ts'
import { isReportAwaited, markDelivered } from '../db/notices.ts'
import { failAndBring } from './bring-by-hand.ts'
import { inTransaction, type Sending } from './send.ts'
import { NoReports, readReports, type Report } from './sms.ts'

const cursorKey = 'notices.reports_heard'
const Cursor = z.int().nonnegative().catch(0)
const Key = z.uuid()

/**
 * Asks the gateway what became of messages; true where it may have more to tell. How far it was heard is written with what
 * was heard, so that nothing is missed; what is told twice changes nothing the second time.
 */
export async function hearReports(sending: Sending): Promise<boolean> {
  const { sms } = sending.wires
  if (!sms) return false
  const heard = await inTransaction(sending, async (ctx) =>
    (await isAtRest(ctx, 'sms')) || !(await isReportAwaited(ctx))
      ? undefined
      : Cursor.parse(await readSetting(ctx, cursorKey)),
  )
  if (heard === undefined) return false
  const reports = await ask(sending, sms, heard)
  const last = reports.at(-1)
  if (!last) return false
  const ours = reports.filter(({ key }) => Key.safeParse(key).success)
  const idsOf = (state: (typeof reports)[number]['state']) =>
    ours.filter((report) => report.state === state).map(({ key }) => key)
  await inTransaction(sending, async (ctx) => {
    await lock(ctx, cursorKey)
    await markDelivered(ctx, idsOf('delivered'))
    await failAndBring(ctx, idsOf('undelivered'), 'undelivered')
    const known = Cursor.parse(await readSetting(ctx, cursorKey))
    await writeSetting(ctx, cursorKey, Math.max(known, last.sequence))
  })
  return true
}

/** A gateway that does not answer is left alone, as by messages; the log hears of it once, the page of the channels shows it. */
async function ask(sending: Sending, sms: SmsWire, after: number): Promise<readonly Report[]> {
  try {
    return await readReports(sms, after)
  } catch (error) {
    if (!(error instanceof NoReports)) throw error
    const isNews = await inTransaction(sending, (ctx) => markDown(ctx, 'sms', { trouble: 'no_answer' }))
    if (isNews) throw error
    return []
  }
}
