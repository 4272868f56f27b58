/** Read by the program, written by the function audit.append only. */
export type AuditTables = {
  'audit.entry': {
    sequence: number
    at: string
    traceId: string
    userId: string | null
    areaId: number
    action: string
    personId: string | null
    subject: string | null
    details: Record<string, unknown> | null
    previousHash: Buffer
    hash: Buffer
  }
  'audit.head': { sequence: number; hash: Buffer }
}
