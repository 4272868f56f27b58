import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import {
  assignApplications,
  forCitizen,
  matchPerson,
  proposeDecision,
  receive,
  returnProposal,
  signDecisions,
  submitApplication,
  takeAction,
} from '#modules/applications'
import type { SubmitApplication } from '#modules/applications/contract'
import type { Actor, Ctx } from '#platform/server/context'
import { actAs } from '#platform/server/database'
import type { Doing } from './days.ts'
import { answerAppeal, appeal } from './feedback.ts'
import type { File } from './file.ts'
import type { Staff } from './staff.ts'

export type Desk = { readonly staffOf: (areaId: number) => Staff }

/** One thing that is done about a file, by whoever does it. */
export async function doSomething(ctx: Ctx, doing: Exclude<Doing, 'sign'>, file: File, staff: Staff) {
  const { story } = file
  const by = (actor: Actor) => acting(ctx, actor)
  const move = async (
    action: string,
    more: { reason?: string | undefined; missing?: { kind: string; why: string }[] } = {},
  ) =>
    takeAction(await by(staff.officer), {
      ...(await versionOf(ctx, file)),
      action,
      ...more,
      requestId: newId(),
    })
  switch (doing) {
    case 'receive':
      return receiveFile(ctx, file, staff)
    case 'accept':
      return move('accept')
    case 'decline':
      return move('decline', { reason: story.words?.decline })
    case 'take': {
      const { userId: id } = staff.officer
      return assignApplications(await by(staff.officer), {
        ids: [file.id],
        assignee: { id },
        requestId: newId(),
      })
    }
    case 'askPapers':
      return move('ask_papers', { missing: [{ kind: 'other', why: story.words?.askPapers ?? '' }] })
    case 'supply':
      return move('supply')
    case 'withdraw':
      return move('withdraw')
    case 'propose':
      return propose(await by(staff.officer), file)
    case 'giveBack':
      return giveBack(await by(staff.chair), file)
    case 'handOver':
      return move('hand_over')
    case 'appeal':
      return appeal(ctx, file)
    case 'answer':
      return answerAppeal(await by(staff.officer), file)
  }
}

/** The same transaction, in the name of somebody else. */
async function acting(ctx: Ctx, actor: Actor): Promise<Ctx> {
  await actAs(ctx.db<Record<never, never>>(), actor)
  return { ...ctx, actor }
}

async function receiveFile(ctx: Ctx, file: File, { officer }: Staff) {
  const { story, areaId, subject, personId } = file
  const form: Omit<SubmitApplication, 'isComplete' | 'requestId'> = {
    procedure: story.procedure,
    channel: story.channel ?? 'counter',
    areaId,
    personId: story.channel === 'online' ? null : personId,
    subject,
    applicant: null,
    asked: { standing: {}, event: {}, answers: { ...story.answers } },
    payment: paymentOf(file),
    papers: [],
  }
  if (story.channel !== 'online') {
    const input = { ...form, isComplete: false, requestId: newId() }
    file.id = (await submitApplication(await acting(ctx, officer), input)).id
    return
  }
  file.id = (await forCitizen(ctx, (ctx) => receive(ctx, form))).id
  if (story.isUnmatched) return
  const matched = { ...(await versionOf(ctx, file)), personId, isSameAllTheSame: false, requestId: newId() }
  await matchPerson(await acting(ctx, officer), matched)
}

function paymentOf({ channel }: File): SubmitApplication['payment'] {
  if (!channel) return null
  const { method, bank, account } = channel
  return { method, bank, account, holder: null }
}

async function propose(ctx: Ctx, file: File) {
  const { kind, action = 'propose', reason } = file.story.proposes!
  await proposeDecision(ctx, {
    ...(await versionOf(ctx, file)),
    action,
    kind,
    // A procedure about several benefits is told which; these stories are about the pension.
    benefit: kind === 'grant' || kind === 'refuse' ? null : 'social_pension',
    reasons: reason ? [reason] : [],
    requestId: newId(),
  })
}

async function giveBack(ctx: Ctx, file: File) {
  const [draft] = await draftsOf(ctx, [file])
  const reason =
    file.story.words?.giveBack ?? 'Mức trợ cấp đã đổi theo Nghị định 335/2026/NĐ-CP, đề nghị soạn lại.'
  await returnProposal(ctx, { id: draft!.id, reason, requestId: newId() }) // It was proposed before.
}

/** A chair signs what lies there; what the law has changed meanwhile goes back, is drafted again, and signed then. */
export async function sign(ctx: Ctx, files: readonly File[], officer: Actor) {
  const left = await signOnce(ctx, files)
  for (const file of left) {
    await giveBack(ctx, file)
    await propose(await acting(ctx, officer), file)
    await acting(ctx, ctx.actor)
  }
  if (left.length === 0) return
  const stillLeft = await signOnce(ctx, left)
  if (stillLeft.length > 0) throw new Error(`Left unsigned: ${stillLeft.map(({ id }) => id).join(', ')}`)
}

async function signOnce(ctx: Ctx, files: readonly File[]): Promise<File[]> {
  const drafts = await draftsOf(ctx, files)
  const { left } = await signDecisions(ctx, {
    ids: drafts.map(({ id }) => id),
    isRead: false,
    requestId: newId(),
  })
  const leftFiles = new Set(
    drafts.filter(({ id }) => left.some((one) => one.id === id)).map(({ file }) => file),
  )
  return files.filter(({ id }) => leftFiles.has(id))
}

async function versionOf(ctx: Ctx, { id }: File): Promise<{ id: string; version: number }> {
  const { rows } = await sql<{ version: number }>`
    select version from applications.application where id = ${id}`.execute(ctx.db())
  return { id, version: rows[0]!.version } // Received before anything else.
}

/** The drafts that lie before the chair, and the file of each. */
async function draftsOf(ctx: Ctx, files: readonly File[]): Promise<{ id: string; file: string }[]> {
  const { rows } = await sql<{ id: string; file: string }>`
    select id, application_id as file from applications.proposal
    where state = 'drafted' and application_id = any(${files.map(({ id }) => id)}::uuid[]) order by id`.execute(
    ctx.db(),
  )
  return rows
}
