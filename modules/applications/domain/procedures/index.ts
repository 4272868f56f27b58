import type { Procedure, ProcedureId } from '../procedure.ts'
import { careSupport } from './care-support.ts'
import { conversion } from './conversion.ts'
import { disabilityDegree } from './disability-degree.ts'
import { resumption, suspension, termination } from './during-award.ts'
import { emergencyAdmission } from './emergency-admission.ts'
import { emergencyRelief } from './emergency-relief.ts'
import { emergencyDeath, emergencyHousing } from './emergency-support.ts'
import { facilityAdmission } from './facility-admission.ts'
import { facilityDischarge } from './facility-discharge.ts'
import { funeralSupport } from './funeral-support.ts'
import { monthlyAllowance } from './monthly-allowance.ts'
import { residenceTransfer } from './residence-transfer.ts'
import { socialPension } from './social-pension.ts'
import { temporaryCare } from './temporary-care.ts'

const byId: Readonly<Record<ProcedureId, Procedure>> = {
  monthly_allowance: monthlyAllowance,
  social_pension: socialPension,
  care_support: careSupport,
  funeral_support: funeralSupport,
  temporary_care: temporaryCare,
  disability_degree: disabilityDegree,
  facility_admission: facilityAdmission,
  emergency_admission: emergencyAdmission,
  facility_discharge: facilityDischarge,
  emergency_relief: emergencyRelief,
  emergency_housing: emergencyHousing,
  emergency_death: emergencyDeath,
  residence_transfer: residenceTransfer,
  suspension,
  resumption,
  termination,
  conversion,
}

/** Every procedure this system knows («bộ thủ tục»). */
export const procedures: readonly Procedure[] = Object.values(byId)
