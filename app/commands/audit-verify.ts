import { verifyChain } from '#modules/audit'
import { print, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'
import { showProgress } from './progress.ts'

export const command: Command = {
  usage: 'audit verify',
  summary: t.summaries.auditVerify,
  run: async (given) => {
    const progress = showProgress(t.progress.audit)
    const result = await withProgram((local) =>
      local.request((ctx) => verifyChain(ctx, (done, total) => progress.update(done, total))),
    )
    progress.end()
    const { isWhole, entries, head, flaw } = result
    print(
      given,
      result,
      isWhole
        ? [t.results.whole(entries, head)]
        : [t.results.flawed(flaw!.sequence, label.audit.flaws[flaw!.why], entries)],
    )
    return isWhole ? 0 : 1
  },
}
