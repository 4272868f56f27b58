/** The names of the roles alone: what they allow is long, and pages that name a role have no need of it. */
export const roleNames = [
  'commune_officer',
  'commune_chair',
  'commune_deputy',
  'facility_officer',
  'facility_head',
  'province_specialist',
  'payroll_accountant',
  'payroll_approver',
  'payment_clerk',
  'administrator',
] as const

export type Role = (typeof roleNames)[number]
