import type { UnsignedWords } from './unsigned-words.vi.ts'

export const unsignedWords: UnsignedWords = {
  chip: 'numbered, not signed electronically yet',
  why: {
    no_answer: 'The signing service does not answer.',
    busy: 'The signing service is busy.',
    failing: 'Something is wrong with the signing service.',
    not_understood: 'The signing service answered something else.',
    not_trusted: 'The signing service does not accept this system. Ask the administrator to check its key.',
    refused: 'The signing service refuses to sign. Ask the administrator to check the PIN and the key.',
    certificate_differs:
      'The certificate of the service is not the one installed for this unit. Nothing is signed until the administrator has looked.',
    certificate_unusable: 'The certificate has run out, was revoked, or cannot be used.',
    signature_wrong: 'The signature that came back does not match the certificate, so it was not used.',
    key_unreadable: 'The certificate installed for this unit cannot be opened. Ask the administrator.',
    timestamp_missing: 'The timestamp authority does not answer, or gives no timestamp.',
    timestamp_wrong:
      'The timestamp that came back is not for this signature or not of the authority installed here, so it was not used. Ask the administrator.',
  },
  triesAt: (moment) => `It is tried again from ${moment}.`,
  needsSomebody:
    'Number and words stay as they are. When it is mended, press “Sign again”: every paper the unit could not sign is tried.',
  again: 'Sign again',
  againOf: (name) => `Sign again: ${name}`,
  some: (count) => `${count} papers have a number and could not be signed electronically`,
  noneLeft: 'No numbered paper waits for its electronic signature.',
  showThem: 'Show them',
  showAll: 'Show all papers',
}
