import { z } from 'zod'
import { newsOfAppeal, newsOfFile } from '#modules/applications'
import type { Ctx } from '#platform/server/context'
import type { Subscribers } from '#platform/server/outbox'
import { systemActor } from '#platform/server/request'
import { insertEntries } from '../db/inbox.ts'
import { newsForPerson, newsForStaff } from '../domain/news.ts'
import { tellPerson } from './tell-person.ts'
import { tellStaff } from './tell-staff.ts'

const OfFile = z.object({ applicationId: z.uuid(), eventVersion: z.int().default(1) })
const OfAppeal = z.object({ applicationId: z.uuid(), documentId: z.uuid() })
const OfAssignment = z.object({
  applicationIds: z.array(z.uuid()).min(1),
  assigneeId: z.uuid(),
  requestId: z.uuid(),
})

/**
 * What notices hear of. `applications.decided` is not among it: a decision moves its file, and the move tells it, once, also
 * where a decision is signed that moves several.
 */
export const noticesSubscribers: Subscribers = {
  'notices.tell_of_file': {
    on: ['applications.received', 'applications.moved'],
    run: async (ctx, event) => {
      const { applicationId, eventVersion: version } = OfFile.parse(event)
      const seeing = seeAll(ctx)
      const news = await newsOfFile(seeing, { applicationId, version })
      if (!news) return
      const key = `file:${applicationId}:${version}`
      const forPerson = newsForPerson(news)
      if (forPerson) await tellPerson(seeing, { ...news, key, kind: forPerson, file: news })
      const forStaff = newsForStaff(news)
      if (forStaff)
        await tellStaff(seeing, { key, kind: forStaff, file: news, byId: news.byId, due: news.dueOn })
    },
  },
  'notices.tell_of_appeal': {
    on: ['applications.appealed'],
    run: async (ctx, event) => {
      const seeing = seeAll(ctx)
      const news = await newsOfAppeal(seeing, OfAppeal.parse(event))
      if (!news) return
      const key = `appeal:${news.feedbackId}`
      await tellPerson(seeing, { ...news, key, kind: 'appeal_received' })
      await tellStaff(seeing, { key, kind: 'appealed', file: news.file, byId: null, due: news.dueOn })
    },
  },
  'notices.tell_of_assignment': {
    on: ['applications.assigned'],
    run: async (ctx, event) => {
      const { applicationIds, assigneeId, requestId } = OfAssignment.parse(event)
      const [first] = applicationIds
      const isOne = applicationIds.length === 1
      await insertEntries(ctx, [assigneeId], {
        key: `assigned:${requestId}`,
        kind: 'assigned',
        applicationId: isOne ? first! : null,
        detail: { count: applicationIds.length },
      })
    },
  },
}

/** Nobody in particular asks: what may be told to whom is decided for each of them. */
function seeAll(ctx: Ctx): Ctx {
  return { ...ctx, actor: systemActor(['people.read_confidential']) }
}
