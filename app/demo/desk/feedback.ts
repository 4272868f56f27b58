import { sql } from 'kysely'
import { newId, randomBelow } from '#kernel/chance'
import { answerFeedback, codeOf, forCitizen, writeAppeal, writeFeedback } from '#modules/applications'
import type { Actor, Ctx } from '#platform/server/context'
import type { Instant } from '#kernel/civil-date'
import type { At } from '../write-rights.ts'
import type { File } from './file.ts'
import { momentOf, type Days } from './days.ts'
import type { Staff } from './staff.ts'

/** The code of whoever speaks: known to them, and kept by nobody. */
const newCode = () =>
  codeOf(
    'feedback',
    Array.from({ length: 11 }, () => randomBelow(32)),
  )

/** What people say at the commune of the accounts, and what it answers, so many working days ago; the oldest first. */
const talks = [
  {
    kind: 'feedback',
    days: 9,
    name: 'Phùng Văn Lợi',
    text: 'Mẹ tôi không đi lại được. Xã có trả tiền tại nhà không?',
    answer: 'Có. Xã đã ghi tên cụ vào danh sách chi tại nhà, nhân viên chi trả đến trước ngày 15 hằng tháng.',
  },
  {
    kind: 'complaint',
    days: 4,
    name: 'Nguyễn Thị Thơm',
    text: 'Tôi đến Một cửa ba lần mới được hướng dẫn đủ giấy tờ. Đề nghị xã ghi rõ ngay từ đầu.',
    answer: null,
  },
  {
    kind: 'feedback',
    days: 2,
    name: null,
    text: 'Điểm chi trả ở nhà văn hóa thôn Đông mở cửa muộn, các cụ phải đứng chờ ngoài nắng.',
    answer: null,
  },
] as const

type Given = {
  readonly at: (moment: Instant, actor?: Actor) => At
  readonly commune: number
  readonly days: Days
  readonly staffOf: (areaId: number) => Staff
}

export async function speakUp({ at, commune, days, staffOf }: Given) {
  for (const { kind, days: ago, name, text, answer } of talks) {
    const contact = name === null ? null : { fullName: name, phone: null, email: null, address: null }
    const day = days.ago(ago)
    await at(momentOf(day, 'appeal'))((ctx) =>
      forCitizen(ctx, (ctx) => writeFeedback(ctx, newCode(), { kind, areaId: commune, contact, text })),
    )
    if (answer === null) continue
    await at(
      momentOf(days.ago(ago - 1), 'answer'),
      staffOf(commune).officer,
    )(async (ctx) => {
      const { rows } = await sql<{ id: string; version: number }>`
        select id, version from applications.feedback where kind <> 'appeal' order by received_at desc limit 1`.execute(
        ctx.db(),
      )
      await answerFeedback(ctx, {
        ...rows[0]!,
        step: 'settle',
        text: answer,
        outcome: null,
        requestId: newId(),
      })
    })
  }
}

/** The person of a file appeals against what was decided about it. */
export async function appeal(ctx: Ctx, { id, areaId, subject, story }: File) {
  const { fullName, phone } = subject
  const contact = { fullName, phone, email: null, address: null }
  await forCitizen(ctx, async (ctx) => {
    const { rows } = await sql<{ id: string }>`
      select id from applications.document where application_id = ${id} and number is not null`.execute(
      ctx.db(),
    )
    const said = { documentId: rows[0]!.id, contact, text: story.words?.appeal ?? '' } // It was signed before.
    await writeAppeal(ctx, newCode(), { id, areaId, closedAt: null }, said)
  })
}

/** The office takes an appeal in: from now on it has its days to settle it. */
export async function answerAppeal(ctx: Ctx, { id }: File) {
  const { rows } = await sql<{ id: string; version: number }>`
    select id, version from applications.feedback where application_id = ${id}`.execute(ctx.db())
  const text = 'Xã đã thụ lý khiếu nại và sẽ kiểm tra lại danh sách hộ nghèo, hộ cận nghèo năm 2026.'
  await answerFeedback(ctx, { ...rows[0]!, step: 'accept', text, outcome: null, requestId: newId() })
}
