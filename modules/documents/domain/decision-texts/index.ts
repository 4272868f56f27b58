import type { DecisionFacts } from '../decision-facts.ts'
import { adjustText } from './adjust.vi.ts'
import { admitText } from './admit.vi.ts'
import { careText } from './care.vi.ts'
import { dischargeText } from './discharge.vi.ts'
import { emergencyText } from './emergency.vi.ts'
import { funeralText } from './funeral.vi.ts'
import { grantText } from './grant.vi.ts'
import { moveInText } from './move-in.vi.ts'
import { moveOutText } from './move-out.vi.ts'
import { recoverText } from './recover.vi.ts'
import { resumeText } from './resume.vi.ts'
import { stopText } from './stop.vi.ts'
import { suspendText } from './suspend.vi.ts'
import type { DecisionText } from './text.ts'

export { batchText, listWords } from './batch.vi.ts'
export { certificateBlocks, certificateWords } from './certificate.vi.ts'
export { refusalText } from './refusal.vi.ts'
export type { DecisionText } from './text.ts'

type Single = Exclude<DecisionFacts, { kind: 'batch' | 'refuse' | 'certify' }>

/** The approved words of each kind of decision about one person. */
export function textOf(facts: Single): DecisionText {
  switch (facts.kind) {
    case 'grant':
      return grantText(facts)
    case 'adjust':
      return adjustText(facts)
    case 'suspend':
      return suspendText(facts)
    case 'resume':
      return resumeText(facts)
    case 'stop':
      return stopText(facts)
    case 'move_out':
      return moveOutText(facts)
    case 'move_in':
      return moveInText(facts)
    case 'funeral':
      return funeralText(facts)
    case 'care':
      return careText(facts)
    case 'admit':
      return admitText(facts)
    case 'discharge':
      return dischargeText(facts)
    case 'emergency':
      return emergencyText(facts)
    case 'recover':
      return recoverText(facts)
  }
}
