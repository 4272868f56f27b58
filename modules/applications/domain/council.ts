import type { Council } from './procedure.ts'

/** Whether enough members are there for the council to conclude («số thành viên tham dự tối thiểu»). */
export function hasQuorum({ quorum }: Pick<Council, 'quorum'>, members: number, present: number): boolean {
  return quorum === undefined || present * quorum.denominator >= members * quorum.numerator
}

/** What a council concludes: the side with more votes, and the president’s where both have as many. */
export function concludes(
  votes: { readonly for: number; readonly against: number },
  president: 'for' | 'against',
) {
  if (votes.for === votes.against) return president
  return votes.for > votes.against ? 'for' : 'against'
}
