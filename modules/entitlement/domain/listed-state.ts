/** What has become of an award a list brought along: it waits, was confirmed, was not needed, or was sent back. */
export const listedStates = ['proposed', 'confirmed', 'held', 'sent_back'] as const
export type ListedState = (typeof listedStates)[number]
