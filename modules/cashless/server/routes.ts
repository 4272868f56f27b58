import { serve } from '#platform/server/http'
import * as contract from '../contract.ts'
import { listCampaign } from './campaign.ts'
import { downloadCampaign } from './download-campaign.ts'
import { getEffect } from './effect.ts'
import { getOverview } from './overview.ts'
import { listFreeCommunes, listWaves } from './show-waves.ts'
import { assignPayees, recordVisit } from './visit.ts'
import { cancelWave, changeWave, planWave } from './waves.ts'

export const cashlessRoutes = {
  getCashlessOverview: serve(contract.getCashlessOverview, getOverview),
  listWaves: serve(contract.listWaves, listWaves),
  listFreeCommunes: serve(contract.listFreeCommunes, listFreeCommunes),
  planWave: serve(contract.planWave, planWave),
  changeWave: serve(contract.changeWave, changeWave),
  cancelWave: serve(contract.cancelWave, cancelWave),
  getCashlessEffect: serve(contract.getCashlessEffect, getEffect),
  listCampaign: serve(contract.listCampaign, listCampaign),
  recordVisit: serve(contract.recordVisit, recordVisit),
  assignPayees: serve(contract.assignPayees, assignPayees),
  downloadCampaign: serve(contract.downloadCampaign, downloadCampaign),
}
