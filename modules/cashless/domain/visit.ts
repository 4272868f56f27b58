/** What came of asking somebody to be paid on an account («kết quả vận động»). */
export const outcomes = ['opened', 'declined', 'unable', 'not_met'] as const
export type Outcome = (typeof outcomes)[number]

/** Why not. The first four are a wish, which is respected; the others stand in the way and may be helped. */
export const reasons = [
  'used_to_cash',
  'no_trust',
  'family_collects',
  'far_from_point',
  'no_phone',
  'no_papers',
  'cannot_move',
  'other',
] as const
export type Reason = (typeof reasons)[number]

/** A no has a reason, and may have a day from which they may be asked again. */
export const saysNo = (outcome: Outcome): outcome is 'declined' | 'unable' =>
  outcome === 'declined' || outcome === 'unable'

/**
 * Where a payee stands on the lists: `open` is to be visited; `opened` has an account and no request yet; `asked` has a
 * request that waits; `declined` and `unable` are left alone; `at_home` is paid at the door and not asked of ourselves.
 */
export const standings = ['open', 'opened', 'asked', 'declined', 'unable', 'at_home', 'cashless'] as const
export type Standing = (typeof standings)[number]
