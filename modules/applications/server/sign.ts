import { sql } from 'kysely'
import { newId } from '#kernel/chance'
import { Problem } from '#kernel/problem'
import { areaAt } from '#modules/geography'
import type { Ctx } from '#platform/server/context'
import { listApplicationsForUpdate } from '../db/applications.ts'
import { once } from '../db/commands.ts'
import { insertDocuments } from '../db/documents.ts'
import { drawNumbers } from '../db/number-series.ts'
import { listProposalsForUpdate, settle, type Proposal } from '../db/proposals.ts'
import { newCode } from '../domain/code.ts'
import { documentKindOf, numberText } from '../domain/document.ts'
import { decidingAction, planMove } from '../domain/plan.ts'
import { changesBetween, fingerprintOf } from '../domain/proposal.ts'
import { problems } from '../domain/problems.ts'
import type { Computed } from './compute-monthly.ts'
import { askedAgain, computeEach } from './compute-again.ts'
import type { Ready } from './deciding.ts'
import { endsRight } from './differing.ts'
import { freezeDecision } from './freeze.ts'
import { askForDocuments } from './make-documents.ts'
import { openFiles } from './open-file.ts'
import { isForAnother } from './payee.ts'
import { keepMinutes } from './minutes.ts'
import { signatoryFor } from './signatory.ts'
import { moveFile } from './take-action.ts'
import { takeEffect } from './take-effect.ts'

type Wish = { readonly ids: readonly string[]; readonly isRead: boolean; readonly requestId: string }

type Left = { readonly id: string; readonly code: string; readonly details: Record<string, unknown> }

/**
 * Signs decisions: what may not be signed is left with its reason, everything else is done in this one transaction –
 * numbers in a row, awards, frozen papers, the files a step on. The files of the papers are made afterwards.
 */
export function signDecisions(ctx: Ctx, input: Wish) {
  return once(ctx, 'sign', input, async () => {
    const left: Left[] = []
    const proposals = await drafted(ctx, input.ids, left)
    const ready = await test(ctx, proposals, { isRead: input.isRead && input.ids.length === 1, left })
    // An organisation at a time, in one order everywhere, so that two batches never wait for each other crosswise.
    const signed: Signed[] = []
    for (const [, own] of [...Map.groupBy(ready, seriesKey)].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    ))
      signed.push(...(await signTogether(ctx, own, left)))
    if (signed.length > 0) await askForDocuments(ctx)
    return { signed, left }
  })
}

async function drafted(ctx: Ctx, ids: readonly string[], left: Left[]): Promise<Proposal[]> {
  const proposals = await listProposalsForUpdate(ctx, ids)
  const found = new Map(proposals.map((proposal) => [proposal.id, proposal]))
  for (const id of new Set(ids)) {
    const proposal = found.get(id)
    if (!proposal) left.push({ id, ...told(problems('proposal_not_found', { id })) })
    else if (proposal.state !== 'drafted')
      left.push({
        id,
        ...told(
          problems('proposal_settled', {
            state: proposal.state,
            by: proposal.settledName,
            at: proposal.settledAt,
          }),
        ),
      })
  }
  return proposals.filter(({ state }) => state === 'drafted')
}

/** Everything a decision has to stand before it is signed; whatever fails is left, and hinders no other. */
async function test(
  ctx: Ctx,
  proposals: readonly Proposal[],
  { isRead, left }: { readonly isRead: boolean; readonly left: Left[] },
): Promise<Ready[]> {
  const applications = await listApplicationsForUpdate(
    ctx,
    proposals.flatMap(({ applicationId }) => applicationId ?? []),
  )
  const files = new Map((await openFiles(ctx, applications)).map((file) => [file.application.id, file]))
  const computed = await computeEach(
    ctx,
    proposals.map((proposal) => askedAgain(proposal, files.get(proposal.applicationId ?? ''))),
    ctx.today,
  )
  const units = await areaAt(
    ctx,
    proposals.map(({ areaId }) => areaId),
    ctx.today,
  )
  const ready: Ready[] = []
  for (const [index, proposal] of proposals.entries()) {
    try {
      const file = files.get(proposal.applicationId ?? '')
      if (!file) throw problems('application_not_found', { id: proposal.applicationId })
      if (file.application.personId !== proposal.personId) throw problems('person_exchanged')
      const signatory = await signatoryFor(ctx, {
        procedure: file.procedure,
        unit: units.get(proposal.areaId) ?? proposal.areaId,
        facts: file.way.facts,
        detail: proposal.terms.detail,
        application: file.application,
      })
      if (proposal.draftedBy === ctx.actor.userId) throw problems('signer_drafted')
      if (proposal.deviation !== null && !isRead) throw problems('deviates', { why: proposal.deviation })
      if (endsRight(proposal.basis) && !isRead) throw problems('deviates', { why: proposal.terms.reasons[0] })
      if (isForAnother(proposal) && !isRead) throw problems('payee_differs', { payeeId: proposal.payeeId })
      const now = computed[index]!()
      assertUnchanged(ctx, proposal, now)
      const action = decidingAction(file.edition, file.way, { kind: proposal.kind, today: ctx.today })
      if (!action) throw problems('action_not_possible', { kind: proposal.kind, step: file.way.step })
      const move = planMove(file.edition, file.way, {
        action: action.id,
        now: ctx.now,
        reason: proposal.terms.reasons.join(' '),
      })
      ready.push({ proposal, computed: now, file, move, signatory })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      left.push({ id: proposal.id, ...told(error) })
    }
  }
  return ready
}

function told({ code, details }: Problem) {
  return { code, details: { ...details } }
}

/** ERR-11: what it was drafted from has to be what is known now. */
function assertUnchanged(ctx: Ctx, { fingerprint, basis }: Proposal, now: Computed) {
  if (fingerprintOf(now.basis) === fingerprint) return
  const changes = changesBetween(basis, now.basis)
  throw problems('facts_changed', { changes: namesFor(ctx, changes) })
}

const confidential = new Set(['hiv', 'servesSentence', 'due', 'ruleSet'])

/** A change of what the signer may not know is told without its name. */
function namesFor({ actor }: Ctx, changes: ReturnType<typeof changesBetween>) {
  return actor.permissions.has('people.read_confidential')
    ? changes
    : changes.filter(({ what }) => !confidential.has(what))
}

function seriesKey({ proposal, signatory }: Ready): string {
  return `${proposal.areaId} ${signatory.series(proposal.kind)}`
}

/**
 * Signs them all at once; where one of them cannot take effect, each by itself, so that it alone is left and gives its
 * number back.
 */
async function signTogether(ctx: Ctx, ready: readonly Ready[], left: Left[]): Promise<Signed[]> {
  const together = await orBack(ctx, () => signInSeries(ctx, ready))
  if (!(together instanceof Problem)) return together
  if (ready.length === 1) {
    left.push({ id: ready[0]!.proposal.id, ...told(together) })
    return []
  }
  const signed: Signed[] = []
  for (const one of ready) signed.push(...(await signTogether(ctx, [one], left)))
  return signed
}

/** Does something, or leaves the database as it was and says what was refused. */
async function orBack<Result>(ctx: Ctx, work: () => Promise<Result>): Promise<Result | Problem> {
  const tx = ctx.db<Record<never, never>>()
  await sql`savepoint signing`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint signing`.execute(tx)
    return result
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await sql`rollback to savepoint signing`.execute(tx)
    return error
  }
}

type Signed = { readonly id: string; readonly documentId: string; readonly number: string }

/** Signs what is numbered in one row, and writes it all in a few statements. */
async function signInSeries(ctx: Ctx, ready: readonly Ready[]): Promise<Signed[]> {
  const [first] = ready
  const { proposal: its, signatory } = first!
  const areaId = (await areaAt(ctx, [its.areaId], ctx.today)).get(its.areaId)!
  const series = signatory.series(its.kind)
  const year = Number(ctx.today.slice(0, 4))
  const last = await drawNumbers(ctx, { areaId, year, series }, ready.length)
  const numbered = ready.map((one, index) => {
    const sequence = last - ready.length + 1 + index
    return {
      ...one,
      sequence,
      number: numberText(sequence, series),
      decisionId: newId(),
      verification: newCode('document'),
    }
  })
  // The words first: after a move whoever it is about may be out of sight.
  const contents = await freezeDecision(ctx, numbered)
  await takeEffect(ctx, numbered, { areaId, title: signatory.office })
  const ids = await insertDocuments(
    ctx,
    numbered.map(({ proposal, file, sequence, number, decisionId, verification }, index) => ({
      applicationId: file.application.id,
      proposalId: proposal.id,
      personId: proposal.personId,
      areaId,
      kind: documentKindOf(proposal.kind),
      series,
      year,
      sequence,
      number,
      issuedOn: ctx.today,
      content: JSON.stringify(contents[index]),
      pdfFileId: null,
      sha256: null,
      verification,
      decisionId,
      batchId: null,
      certificate: null,
      isConfidential: proposal.isConfidential,
      issuedAt: ctx.now,
      issuedBy: ctx.actor.userId,
      issuedName: ctx.actor.name,
      madeAt: null,
    })),
  )
  await keepMinutes(ctx, numbered)
  await settle(
    ctx,
    numbered.map(({ proposal }) => proposal.id),
    { state: 'signed' },
  )
  for (const { file, move, proposal } of numbered) await moveFile(ctx, file, move, { outcome: proposal.kind })
  for (const [index, { proposal, number }] of numbered.entries()) {
    ctx.audit({
      action: 'applications.decision_signed',
      personId: proposal.personId,
      subject: ids[index],
      details: { number, kind: proposal.kind },
    })
    ctx.emit({
      type: 'applications.decided',
      documentId: ids[index],
      personId: proposal.personId,
      kind: proposal.kind,
    })
  }
  return numbered.map(({ proposal, number }, index) => ({ id: proposal.id, documentId: ids[index]!, number }))
}
