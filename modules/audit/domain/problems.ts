import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('audit', { period_too_long: 422, period_reversed: 422 })
