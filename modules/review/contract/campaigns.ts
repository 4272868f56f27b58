import { z } from 'zod'
import { CivilDate, Instant } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { AreaRef, CampaignId, Counts, Note, PartId, RequestId } from './shared.ts'

/** The review of one commune: how far it is, and who carries its list. */
export const PartView = z.object({
  id: PartId,
  area: AreaRef,
  officer: z.string().nullable(),
  frozenAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closedName: z.string().nullable(),
  closeNote: z.string().nullable(),
  counts: Counts,
  tasksOpen: z.int(),
  takes: z.int(),
})
export type PartView = z.infer<typeof PartView>

export const CampaignView = z.object({
  id: CampaignId,
  year: z.int(),
  title: z.string(),
  from: CivilDate,
  to: CivilDate,
  openedAt: Instant,
  openedName: z.string(),
  parts: z.array(PartView),
  counts: Counts,
})
export type CampaignView = z.infer<typeof CampaignView>

export const openCampaign = endpoint({
  method: 'POST',
  path: '/review-campaigns',
  summary: 'Open a yearly review of communes: everybody who receives there is put on its list',
  permission: 'review.open',
  audit: 'review.campaign_opened',
  input: z.object({
    year: z.int().min(2020).max(2100),
    title: z.string().trim().min(3).max(200),
    from: CivilDate,
    to: CivilDate,
    /** All communes of one’s own where none is named. */
    areaIds: z.array(z.int()).max(500).default([]),
    officer: z.string().trim().min(1).max(200).nullable().default(null),
    requestId: RequestId,
  }),
  output: z.object({ id: CampaignId, jobId: z.string() }),
  problems: problems.of(
    'not_a_commune',
    'days_out_of_order',
    'days_of_another_year',
    'days_too_far',
    'under_review_already',
    'request_reused',
  ),
})

export const listCampaigns = endpoint({
  method: 'GET',
  path: '/review-campaigns',
  summary: 'Reviews of one’s own communes and how far each of them is, newest first',
  permission: 'review.read',
  audit: 'review.campaigns_read',
  input: z.object({}),
  output: z.array(CampaignView),
})

export const listCommunesToReview = endpoint({
  method: 'GET',
  path: '/review-communes',
  summary: 'The communes of today one may open a review for, and whether one is under way',
  permission: 'review.open',
  input: z.object({}),
  output: z.array(AreaRef.extend({ isUnderReview: z.boolean() })),
})

export const closePart = endpoint({
  method: 'POST',
  path: '/review-parts/{id}/closing',
  summary: 'Close the review of a commune; who was not answered for is kept as such',
  permission: 'review.open',
  audit: 'review.part_closed',
  input: z.object({ id: PartId, note: Note.nullable().default(null), requestId: RequestId }),
  output: z.object({ id: PartId }),
  problems: problems.of(
    'part_not_found',
    'part_closed',
    'not_drawn_yet',
    'takes_out',
    'conflicts_open',
    'note_needed',
    'request_reused',
  ),
})

export const addArrivals = endpoint({
  method: 'POST',
  path: '/review-parts/{id}/arrivals',
  summary: 'Add whoever receives in the commune by now to the list, and mark who no longer does',
  permission: 'review.open',
  audit: 'review.arrivals_added',
  input: z.object({ id: PartId }),
  output: z.object({ added: z.int(), left: z.int() }),
  problems: problems.of('part_not_found', 'part_closed', 'not_drawn_yet'),
})

export const downloadReport = endpoint({
  method: 'GET',
  path: '/review-campaigns/{id}/report',
  summary: 'What a review came to, by commune, as Excel or PDF',
  permission: 'review.read',
  audit: 'review.report_downloaded',
  input: z.object({ id: CampaignId, format: z.enum(['xlsx', 'pdf']) }),
  output: z.file(),
  problems: problems.of('campaign_not_found'),
})
