import type * as certificates from './certificate-file.ts'
import type * as joining from './join-pages.ts'
import type * as word from './make-word.ts'
import type * as sealing from './sealed-file.ts'
import type * as signing from './sign-pdf.ts'

/**
 * What needs a large library is loaded when it is first asked for: a server at rest, and a process that never signs, do without
 * the memory it takes.
 */
export const joinPages: typeof joining.joinPages = async (...given) =>
  (await import('./join-pages.ts')).joinPages(...given)

export const makePaperWord: typeof word.makePaperWord = async (...given) =>
  (await import('./make-word.ts')).makePaperWord(...given)

export const certificateFile: typeof certificates.certificateFile = async (...given) =>
  (await import('./certificate-file.ts')).certificateFile(...given)

export const signPdf: typeof signing.signPdf = async (...given) =>
  (await import('./sign-pdf.ts')).signPdf(...given)

export const checkSignatures: typeof signing.checkSignatures = async (...given) =>
  (await import('./sign-pdf.ts')).checkSignatures(...given)

export const signFile: typeof sealing.signFile = async (...given) =>
  (await import('./sealed-file.ts')).signFile(...given)

export const sealFile: typeof sealing.sealFile = async (...given) =>
  (await import('./sealed-file.ts')).sealFile(...given)

export const openSealed: typeof sealing.openSealed = async (...given) =>
  (await import('./sealed-file.ts')).openSealed(...given)
