import type { issued as vi } from './messages.vi.ts'

export const issued: typeof vi = {
  title: 'Decisions',
  heading: 'Signed decisions and notices',
  caption: 'Signed papers, the latest first',
  search: 'Search',
  searchHint: 'Number, name, code of the file or verification code',
  kind: 'Kind',
  everyKind: 'Every kind',
  number: 'Number',
  onList: 'everybody on its list',
  person: 'Person',
  signed: 'Signed on',
  signer: 'Signed by',
  paper: 'Paper',
  verification: 'Verification code',
  none: {
    title: 'Nothing has been signed yet.',
    next: 'Signed decisions appear here with their PDF and Word.',
  },
  noneFound: 'No paper fits.',
  next: 'Next page',
  first: 'Back to the beginning',
}
