import type { Council } from './procedure.ts'

/** Whether enough members are there for the council to conclude («số thành viên tham dự tối thiểu»). */
export function hasQuorum({ quorum }: Pick<Council, 'quorum'>, members: number, present: number): boolean {
  return quorum === undefined || present * quorum.denominator >= members * quorum.numerator
}

/**
 * How many sit in a council by the law (7.2 of the dossier): the chair, the health station, the officer, the Fatherland Front,
 * the Women’s Union, the Youth Union, the veterans; an organisation of disabled people joins them where there is one.
 */
export const leastMembers = 7

/** What a council concludes: the side with more votes, and the president’s where both have as many. */
export function concludes(
  votes: { readonly for: number; readonly against: number },
  president: 'for' | 'against',
) {
  if (votes.for === votes.against) return president
  return votes.for > votes.against ? 'for' : 'against'
}
