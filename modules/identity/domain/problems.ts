import { defineProblems } from '#kernel/problem'

export const problems = defineProblems('identity', {
  user_not_found: 404,
  username_taken: 409,
  password_too_short: 422,
  password_common: 422,
  password_contains_username: 422,
  password_wrong: 422,
  password_unchanged: 422,
  area_unknown: 422,
  own_account: 409,
  last_administrator: 409,
  already_locked: 409,
  not_locked: 409,
})
