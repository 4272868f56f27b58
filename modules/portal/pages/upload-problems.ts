import { uploadProblemsEn, uploadProblemsVi } from '#modules/documents/engine'
import type { Messages } from './messages.vi.ts'

/** Why a file was not taken, in the words of whoever looks at files. */
export function uploadProblems(t: Messages, code: string, data: Readonly<Record<string, unknown>>) {
  const all = t.language === 'en' ? uploadProblemsEn : uploadProblemsVi
  const words = (all as Readonly<Record<string, string | ((data: never) => string)>>)[code] // By its codes.
  return typeof words === 'function' ? words(data as never) : words // Each with what it is told.
}
