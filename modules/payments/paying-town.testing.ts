import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { JobKinds } from '#platform/server/jobs'
import { openOwnDatabase, type OwnDatabase } from '#testing/own-database'
import { openBank } from '../../simulators/bank/bank.ts'
import { openPostOffice } from '../../simulators/post-office/post-office.ts'
import {
  putIntoFolder,
  takeFromFolder,
  type Counter,
  type SealedCounter,
} from '../../simulators/transport.ts'
import * as contract from './contract.ts'
import type { EnvelopeId, ProviderId } from './contract.ts'
import { paymentsJobs } from './index.ts'
import { givenApprovedRun, staffOf } from './testing.ts'

/** What one person with a severe disability gets in a month. */
export const one = 810_000

/** A commune, its three people, and a bank and a post office that talk to it through folders; envelopes are made. */
export type PayingTown = Awaited<ReturnType<typeof openPayingTown>>

export async function openPayingTown({
  people,
  accountOf,
  kinds = paymentsJobs,
}: { people?: number; accountOf?: (index: number) => string; kinds?: JobKinds } = {}) {
  const own: OwnDatabase = await openOwnDatabase({ kinds })
  const home = await mkdtemp(join(tmpdir(), 'ansinh-town-'))
  const town = await givenApprovedRun(own, {
    delivery: { by: 'folder', outbox: join(home, 'orders'), inbox: join(home, 'answers') },
    ...(people !== undefined && { people }),
    ...(accountOf && { accountOf }),
  })
  const staff = staffOf(own)
  const bank = openBank({
    path: ':memory:',
    account: '3713012345678',
    funds: 100_000_000,
    statements: 'camt.053',
    day: '2026-11-23',
  })
  const postOffice = openPostOffice({ path: ':memory:', day: '2026-11-23', unclaimed: 2 })
  await staff.clerk(contract.prepareEnvelopes, { runId: town.runId, requestId: crypto.randomUUID() })
  const envelopeOf = async (kind: 'bank' | 'post_office'): Promise<EnvelopeId> =>
    (await staff.clerk(contract.listEnvelopes, { runId: town.runId })).find(
      ({ provider }) => provider.kind === kind,
    )!.id
  const approve = async (id: EnvelopeId) => {
    await staff.accountant(contract.checkEnvelope, { id })
    await staff.approver(contract.approveEnvelope, { id })
  }
  return {
    ...town,
    own,
    home,
    staff,
    bankBooks: bank,
    postBooks: postOffice,
    envelopeOf,
    approve,
    send: async (id: EnvelopeId) => {
      await staff.clerk(contract.sendEnvelope, { id })
      await own.runJobs()
    },
    /** A provider takes what lies in the folder, ends its day, and its answers are read. */
    endDay: async (books: Counter | SealedCounter, providerId: string) => {
      takeFromFolder(books, join(home, 'orders'))
      books.closeDay()
      putIntoFolder(books, join(home, 'answers'))
      await staff.clerk(contract.fetchResponses, { id: providerId as ProviderId })
      await own.runJobs()
    },
    /** What stands on each account; debit and credit of all of them are equal. */
    balance: async () => {
      const { accounts, debit, credit } = await staff.accountant(contract.getTrialBalance, {})
      expect(debit).toBe(credit)
      return Object.fromEntries(accounts.map((row) => [row.account, row.debit - row.credit]))
    },
    close: async () => {
      await own.drop()
      await rm(home, { recursive: true })
    },
  }
}
