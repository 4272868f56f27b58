import type { FormWords } from './form-words.vi.ts'

export const formWords: FormWords = {
  what: 'What has changed?',
  whatHint: 'Choose all that changed. Each becomes a change request or a task; somebody else decides later.',
  chooseOne: 'Choose at least one thing that changed.',
  diedOn: 'Day of death',
  since: 'Since',
  village: 'Village',
  address: 'Address',
  level: 'Degree of disability',
  certificate: 'Number of the certificate',
  issuedOn: 'Day of issue',
  text: (field) => `${field}: what is different?`,
  needed: 'This is needed.',
  neededDay: 'Write the day, as 20/11/2026.',
  note: 'Note',
  noteHint: 'Who said so, when, when to come again. May be left out.',
}
