import { JobId } from '#platform/contract/jobs'
import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { getReform } from '../db/reforms.ts'
import { cancelStep, orderStep } from './apply.ts'
import { mapFigures } from './map-figures.ts'
import { importStepOutlines } from './outlines.ts'
import { listToPlace, placePerson } from './place.ts'
import { listReforms, mapStep, reportStep, showReform, showStep } from './show.ts'
import { checkAgain, startReform } from './start-reform.ts'
import { makeRefusedLines, makeTemplate } from './workbooks.ts'

export const territoryRoutes = {
  startReform: serve(contract.startReform, async (ctx, { file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { id, isRepeat } = await startReform(ctx, { name: file.name, bytes })
    return { id: contract.ReformId.parse(id), isRepeat }
  }),
  listReforms: serve(contract.listReforms, listReforms),
  getReform: serve(contract.getReform, showReform),
  checkReform: serve(contract.checkReform, async (ctx, { id }) => checkAgain(ctx, await getReform(ctx, id))),
  downloadReformTemplate: serve(contract.downloadTemplate, () => makeTemplate()),
  downloadRefusedLines: serve(contract.downloadRefusedLines, (ctx, { id }) => makeRefusedLines(ctx, id)),
  showStep: serve(contract.showStep, showStep),
  mapStep: serve(contract.mapStep, mapStep),
  importStepOutlines: serve(contract.importStepOutlines, async (ctx, { file, note, ...rest }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return importStepOutlines(ctx, { ...rest, name: file.name, bytes, note: note ?? null })
  }),
  orderStep: serve(contract.orderStep, async (ctx, input) => {
    const { jobId } = await orderStep(ctx, input)
    return { jobId: jobId === null ? null : JobId.parse(jobId) }
  }),
  cancelStep: serve(contract.cancelStep, cancelStep),
  reportStep: serve(contract.reportStep, reportStep),
  mapFigures: serve(contract.mapFigures, mapFigures),
  listToPlace: serve(contract.listToPlace, listToPlace),
  placePerson: serve(contract.placePerson, placePerson),
}
