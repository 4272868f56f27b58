import type { SlipFacts } from '#modules/documents'
import { getArea } from '#modules/geography'
import { peopleOnPaper } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { findLastProposal, type Proposal } from '../db/proposals.ts'
import { council } from '../domain/procedures/disability-parts.ts'
import { problems } from '../domain/problems.ts'
import type { Numbered } from './deciding.ts'
import { onPaperOf } from './freeze.ts'
import { homesOn } from './homes.ts'
import { keepSlip } from './keep-slip.ts'
import { formWords, slipWords } from './messages.vi.ts'
import type { OpenFile } from './open-file.ts'

/**
 * Keeps the minutes of the council with the file once their conclusion is signed: word by word as they were concluded, however
 * often the names of its members change afterwards. The sheet its members signed by hand stays in the archive of the office.
 */
export async function keepMinutes(ctx: Ctx, decided: readonly Numbered[]): Promise<void> {
  for (const { proposal, file } of decided) {
    if (!meetingIn(proposal)) continue
    const facts = await minutesOf(ctx, file)
    await keepSlip(ctx, file.application, { kind: 'council_minutes', personId: proposal.personId, facts })
  }
}

/** What a council concluded, with who was there by name; nothing of what no council concluded. */
export function meetingIn(proposal: Proposal | undefined) {
  const { detail } = proposal?.terms ?? {}
  return detail?.kind === 'certify' && detail.meeting && detail.meeting.people.length > 0
    ? { ...detail, meeting: detail.meeting }
    : undefined
}

/** The minutes of the council that concluded («biên bản, Mẫu số 05»), as its secretary wrote down who was there. */
export async function minutesOf(
  ctx: Ctx,
  { application }: Pick<OpenFile, 'application'>,
): Promise<SlipFacts> {
  const concluded = meetingIn(await findLastProposal(ctx, application.id))
  const { personId } = application
  const person = personId ? (await peopleOnPaper(ctx, [personId])).get(personId) : undefined
  if (!concluded || !person) throw problems('slip_not_possible', { slip: 'council_minutes' })
  const { meeting, concludedOn, types, level, minutes } = concluded
  const { name } = await getArea(ctx, application.areaId)
  const home = (await homesOn(ctx, [person.homeAreaId], ctx.today)).get(person.homeAreaId) ?? ''
  const nameOf = (pattern: RegExp) => meeting.people.find(({ office }) => pattern.test(office))?.name ?? null
  return {
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
  }
}
