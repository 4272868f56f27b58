import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('population', {
  /** This installation is not connected to a population register. */
  not_connected: 409,
  /** It does not answer, or not in a way that can be used. */
  not_reachable: 409,
  no_personal_id: 409,
})
