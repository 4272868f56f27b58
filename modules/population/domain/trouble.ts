/** Why the register could not be used, in words of ours. */
export const troubles = ['no_answer', 'not_trusted', 'busy', 'failing', 'not_understood', 'forged'] as const
export type Trouble = (typeof troubles)[number]

export const verifiedFields = ['fullName', 'born', 'sex', 'alive'] as const
/** What is compared of somebody; `alive` differs where the register has them dead. */
export type VerifiedField = (typeof verifiedFields)[number]
