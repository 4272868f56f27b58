import { openDatabase } from '#platform/server/database'
import { verifyDemo } from '../demo/verify.ts'
import { print, UsageError, type Command } from './command.ts'
import { figureSaid, label } from './labels.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'

export const command: Command = {
  usage: 'demo verify',
  summary: t.summaries.demoVerify,
  run: async (given) => {
    const result = await withProgram(async ({ ownerUrl }) => {
      const owner = openDatabase(ownerUrl, 1)
      try {
        return await verifyDemo(owner)
      } finally {
        await owner.destroy()
      }
    })
    if (!result) throw new UsageError(t.noDemonstration)
    const lines = result.findings.map(({ what, wanted, found, isRight }) =>
      t.results.figure(isRight ? label.isRight : label.isWrong, figureSaid(what), found, wanted),
    )
    print(given, result, lines)
    return result.isRight ? 0 : 1
  },
}
