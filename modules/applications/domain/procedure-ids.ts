/** What somebody may ask a commune for, or what an officer begins by duty («thủ tục»). */
export const procedureIds = [
  'monthly_allowance',
  'social_pension',
  'care_support',
  'funeral_support',
  'temporary_care',
  'disability_degree',
  'facility_admission',
  'emergency_admission',
  'facility_discharge',
  'emergency_relief',
  'emergency_housing',
  'emergency_death',
  'residence_transfer',
  'suspension',
  'resumption',
  'termination',
  'conversion',
] as const
export type ProcedureId = (typeof procedureIds)[number]
