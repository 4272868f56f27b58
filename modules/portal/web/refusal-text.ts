import type { Messages } from '../pages/messages.vi.ts'
import type { Refusal } from './write.ts'

/** Why something was not taken, in words, and that nothing is lost. */
export function refusalText(t: Messages, { code, data = {} }: Refusal): string {
  if (code === 'offline') return t.feedback.offline
  if (code === 'too_many_requests')
    return t.track.tooMany(Math.max(1, Math.ceil(Number(data['seconds'] ?? 3600) / 60)))
  if (code === 'applications.nothing_asked') return t.track.nothingAsked
  if (code === 'applications.pages_missing') return t.track.nothingToSend
  if (code === 'applications.action_not_possible') return t.track.tooLateToWithdraw
  if (code === 'applications.appeal_too_late') return t.feedback.tooLate
  if (code === 'applications.appeal_open') return t.feedback.isOpen
  if (code === 'applications.appeal_answered') return t.feedback.isAnswered
  return t.feedback.failed
}

/** Why something was not found out: nothing had been written that could be lost. */
export function lookingRefused(t: Messages, { code, data = {} }: Refusal): string {
  if (code === 'offline') return t.track.offline
  return code === 'too_many_requests' ? refusalText(t, { code, data }) : t.track.failed
}
