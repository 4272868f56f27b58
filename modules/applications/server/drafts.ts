import { addDays, dayOf, instant, type CivilDate } from '#kernel/civil-date'
import type { Proof } from '#platform/contract/proof-of-work'
import type { Ctx } from '#platform/server/context'
import { spendProof } from '#platform/server/proof-of-work'
import { once } from '../db/commands.ts'
import type { ApplicationsTables } from '../db/tables.ts'
import { newCode, readCode } from '../domain/code.ts'
import { problems } from '../domain/problems.ts'
import { digestOf, forCitizen } from './citizen.ts'
import { keepUploadsUntil } from './uploads.ts'

const daysKept = 30

type Wish = {
  readonly code: string | null
  readonly content: Readonly<Record<string, unknown>>
  readonly uploads: readonly string[]
  readonly proof: Proof
  readonly requestId: string
}

/** Keeps what somebody has begun («lưu nháp»); saved again under its code, it takes the place of what was there. */
export function saveDraft(ctx: Ctx, { proof, ...input }: Wish) {
  return forCitizen(ctx, (ctx) =>
    once(ctx, 'save_draft', input, async () => {
      await spendProof(ctx, proof)
      const code = input.code === null ? newCode('draft') : await codeOfDraft(ctx, input.code)
      const keptUntil = addDays(ctx.today, daysKept)
      const row = {
        codeDigest: digestOf(code),
        content: JSON.stringify(input.content),
        savedAt: ctx.now,
        expiresAt: instant(`${keptUntil}T23:59:59+07:00`),
      }
      await ctx
        .db<ApplicationsTables>()
        .insertInto('applications.draft')
        .values(row)
        .onConflict((conflict) => conflict.column('codeDigest').doUpdateSet(row))
        .execute()
      await keepUploadsUntil(ctx, input.uploads, row.expiresAt)
      return { code, keptUntil }
    }),
  )
}

async function codeOfDraft(ctx: Ctx, typed: string): Promise<string> {
  const { code } = await getDraft(ctx, typed)
  return code
}

export function openDraft(ctx: Ctx, { code: typed }: { code: string }) {
  return forCitizen(ctx, (ctx) => getDraft(ctx, typed))
}

async function getDraft(ctx: Ctx, typed: string) {
  const code = readCode('draft', typed)
  const row = await ctx
    .db<ApplicationsTables>()
    .selectFrom('applications.draft')
    .select(['content', 'savedAt', 'expiresAt'])
    .where('codeDigest', '=', digestOf(code ?? typed))
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst()
  if (!row || !code) throw problems('draft_not_found')
  const keptUntil: CivilDate = dayOf(row.expiresAt)
  return { code, content: row.content, savedAt: row.savedAt, keptUntil }
}

/** A draft that became a file, and those nobody came back to. */
export async function forgetDraft(ctx: Ctx, typed: string | null) {
  const code = typed === null ? undefined : readCode('draft', typed)
  await ctx
    .db<ApplicationsTables>()
    .deleteFrom('applications.draft')
    .where((row) =>
      row.or([row('expiresAt', '<', ctx.now), ...(code ? [row('codeDigest', '=', digestOf(code))] : [])]),
    )
    .execute()
}
