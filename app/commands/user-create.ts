import { createInterface } from 'node:readline/promises'
import { createUserAccount, roleNames, type Role } from '#modules/identity'
import { Username } from '#modules/identity/contract'
import { neededOption, optionalText, print, UsageError, type Command } from './command.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: `user create --name NAME --username NAME --role ${roleNames.join('|')} [--area ID]`,
  summary: t.summaries.userCreate,
  options: {
    name: { type: 'string' },
    username: { type: 'string' },
    role: { type: 'string' },
    area: { type: 'string', default: '0' },
  },
  run: async (given) => {
    const username = Username.safeParse(neededOption(given, 'username'))
    if (!username.success) throw new UsageError(t.notAUsername)
    const user = {
      name: neededOption(given, 'name'),
      username: username.data,
      role: roleFrom(neededOption(given, 'role')),
      areaId: areaFrom(optionalText(given, 'area') ?? '0'),
      password: await readPassword(),
    }
    const { userId } = await withProgram((local) =>
      local.request((ctx) => {
        ctx.audit({ action: 'identity.user_created', details: { role: user.role, areaId: user.areaId } })
        return createUserAccount(ctx, user)
      }),
    )
    print(given, { userId }, [t.results.userCreated(user.username, userId)])
    return 0
  },
}

function roleFrom(text: string): Role {
  const role = roleNames.find((name) => name === text)
  if (!role) throw new UsageError(t.notOneOf('--role', roleNames))
  return role
}

function areaFrom(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(t.notAnArea(text))
  return Number(text)
}

/** From standard input and never from the command line, where every user of the machine could read it. */
async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write(t.password)
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  throw new UsageError(t.noPassword)
}
