/** What somebody outside the office is told («báo tin»). */
export const newsKinds = [
  'received',
  'accepted',
  'papers_asked',
  'resumed',
  'invited',
  'answer_ready',
  'declined',
  'withdrawn',
  'appeal_received',
  'appeal_accepted',
  'appeal_decided',
  'feedback_answered',
  'papers_reminder',
  'overdue',
  'way_asked',
  'way_approved',
  'way_in_force',
  'way_fallen_back',
  'way_called_wrong',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** News that waits for the person to do something: whoever cannot be written to is told of it in some other way. */
export const needsAnswer: ReadonlySet<NewsKind> = new Set([
  'papers_asked',
  'invited',
  'answer_ready',
  'declined',
  'appeal_decided',
])

export const channels = ['sms', 'email', 'letter'] as const
export type Channel = (typeof channels)[number]
/** The channels a machine sends by; a letter goes by hand. */
export const wires = ['sms', 'email'] as const
export type Wire = (typeof wires)[number]

/**
 * `pending` waits to be sent or printed, `sending` is on its way to the gateway, `sent` was taken by it or printed, `delivered` reached the
 * person as far as anybody can know, `failed` did not.
 */
export const states = ['pending', 'sending', 'sent', 'delivered', 'failed'] as const
export type State = (typeof states)[number]

/** Why something was not sent, did not arrive, or goes by hand; never in the words of the other side. */
export const reasons = [
  'no_address',
  'channel_off',
  'refused',
  'too_many',
  'address_unknown',
  'message_refused',
  'undelivered',
  'no_report',
  'unreachable',
  'not_found',
] as const
export type Reason = (typeof reasons)[number]

/** How an officer told somebody («báo tận nơi»). */
export const tellings = ['handed_over', 'called', 'not_found'] as const
export type Telling = (typeof tellings)[number]

/** What somebody of the office finds in their inbox («thông báo»). */
export const inboxKinds = [
  'received',
  'papers_in',
  'returned',
  'to_handle',
  'to_sign',
  'to_hand_over',
  'assigned',
  'appealed',
  'to_tell',
  /** A payment list («danh sách chi trả») that was sent back to whoever made it. */
  'list_returned',
] as const
export type InboxKind = (typeof inboxKinds)[number]
