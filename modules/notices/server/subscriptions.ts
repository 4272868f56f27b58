import { z } from 'zod'
import { newsOfAnswer, newsOfAppeal, newsOfFile } from '#modules/applications'
import { newsOfWay } from '#modules/payments'
import type { Subscribers } from '#platform/server/outbox'
import { insertEntries } from '../db/inbox.ts'
import { wayWords } from '../domain/texts.ts'
import { answerSteps, newsForPerson, newsForStaff, newsOfStep } from '../domain/news.ts'
import { seeAll } from './see-all.ts'
import { tellPerson } from './tell-person.ts'
import { tellStaff } from './tell-staff.ts'

/** What happens to a request for another way is called alike by who tells it and by the news of it. */
const wayNews = ['way_asked', 'way_approved', 'way_in_force', 'way_fallen_back'] as const

const OfFile = z.object({ applicationId: z.uuid(), eventVersion: z.int().default(1) })
const OfAppeal = z.object({ applicationId: z.uuid(), documentId: z.uuid() })
const OfAnswer = z.object({
  feedbackId: z.uuid(),
  feedbackVersion: z.int(),
  step: z.enum(answerSteps),
})
const OfWay = z.object({
  type: z.templateLiteral(['payments.', z.enum(wayNews)]),
  wayRequestId: z.uuid().optional(),
  personId: z.uuid(),
  /** Why somebody is paid another way that nobody asked for. */
  because: z.string().optional(),
})
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
  'notices.tell_of_answer': {
    on: ['applications.feedback_answered'],
    run: async (ctx, event) => {
      const { feedbackId, feedbackVersion, step } = OfAnswer.parse(event)
      const seeing = seeAll(ctx)
      const news = await newsOfAnswer(seeing, { feedbackId })
      if (!news) return
      const key = `feedback:${feedbackId}:${feedbackVersion}`
      await tellPerson(seeing, { ...news, key, kind: newsOfStep(step, news) })
    },
  },
  'notices.tell_of_way': {
    on: wayNews.map((news) => `payments.${news}` as const),
    run: async (ctx, event) => {
      const { type, wayRequestId, personId, because } = OfWay.parse(event)
      const told = wayNews.find((news) => type === `payments.${news}`)!
      const kind = because === 'called_wrong' ? 'way_called_wrong' : told
      const seeing = seeAll(ctx)
      const news = await newsOfWay(seeing, { wayRequestId, personId })
      if (!news) return
      const { requestId, areaId, channel, accountEnd, effectiveOn, payee } = news
      await tellPerson(seeing, {
        key: `${kind}:${requestId}`,
        kind,
        file: { id: null, code: null, areaId, isConfidential: false },
        dueOn: effectiveOn,
        way: wayWords(channel, accountEnd),
        correspondent: { ...payee, email: null },
      })
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
