import { addSeconds } from '#kernel/civil-date'
import type { Ctx } from '#platform/server/context'
import { forgetEntries } from '../db/inbox.ts'
import { forgetWords, listStale } from '../db/notices.ts'
import { reportTakes } from '../domain/retry.ts'
import { failAndBring } from './bring-by-hand.ts'
import { remindPeople } from './remind.ts'

const aDay = 24 * 3600
/** For how long names, addresses and words are kept: the time for an appeal, within which somebody may ask whether they were told. */
const wordsKept = 90 * aDay
const inboxKept = 90 * aDay
const atOnce = 200

/** What time brings about: people are reminded, news too old to send is brought by hand, and what is no longer needed is forgotten. */
export async function lookAfterNotices(ctx: Ctx) {
  const stale = await listStale(ctx, addSeconds(ctx.now, -reportTakes), atOnce)
  const ids = (isSent: boolean) =>
    stale.filter(({ state }) => (state === 'sent') === isSent).map(({ id }) => id)
  await failAndBring(ctx, ids(false), 'unreachable')
  await failAndBring(ctx, ids(true), 'no_report')
  await remindPeople(ctx)
  await forgetWords(ctx, addSeconds(ctx.now, -wordsKept))
  await forgetEntries(ctx, addSeconds(ctx.now, -inboxKept))
}
