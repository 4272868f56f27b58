import { makePaperPdf, slipPaper, type Paper } from '#modules/documents'
import { getArea } from '#modules/geography'
import { peopleOnPaper } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { getApplication } from '../db/applications.ts'
import { findLastCouncil, findLastProposal, type Proposal } from '../db/proposals.ts'
import { council } from '../domain/procedures/disability-parts.ts'
import { problems } from '../domain/problems.ts'
import { declarationOf, hasForm } from './declaration.ts'
import { onPaperOf } from './freeze.ts'
import { homesOn } from './homes.ts'
import { formWords, slipWords } from './messages.vi.ts'
import { openFiles, type OpenFile } from './open-file.ts'
import { atPresentAddress } from './verification.ts'

export type PrintedForm = 'declaration' | 'council_minutes'

/**
 * A form filled in from the file, to be printed, read over and signed by hand: nothing is issued and nothing kept, for what
 * counts is the sheet with its signatures.
 */
export async function printForm(ctx: Ctx, { id, form }: { id: string; form: PrintedForm }): Promise<File> {
  const [file] = await openFiles(ctx, [await getApplication(ctx, id)])
  const { application } = file! // One in, one out.
  const { personId, code } = application
  if (personId)
    ctx.audit({ action: 'applications.person_read', personId, subject: id, leavesOnlyTraces: true })
  const paper = form === 'declaration' ? await declarationOf(ctx, file!) : await minutesOf(ctx, file!)
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

function meetingIn(proposal: Proposal | undefined) {
  const { detail } = proposal?.terms ?? {}
  return detail?.kind === 'certify' && detail.meeting && detail.meeting.people.length > 0
    ? { ...detail, meeting: detail.meeting }
    : undefined
}

/** The minutes of the council that concluded («biên bản, Mẫu số 05»), as its secretary wrote down who was there. */
async function minutesOf(ctx: Ctx, { application }: OpenFile): Promise<Paper> {
  const concluded = meetingIn(await findLastProposal(ctx, application.id))
  const { personId } = application
  const person = personId ? (await peopleOnPaper(ctx, [personId])).get(personId) : undefined
  if (!concluded || !person) throw problems('slip_not_possible', { slip: 'council_minutes' })
  const { meeting, concludedOn, types, level, minutes } = concluded
  const { name } = await getArea(ctx, application.areaId)
  const home = (await homesOn(ctx, [person.homeAreaId], ctx.today)).get(person.homeAreaId) ?? ''
  const nameOf = (pattern: RegExp) => meeting.people.find(({ office }) => pattern.test(office))?.name ?? null
  return slipPaper({
    version: 1,
    kind: 'council_minutes',
    desk: { ...formWords.committee(name), phone: null },
    file: application.code,
    signedOn: concludedOn,
    tracking: null,
    number: minutes,
    form: formWords.minutesForm,
    council: `${council.name.vi} ${slipWords.unit(name)}`,
    heldOn: concludedOn,
    members: meeting.people,
    about: onPaperOf(person, home, ctx.today),
    votes: { agree: meeting.for, against: meeting.against },
    types,
    level,
    secretary: nameOf(/thư ký/i),
    president: nameOf(/chủ tịch hội đồng/i),
  })
}

/** Who sat in the council last, so that nobody types the same names for every file; else the offices the law names. */
export async function showCouncil(ctx: Ctx) {
  const last = await findLastCouncil(ctx)
  return {
    people: last ?? council.members.map(({ vi }) => ({ office: vi, name: '' })),
  }
}
