/** Why an award may be suspended: uncollected, refusing to be looked at again, or held before trial (PROC-6a–c). */
export const suspensionGrounds = ['not_collected', 'refuses_review', 'detained'] as const
export type SuspensionGround = (typeof suspensionGrounds)[number]
