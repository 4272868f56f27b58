import { listStaffOf } from '#modules/identity'
import type { Ctx } from '#platform/server/context'
import { insertEntries } from '../db/inbox.ts'
import type { InboxKind } from '../domain/kinds.ts'
import { needsFor } from '../domain/news.ts'

type ToStaff = {
  readonly key: string
  readonly kind: InboxKind
  readonly file: {
    readonly id: string
    readonly areaId: number
    readonly isConfidential: boolean
    readonly assigneeId: string | null
  }
  /** Who did it knows already. */
  readonly byId: string | null
  readonly due?: string | null
}

/** Tells whoever the work was given to, or else everybody of the unit who may do it. */
export async function tellStaff(ctx: Ctx, { key, kind, file, byId, due }: ToStaff) {
  const able = await listStaffOf(ctx, file.areaId, { may: needsFor(kind, file.isConfidential) })
  const own = able.filter((id) => id === file.assigneeId)
  const told = (own.length > 0 ? own : able).filter((id) => id !== byId)
  await insertEntries(ctx, told, { key, kind, applicationId: file.id, ...(due && { detail: { due } }) })
}
