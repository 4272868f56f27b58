import type { uploadProblemsVi, uploadStatesVi } from './problem-words.vi.ts'

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024).toLocaleString('en')

const acts: Readonly<Record<string, string>> = {
  script: 'has a program inside',
  opening: 'opens a web page or does something else of itself',
  launch: 'has a command that opens other programs',
  attachment: 'has other files inside',
  sending: 'has a command that sends data elsewhere',
  media: 'has film or sound inside',
}

export const uploadProblemsEn: typeof uploadProblemsVi = {
  'documents.upload_empty': 'The file has nothing in it. Please choose another picture or file.',
  'documents.upload_too_large': ({ limit, size }) =>
    `The picture or file is too large${size === undefined ? '' : ` (${megabytes(size)} MB)`}; each may have ${megabytes(limit)} MB. Take the picture again in the usual mode, or send page by page.`,
  'documents.upload_of_other_kind':
    'This file is neither a picture nor a PDF. Please take a picture of the paper and send that.',
  'documents.picture_unreadable':
    'This picture cannot be opened; it may be damaged or half sent. Please take it again and send it again; the other pictures are still here.',
  'documents.picture_too_many_pixels': ({ megapixels }) =>
    `The picture has ${megapixels.toLocaleString('en')} megapixels, more than reading needs. Please take it again in the usual mode (below 52 megapixels).`,
  'documents.pdf_unreadable':
    'This PDF cannot be opened; it may be damaged. Please save it again, or take a picture of each page.',
  'documents.pdf_locked':
    'The PDF has a password, so the officer cannot read it. Please remove the password, or take a picture of each page.',
  'documents.pdf_active': ({ what }) =>
    `The PDF ${acts[what] ?? 'acts by itself'}, which is not taken for safety. Please print it and take a picture, or save it by printing to PDF.`,
  'documents.pdf_too_many_pages': ({ pages, most }) =>
    `The PDF has ${pages} pages; each file may have ${most}. Please send only the pages that are needed.`,
  'documents.upload_infected':
    'The scanner found malicious software in this file. Please take a new picture of the paper and send that.',
  'documents.upload_quarantined':
    'This file waits to be scanned and cannot be opened yet. It is scanned again within the hour.',
  'documents.intake_busy':
    'Many people are sending pictures now. Please wait a minute and send again; what you entered is still here.',
}

export const uploadStatesEn: Readonly<Record<keyof typeof uploadStatesVi, string>> = {
  unscanned: 'Not scanned for malicious software',
  waiting: 'Waiting to be scanned',
  clean: 'Scanned, nothing found',
  infected: 'Malicious, not opened',
}
