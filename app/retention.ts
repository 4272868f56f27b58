import type { RetentionRule } from '#platform/server/retention'

/** What is deleted, and after how long; any purpose that is not here is kept for good, decisions above all. */
export const retention: readonly RetentionRule[] = [
  {
    purpose: 'applications.draft_paper',
    days: 30,
    from: 'kept',
    because: 'A draft is kept for 30 days, as its author is told',
  },
  {
    purpose: 'applications.paper',
    days: 1,
    from: 'released',
    because: 'A photograph that no file took is deleted; those of files are never released',
  },
]
