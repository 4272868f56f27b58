import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('geography', { area_not_found: 404 })
