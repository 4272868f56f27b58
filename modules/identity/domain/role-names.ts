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
  'pay_point_clerk',
  'administrator',
  'payment_source',
] as const

export type Role = (typeof roleNames)[number]

/** Roles of other systems: they bring a key instead of a password, and a key opens nothing else. */
export const machineRoles: readonly string[] = ['payment_source'] satisfies readonly Role[]
