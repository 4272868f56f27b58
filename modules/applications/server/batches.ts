import { newId } from '#kernel/chance'
import { decisionPaper } from '#modules/documents'
import {
  convertAwards,
  fingerprint,
  listConversion,
  wordsVi,
  type Benefit,
  type ConversionList,
} from '#modules/entitlement'
import { areaAt, areaIdsWithin } from '#modules/geography'
import { givenByLists } from '#modules/payroll'
import { peopleOnPaper, summariesOf } from '#modules/people'
import type { Ctx } from '#platform/server/context'
import { lock } from '#platform/server/request'
import { isWithinArea } from '#platform/server/scope'
import { forWholeCountry } from '#platform/server/whole-country'
import * as batches from '../db/batches.ts'
import { once } from '../db/commands.ts'
import { insertDocuments } from '../db/documents.ts'
import type { LeftOut } from '../db/tables.ts'
import { drawNumbers } from '../db/number-series.ts'
import { newCode } from '../domain/code.ts'
import { numberText } from '../domain/document.ts'
import { conversion } from '../domain/procedures/conversion.ts'
import { problems } from '../domain/problems.ts'
import { headOf } from './freeze.ts'
import { homesOn } from './homes.ts'
import { askForDocuments } from './make-documents.ts'
import { paperWords } from './messages.vi.ts'
import { signatoryFor, signatoryOfDraft, type Signatory } from './signatory.ts'
import { totalsOf, viewBatches, viewLeftOut, viewRows } from './view-batches.ts'

const pageSize = 50

type Asked = { readonly areaId: number; readonly benefit: Benefit }

/** Whom a law in force moves to another amount, and to which: nothing is kept. */
export async function previewBatch(ctx: Ctx, { page, ...asked }: Asked & { page: number }) {
  const { list, leftOut } = await compute(ctx, asked)
  const { from, citation, rows } = list
  const shown = rows.slice((page - 1) * pageSize, page * pageSize)
  return {
    from,
    citation,
    totals: totalsOf(list),
    leftOut: await viewLeftOut(ctx, leftOut),
    rows: await viewRows(ctx, shown),
    page,
    pages: pagesOf(rows.length),
  }
}

/** Puts the list before whoever signs, as the law computes it today; one that still waits gives way to it. */
export function draftBatch(ctx: Ctx, input: Asked & { reason: string; requestId: string }) {
  return once(ctx, 'draft_batch', input, async () => {
    const { list, unit, leftOut } = await compute(ctx, input)
    const { rows, from, citation, ruleSet, unchanged } = list
    if (rows.length === 0) throw problems('batch_empty', { benefit: input.benefit, unchanged })
    const batch = {
      areaId: unit,
      benefit: input.benefit,
      fromMonth: from,
      reason: input.reason,
      citation,
      ruleSet,
      unchanged,
      leftOut: JSON.stringify(leftOut),
      fingerprint: fingerprint(list),
    }
    return { id: await batches.insertBatch(ctx, batch, rows) }
  })
}

export async function listBatches(ctx: Ctx, { state }: { state?: batches.Batch['state'] | undefined }) {
  return { batches: await viewBatches(ctx, await batches.listBatches(ctx, state)) }
}

export async function showBatch(ctx: Ctx, { id, page }: { id: string; page: number }) {
  const batch = await batches.getBatch(ctx, id)
  const [view] = await viewBatches(ctx, [batch])
  const rows = await batches.listBatchRows(ctx, id, { offset: (page - 1) * pageSize, limit: pageSize })
  return {
    batch: view!, // One in, one out.
    leftOut: await viewLeftOut(ctx, batch.leftOut),
    rows: await viewRows(ctx, rows),
    page,
    pages: pagesOf(view!.totals.people),
  }
}

/** The decision with its list as it would go out, word by word. */
export async function showBatchPaper(ctx: Ctx, { id }: { id: string }) {
  const batch = await batches.getBatch(ctx, id)
  if (batch.state !== 'drafted') throw problems('batch_settled', { state: batch.state })
  const signatory = await signatoryOfDraft(ctx, { procedure: conversion, unit: batch.areaId })
  const rows = await batches.listBatchRows(ctx, id)
  const { paper } = await wordBatch(ctx, { batch, rows, signatory, sequence: null, verification: null })
  return { paper }
}

/** Signs a list: one number, one decision about all of them, one paper with its annex, in one transaction. */
export function signBatch(ctx: Ctx, input: { id: string; requestId: string }) {
  return once(ctx, 'sign_batch', input, async () => {
    const batch = await getDrafted(ctx, input.id)
    const { areaId, benefit, draftedBy } = batch
    const signatory = await signatoryFor(ctx, { procedure: conversion, unit: await unitNow(ctx, areaId) })
    if (draftedBy === ctx.actor.userId) throw problems('signer_drafted')
    // Two lists of units one within the other name the same people: the second sees what the first decided.
    await lock(ctx, `applications.convert ${benefit}`)
    const { list } = await compute(ctx, { areaId, benefit })
    if (fingerprint(list) !== batch.fingerprint)
      throw problems('facts_changed', { changes: [{ what: 'list' }] })
    const year = Number(ctx.today.slice(0, 4))
    const series = signatory.series('convert')
    const sequence = await drawNumbers(ctx, { areaId, year, series })
    const number = numberText(sequence, series)
    const verification = newCode('document')
    const decisionId = newId()
    const rows = await batches.listBatchRows(ctx, batch.id)
    const content = await wordBatch(ctx, { batch, rows, signatory, sequence, verification })
    const decision = {
      id: decisionId,
      number,
      areaId,
      signedOn: ctx.today,
      signerTitle: signatory.office,
      reason: batch.reason,
    }
    await convertAwards(ctx, { benefit, decision, list })
    const [documentId] = await insertDocuments(ctx, [
      {
        applicationId: null,
        proposalId: null,
        personId: null,
        areaId,
        kind: 'decision',
        series,
        year,
        sequence,
        number,
        issuedOn: ctx.today,
        content: JSON.stringify(content),
        pdfFileId: null,
        sha256: null,
        verification,
        decisionId,
        batchId: batch.id,
        certificate: null,
        issuedAt: ctx.now,
        issuedBy: ctx.actor.userId,
        issuedName: ctx.actor.name,
        madeAt: null,
      },
    ])
    await batches.settleBatch(ctx, batch.id, { state: 'signed' })
    ctx.audit({
      action: 'applications.decision_signed',
      subject: documentId,
      details: { number, kind: 'convert' },
    })
    ctx.emit({ type: 'applications.converted', documentId, batchId: batch.id, people: rows.length })
    await askForDocuments(ctx)
    return { documentId: documentId!, number }
  })
}

export function returnBatch(ctx: Ctx, input: { id: string; reason: string; requestId: string }) {
  return once(ctx, 'return_batch', input, async () => {
    const { id, areaId } = await getDrafted(ctx, input.id)
    await signatoryFor(ctx, { procedure: conversion, unit: await unitNow(ctx, areaId) })
    await batches.settleBatch(ctx, id, { state: 'returned', returnReason: input.reason })
    return { id }
  })
}

async function getDrafted(ctx: Ctx, id: string): Promise<batches.Batch> {
  const batch = await batches.getBatchForUpdate(ctx, id)
  if (batch.state !== 'drafted')
    throw problems('batch_settled', { state: batch.state, by: batch.settledName, at: batch.settledAt })
  return batch
}

async function unitNow(ctx: Ctx, areaId: number): Promise<number> {
  return (await areaAt(ctx, [areaId], ctx.today)).get(areaId) ?? areaId
}

async function compute(
  ctx: Ctx,
  { areaId, benefit }: Asked,
): Promise<{ list: ConversionList; unit: number; leftOut: readonly LeftOut[] }> {
  const unit = await unitNow(ctx, areaId)
  if (!isWithinArea(ctx.actor, unit)) throw problems('area_not_in_reach', { areaId })
  const areaIds = [...(await areaIdsWithin(ctx, unit))]
  // Whoever moved away is computed with the others, or they would pass for somebody whose amount stays.
  const list = await forWholeCountry(ctx, (ctx) =>
    listConversion(ctx, {
      areaIds,
      benefit,
      signedOn: ctx.today,
      givenTo: (people) => givenByLists(ctx, people),
    }),
  )
  return { unit, ...(await leavingOut(ctx, list)) }
}

/** Whoever moved away since is paid by the law all the same, and decided about where they live now: they are said, not listed. */
async function leavingOut(ctx: Ctx, list: ConversionList) {
  const here = await summariesOf(
    ctx,
    list.rows.map(({ personId }) => personId),
  )
  const leftOut = list.rows
    .filter(({ personId }) => !here.has(personId))
    .map(({ personId }) => ({ personId, why: 'moved_away' as const }))
  return { list: { ...list, rows: list.rows.filter(({ personId }) => here.has(personId)) }, leftOut }
}

type Wording = {
  readonly batch: batches.Batch
  readonly rows: readonly batches.BatchLine[]
  readonly signatory: Signatory
  readonly sequence: number | null
  readonly verification: string | null
}

async function wordBatch(ctx: Ctx, { batch, rows, ...signing }: Wording) {
  const people = await peopleOnPaper(
    ctx,
    rows.map(({ personId }) => personId),
  )
  const units = [...people.values()].map(({ homeAreaId }) => homeAreaId)
  const homes = await homesOn(ctx, units, ctx.today)
  const facts = {
    kind: 'batch' as const,
    ...headOf(ctx, signing),
    bases: [paperWords.law(ctx.today), paperWords.article(batch.citation)],
    act: 'adjust' as const,
    benefit: wordsVi.benefit(batch.benefit),
    from: batch.fromMonth,
    reason: batch.reason,
    rows: rows.map(({ personId, before, after, arrears }) => {
      const { fullName, born, bornPrecision, homeAreaId, homeVillage } =
        people.get(personId) ?? gone(personId)
      const address = [homeVillage, homes.get(homeAreaId)].filter(Boolean).join(', ')
      return { fullName, born, bornPrecision, address, before, after, arrears }
    }),
  }
  return { facts, paper: decisionPaper(facts) }
}

/** Somebody moved away after the list was drafted: it is drafted anew, without them. */
function gone(personId: string): never {
  throw problems('facts_changed', { changes: [{ what: 'list', personId }] })
}

const pagesOf = (rows: number) => Math.max(1, Math.ceil(rows / pageSize))
