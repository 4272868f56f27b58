import type { messages as vi } from './messages.vi.ts'

export const messages: typeof vi = {
  problems: {
    offline:
      'There is no connection. Nothing was sent; what you typed is still on the screen. Try again once it is back.',
    forbidden:
      'You may not see this. Access is given by area and by work. If your work needs it, ask the person in charge.',
    sign_in_needed: 'Your session has ended. Sign in again to go on.',
    BAD_REQUEST:
      'The server could not take this because a field is not right. What you typed is still here. Check the fields and send again.',
    NOT_FOUND:
      'This does not exist. Its address may have changed. Go back to the list and open it from there.',
    CONFLICT: 'Someone has just changed this. Nothing is lost. Reload to see the new version, then go on.',
    TOO_MANY_REQUESTS: 'Too many requests at once. Wait a minute and try again.',
    PAYLOAD_TOO_LARGE: 'The file is too large. Split it into smaller ones and send again.',
    database_restarting:
      'The database is starting again. What you typed is still on the screen. Wait a few seconds and try again.',
    internal:
      'The server had a problem. What you typed is still on the screen. Try again; if it stays, call support and read out the incident code.',
    'platform.job_not_found':
      'This work was not found; it may have ended long ago. Reload to see what came of it.',
    'platform.job_already_ended': 'This work has ended and can no longer be stopped. See the result below.',
    'platform.job_gave_up':
      'This work stopped after several attempts. Nothing was written. Run it again; if it stays, call support.',
    'platform.file_not_found': 'The file was not found; it may have expired. Choose it and send it again.',
    'platform.file_empty': 'The file is empty. Open it to check, then choose again.',
    'platform.file_too_large': 'The file is too large. Split it into smaller ones and send again.',
  },
  unknownProblem: (code) =>
    `This could not be done (code ${code}). What you typed is still here. Call support and read out the code.`,
  knownDay: {
    ahead: (today) =>
      `This day is still to come, and nobody knows what will be recorded. Choose today (${today}) or a day before.`,
    aheadInAddress: (day, today) =>
      `“As known on” ${day} is still to come, and nobody knows ahead. Showing what is known today, ${today}.`,
  },
  required: 'This field is empty. Fill it in and send again.',
  invalid: 'This is not in the right form. Check it and enter it again.',
  tooLong: (most) => `Longer than ${most} characters. Please shorten it.`,
  tooShort: (least) => `At least ${least} characters are needed.`,
  backHome: 'To the first page',
  offline: 'There is no connection. What you are typing stays on the screen; save again once it is back.',
  unreached:
    'The server cannot be reached. What you are typing stays; what is shown, progress included, is from before. Wait a moment and try again.',
  forbiddenTitle: 'No right to see this',
  notFoundTitle: 'There is no such page',
  notFoundWhy: 'The address may have changed or be incomplete.',
  notFound: 'Go back, or start from the first page.',
  failedTitle: 'This page could not be opened',
}
