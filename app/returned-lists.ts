import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { putIntoInboxes } from '#modules/notices'
import { listRuns } from '#modules/payroll'
import type { Ctx } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'

const Returned = z.object({ runId: z.uuid(), month: Month })

/** Whoever drew up a payment list, and whoever submitted it, hear in their inbox that it was sent back. */
export const returnedListSubscribers: Subscribers = {
  'notices.tell_of_returned_list': {
    on: ['payroll.run_returned'],
    run: (ctx, event) => tellMakers(ctx, Returned.parse(event)),
  },
}

async function tellMakers(ctx: Ctx, { runId, month }: z.infer<typeof Returned>) {
  const run = (await listRuns(ctx, { month })).find(({ id }) => id === runId)
  // Made anew or given up meanwhile: there is nothing to mend any more.
  if (run?.state !== 'returned' || !run.decided) return
  const { prepared, submitted, decided } = run
  const makers = new Set([prepared.by.id, ...(submitted ? [submitted.by.id] : [])])
  makers.delete(decided.by.id)
  await putIntoInboxes(ctx, [...makers], {
    // A list may be returned more than once, and each time is news.
    key: `list_returned:${runId}:${decided.at}`,
    kind: 'list_returned',
    applicationId: null,
    detail: { list: { id: runId, month } },
  })
}
