import { headsOfFiles } from '#modules/applications'
import { areaNames } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { forWholeCountry } from '#platform/server/whole-country'
import { NoticeId, type NoticeRow, type NoticeView } from '../contract.ts'
import { deleteRefusal, listRefused, recordRefusal as writeRefusal } from '../db/channels.ts'
import { type Notice } from '../db/notices.ts'
import { countToTell, listForUpdate, listNotices as listRows, markTold } from '../db/work-list.ts'
import type { Telling, Wire } from '../domain/kinds.ts'
import { formatMobile, readMobile } from '../domain/phone.ts'
import { problems } from '../domain/problems.ts'
import { failAndBring } from './bring-by-hand.ts'

export async function listNotices(
  ctx: Ctx,
  { view, after }: { view: NoticeView; after?: string | undefined },
): Promise<{ rows: NoticeRow[]; hasMore: boolean; toTell: number }> {
  const { rows, hasMore } = await listRows(ctx, { view, after })
  const names = await areaNames(ctx, new Set(rows.map(({ areaId }) => areaId)))
  const heads = await headsOfFiles(
    ctx,
    rows.flatMap(({ applicationId }) => applicationId ?? []),
  )
  const refused = await refusedAmong(ctx, rows)
  return {
    rows: rows.map((row) => ({
      ...viewNotice(row),
      area: names.get(row.areaId) ?? '',
      file: row.applicationId ? fileOf(row.applicationId, heads) : null,
      isRefused: refused.has(addressOf(row)?.address ?? ''),
    })),
    hasMore,
    toTell: await countToTell(ctx),
  }
}

function fileOf(id: string, heads: Awaited<ReturnType<typeof headsOfFiles>>) {
  const head = heads.get(id)
  return head ? { id, code: head.code } : null
}

function viewNotice(row: Notice): Omit<NoticeRow, 'area' | 'file' | 'isRefused'> {
  const { kind, channel, state, reason, telling, toName, village, createdAt, sentAt, settledAt } = row
  return {
    id: NoticeId.parse(row.id),
    kind,
    channel,
    state,
    reason,
    telling,
    toName,
    village,
    phone: row.address && channel !== 'email' ? formatMobile(row.address) : null,
    createdAt,
    sentAt,
    settledAt,
    settledBy: row.settledName,
  }
}

/** Told by hand, by telephone, or not found: whichever way, nobody has to do it again. */
export async function recordTelling(ctx: Ctx, { id, how }: { id: NoticeId; how: Telling }) {
  const notice = await getForUpdate(ctx, id)
  if (notice.state === 'delivered' || notice.channel !== 'letter') {
    if (notice.telling === how) return
    throw problems('notice_settled', { id })
  }
  const isFound = how !== 'not_found'
  await markTold(ctx, id, {
    state: isFound ? 'delivered' : 'failed',
    reason: isFound ? notice.reason : 'not_found',
    telling: how,
  })
}

/** From now on nothing goes to that number or address, nor what waits for it. */
export async function recordRefusal(ctx: Ctx, { id }: { id: NoticeId }) {
  const notice = await getForUpdate(ctx, id)
  const { channel, address, applicationId } = notice
  if (channel === 'letter' || address === null) throw problems('notice_not_found', { id })
  await writeRefusal(ctx, { channel, address, applicationId })
  await failAndBring(ctx, [id], 'refused')
}

/** They want messages after all: what comes from now on goes to that number or address again. */
export async function withdrawRefusal(ctx: Ctx, { id }: { id: NoticeId }) {
  const way = addressOf(await getForUpdate(ctx, id))
  if (!way) throw problems('notice_not_found', { id })
  await forWholeCountry(ctx, (ctx) => deleteRefusal(ctx, way.channel, way.address))
}

/** Where a wire would take it; a letter names the number that would be called. */
function addressOf({ channel, address }: Notice): { channel: Wire; address: string } | undefined {
  if (channel !== 'letter') return address === null ? undefined : { channel, address }
  const number = readMobile(address)
  return number ? { channel: 'sms', address: number } : undefined
}

/** Who refused is known to the system alone; who sees a number sees this of it. */
function refusedAmong(ctx: Ctx, rows: readonly Notice[]) {
  const addresses = rows.flatMap((row) => addressOf(row)?.address ?? [])
  return forWholeCountry(ctx, (ctx) => listRefused(ctx, addresses))
}

async function getForUpdate(ctx: Ctx, id: string): Promise<Notice> {
  const [notice] = await listForUpdate(ctx, [id])
  if (!notice) throw problems('notice_not_found', { id })
  return notice
}
