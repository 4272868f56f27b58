import { z } from 'zod'
import type { Ctx } from '#platform/server/context'
import { readSetting, writeSetting } from '#platform/server/settings'
import { roleNames } from '../domain/roles.ts'

const DemoAccounts = z.array(
  z.object({ username: z.string(), name: z.string(), role: z.enum(roleNames), password: z.string() }),
)
export type DemoAccount = z.infer<typeof DemoAccounts>[number]

export const demoAccountsKey = 'identity.demo_accounts'

/** Lets the sign-in page offer accounts of made-up people; an installation with real ones never calls it. */
export async function declareDemoAccounts(ctx: Ctx, accounts: readonly DemoAccount[]) {
  await writeSetting(ctx, demoAccountsKey, accounts)
}

export async function findDemoAccounts(ctx: Pick<Ctx, 'db'>): Promise<DemoAccount[]> {
  return DemoAccounts.parse((await readSetting(ctx, demoAccountsKey)) ?? [])
}
