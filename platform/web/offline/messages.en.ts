import type { Messages } from './messages.vi.ts'

export const messages: Messages = {
  kept: (taken, expires) => `Taken at ${taken}, good until ${expires}.`,
  unsentInside: (count) => `${count} records not sent. Open the list with a network to send them.`,
  expired: (at) =>
    `The list ran out at ${at}. Open it to send what was recorded, hand it in, and take a new one.`,
  code: 'Code of the list',
  wrongCode: 'The code is wrong.',
  unlock: 'Open the list',
  forgotCode: 'Code forgotten: open with the account that is signed in',
  newCode: 'Choose a code for the list',
  newCodeHint: 'At least 6 digits. It stays on this device, where the list is encrypted with it.',
  shortCode: (least) => `The code needs at least ${least} digits.`,
  online: 'Network',
  offline: 'No network, records are kept',
  unsent: (count) => `${count} records not sent`,
  pageKept: 'This page is kept on the device and opens without a network.',
  notKept: 'The page could not be kept on the device: do not close it without a network.',
  cannotSeal:
    'This browser cannot encrypt a list, so none can be carried. Open the page over https, or print the list on paper.',
}
