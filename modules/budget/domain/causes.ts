/** Why a figure is what it is: as it stands, and what each cause adds or takes away. */
export const causes = ['base', 'ageing', 'law', 'deaths', 'trend'] as const
export type Cause = (typeof causes)[number]
export type Parts = Readonly<Record<Cause, number>>
