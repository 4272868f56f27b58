import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ageOn } from '#kernel/civil-date'
import { formatBirth, formatCount } from '#kernel/written'
import { isUnnamedRule } from '#modules/entitlement'
import type { Ctx } from '#platform/server/context'
import { makePdf } from '#platform/server/documents'
import type { ProspectId, ProspectView } from '../contract.ts'
import { problems } from '../domain/problems.ts'
import { sayCauses } from '../domain/words.ts'
import { wordsVi } from '../domain/words.vi.ts'
import { listConfidential } from '../db/list.ts'
import { getProspects } from './follow-up.ts'
import { paperWords } from './messages.vi.ts'
import { viewProspects } from './view-prospects.ts'

const words = paperWords.letter
const adult = 16

/** A letter for each person with a right to ask for, no file in hand and no list that waits; others have nothing to be invited to. */
export async function printInvitations(
  ctx: Ctx,
  { prospectIds }: { prospectIds: readonly ProspectId[] },
): Promise<File> {
  const rows = (await getProspects(ctx, prospectIds)).filter(
    ({ event, fileId, waitingImportId }) => event === 'grant' && fileId === null && waitingImportId === null,
  )
  if (rows.length === 0) throw problems('nobody_to_invite')
  const confidential = await listConfidential(
    ctx,
    rows.map(({ id }) => id),
  )
  const prospects = await viewProspects(ctx, rows)
  for (const { id, person } of prospects)
    ctx.audit({ action: 'outreach.person_invited', personId: person.id, subject: id })
  const source = await readFile(join(import.meta.dirname, 'invitation.typ'), 'utf8')
  const isDiscreet = ({ id, rulesBefore, rulesAfter }: ProspectView) =>
    confidential.has(id) || [...rulesBefore, ...rulesAfter].some(isUnnamedRule)
  const letters = prospects.map((prospect) => letterOf(ctx, prospect, isDiscreet(prospect)))
  const pdf = await makePdf(source, { words: { ...paperWords, ...words }, letters })
  return new File([pdf], `${words.fileName(ctx.today)}.pdf`, { type: 'application/pdf' })
}

/** What stands in one letter. It goes by other hands: what is confidential is not hinted at, and reads like its company. */
function letterOf(ctx: Ctx, prospect: ProspectView, isDiscreet: boolean) {
  const { person, area, village, benefit, before, after, delayCost, deadline, causes, lacking } = prospect
  const isCare = benefit === 'care_support'
  const isChild = ageOn(person.born, ctx.today) < adult
  const told = formatBirth(person.born, person.bornPrecision)
  const born = person.bornPrecision === 'year' ? words.year(told) : told
  const reached = causes.flatMap((cause) => ('on' in cause && cause.on > ctx.today ? [cause.on] : []))[0]
  return {
    committee: paperWords.committee,
    unit: area.name,
    dated: words.dated(area.name.replace(/^\S+ /, ''), ctx.today),
    to: isCare ? words.toCarer(person.name) : words.to(person.sex === 'female', isChild),
    name: isCare ? '' : person.name,
    born: words.born(born),
    home: words.home(village, area.name),
    why: words.why(
      words.who(person.sex === 'female', isCare || isChild),
      isDiscreet ? words.discreet : wordsVi.benefit[benefit],
      isDiscreet
        ? ''
        : sayCauses(
            wordsVi,
            causes.filter(({ kind }) => kind !== 'law'),
          ),
      reached !== undefined,
    ),
    parts: [
      {
        head: words.whatHead,
        lines: [
          before > 0 ? words.more(formatCount(before), formatCount(after)) : words.what(formatCount(after)),
        ],
      },
      {
        head: words.costHead,
        lines: [delayCost > 0 ? words.cost(formatCount(delayCost)) : words.noCost],
      },
      {
        head: words.untilHead,
        lines: [
          ...(reached ? [words.notBefore(reached)] : []),
          ...(deadline ? [words.until(deadline.by, deadline.month)] : []),
        ],
      },
      {
        head: words.papersHead,
        lines: [
          ...words.papers[benefit],
          ...lacking.flatMap((lack) => words.morePapers[lack] ?? []),
          words.haveAlready,
        ],
      },
      { head: words.whereHead, lines: [words.where(area.name), words.free] },
    ],
    mistaken: words.mistaken,
    signed: words.signed,
    signedHow: words.signedHow,
  }
}
