import { sql } from 'kysely'
import type { Ctx } from '#platform/server/context'
import { insertProvider } from './db/providers.ts'

type Collected = {
  readonly personId: string
  readonly areaId: number
  /** By month: to be sent, fetched at the counter, or waited for in vain. */
  readonly months: Readonly<Record<string, 'ready' | 'paid' | 'unclaimed'>>
}

/** What a post office told of the money of one person, month by month, without the lists behind it. */
export async function givenCollections(ctx: Ctx, { personId, areaId, months }: Collected): Promise<string[]> {
  const db = ctx.db<Record<never, never>>()
  const providerId = await insertProvider(ctx, {
    areaId,
    code: `buu-dien-${crypto.randomUUID()}`,
    name: 'Bưu điện',
    kind: 'post_office',
    channels: ['cash_point'],
    format: 'csv',
    bic: null,
    debtorName: 'UBND xã Tam Sơn',
    debtorAccount: 'BD0001',
    isPlain: false,
    isByArea: false,
    delivery: { by: 'hand' },
  })
  const envelopes: string[] = []
  for (const [month, state] of Object.entries(months)) {
    const { rows } = await sql<{ id: string }>`
      insert into payments.envelope (state, purpose, month, run_id, provider_id, area_id, request_id, instructions, amount,
        carried, fingerprint, prepared_by, prepared_name, prepared_at)
      values ('cancelled', 'run', ${month}, ${crypto.randomUUID()}, ${providerId}, ${areaId}, ${crypto.randomUUID()}, 1, 810000,
        0, '', ${crypto.randomUUID()}, 'Bùi Thị Thu', ${ctx.now})
      returning id`.execute(db)
    envelopes.push(rows[0]!.id)
    await sql`
      with made as (
        insert into payments.instruction (envelope_id, provider_id, number, end_to_end_id, month, payee_id, payee_name, area_id,
          amount, channel, state, ended_on)
        values (${rows[0]!.id}, ${providerId}, 1, ${`${month}-${state}-${personId.slice(-12)}`}, ${month}, ${personId}, 'Phùng Thị Mận',
          ${areaId}, 810000, 'cash_point', ${state}, ${state === 'ready' ? null : ctx.today}) returning id)
      insert into payments.item (instruction_id, person_id, component, benefit_month, programme, amount, area_id)
      select id, ${personId}, 'allowance', ${month}, 'monthly_allowance', 810000, ${areaId} from made`.execute(
      db,
    )
  }
  return envelopes
}
