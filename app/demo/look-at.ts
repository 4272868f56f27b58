import type { Client } from 'pg'

/**
 * Tells the planner of tables that have grown, or it takes them for what they were; roughly where they will grow again, which
 * costs a quarter.
 */
export async function lookAt(owner: Client, tables: string, { roughly = false } = {}) {
  const target = roughly ? 'set local default_statistics_target = 25;' : ''
  await owner.query(`begin; ${target} analyze ${tables}; commit`)
}
