import { BoundaryReport, OutlineFile, outlineFileProblems } from '#modules/geography/contract'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { administer, StepId } from './shared.ts'

export const importStepOutlines = endpoint({
  method: 'POST',
  path: '/territory/steps/{id}/outlines',
  summary:
    'Look at a file with the outlines of the parts a step divides communes into, and keep those that are sound where asked',
  permission: administer,
  audit: 'territory.outlines_sent',
  input: OutlineFile.extend({ id: StepId }),
  output: BoundaryReport,
  problems: { ...problems.of('step_not_found', 'reform_not_found'), ...outlineFileProblems },
})
