import { makePaperPdf, slipPaper } from '#modules/documents'
import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { findLastCouncil, type Proposal } from '../db/proposals.ts'
import { council } from '../domain/procedures/disability-parts.ts'
import { declarationOf, hasForm } from './declaration.ts'
import { formWords } from './messages.vi.ts'
import { meetingIn, minutesOf } from './minutes.ts'
import { openFiles, type OpenFile } from './open-file.ts'
import { atPresentAddress } from './verification.ts'

export type PrintedForm = 'declaration' | 'council_minutes'

/**
 * A form filled in from the file, to be printed, read over and signed by hand: nothing is issued and nothing kept, for what
 * counts is the sheet with its signatures; the minutes are kept with the certificate that rests on them.
 */
export async function printForm(ctx: Ctx, { id, form }: { id: string; form: PrintedForm }): Promise<File> {
  const [file] = await openFiles(ctx, [await getApplication(ctx, id)])
  const { application } = file! // One in, one out.
  const { personId, code } = application
  if (personId)
    ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const paper =
    form === 'declaration' ? await declarationOf(ctx, file!) : slipPaper(await minutesOf(ctx, file!))
  const { pdf } = await makePaperPdf(atPresentAddress(paper))
  return new File([pdf], `${formWords.name[form]} ${code}.pdf`, { type: 'application/pdf' })
}

/** Which forms there is something to print of. */
export function formsToPrint(file: OpenFile, proposal: Proposal | undefined): PrintedForm[] {
  return [
    ...(hasForm(file) && file.application.closedAt === null ? (['declaration'] as const) : []),
    ...(meetingIn(proposal) ? (['council_minutes'] as const) : []),
  ]
}

/** Who sat in the council last, so that nobody types the same names for every file; else the offices the law names. */
export async function showCouncil(ctx: Ctx) {
  const last = await findLastCouncil(ctx)
  return {
    people: last ?? council.members.map(({ vi }) => ({ office: vi, name: '' })),
  }
}
