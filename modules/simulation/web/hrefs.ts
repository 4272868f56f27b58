import type { Scenario, ScenarioId } from '../contract.ts'

export const listHref = '/nghiep-vu/mo-phong'
export const newHref = `${listHref}/moi`
export const scenarioHref = (id: ScenarioId) => `${listHref}/${id}`
export const compareHref = (ids: readonly ScenarioId[]) => `${listHref}/so-sanh?kichban=${ids.join(',')}`
/** What a page is asked to reckon stands in its address: it can be sent, kept and loaded again. */
export const searchOf = (scenario: Scenario) => ({ noidung: JSON.stringify(scenario) })
