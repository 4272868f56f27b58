import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { countImportEffects, importEffects } from './import-effects.ts'
import { openRequest } from './open.ts'
import { submitRequest, takeStep } from './take-step.ts'
import { preview, viewRequest } from './view.ts'
import { listRequests } from './work-list.ts'

export const changesRoutes = {
  listChangeRequests: serve(contract.listRequests, listRequests),
  getChangeRequest: serve(contract.getRequest, viewRequest),
  getImportEffects: serve(contract.getImportEffects, importEffects),
  countImportEffects: serve(contract.countImportEffects, countImportEffects),
  previewChange: serve(contract.previewChange, (ctx, input) => preview(ctx, { ...input, evidence: null })),
  openChangeRequest: serve(contract.openRequest, openRequest),
  submitChangeRequest: serve(contract.submitRequest, submitRequest),
  decideChangeRequest: serve(contract.decideRequest, takeStep),
  withdrawChangeRequest: serve(contract.withdrawRequest, (ctx, input) =>
    takeStep(ctx, { ...input, step: 'withdraw' }),
  ),
}
