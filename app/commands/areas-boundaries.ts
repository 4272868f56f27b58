import { basename } from 'node:path'
import { CivilDate } from '#kernel/civil-date'
import { importBoundaries } from '#modules/geography'
import { neededOption, neededWord, optionalText, print, UsageError, type Command } from './command.ts'
import { label } from './labels.ts'
import { t } from './language.ts'
import { withProgram } from './program.ts'
import { readBytes } from './read-file.ts'

/** Looks at outlines of communes in a file, and keeps those that are sound where that is asked. */
export const command: Command = {
  usage: 'areas boundaries FILE --source TEXT [--on YYYY-MM-DD] [--property NAME] [--schematic] [--keep]',
  summary: t.summaries.areasBoundaries,
  options: {
    source: { type: 'string' },
    on: { type: 'string' },
    property: { type: 'string' },
    schematic: { type: 'boolean' },
    keep: { type: 'boolean' },
  },
  run: async (given) => {
    const file = neededWord(given, 0, 'FILE')
    const source = neededOption(given, 'source')
    const on = optionalText(given, 'on')
    const day = on === undefined ? undefined : CivilDate.safeParse(on).data
    if (on !== undefined && day === undefined) throw new UsageError(t.notADay('--on'))
    const bytes = await readBytes(file)
    const report = await withProgram((local) =>
      local.request((ctx) =>
        importBoundaries(ctx, {
          name: basename(file),
          bytes,
          on: day ?? ctx.today,
          source,
          note: null,
          codeProperty: optionalText(given, 'property'),
          isSchematic: given.options['schematic'] === true,
          isKept: given.options['keep'] === true,
        }),
      ),
    )
    const words = label.territory
    print(given, report, [
      words.soundOf(String(report.sound), String(report.outlines)),
      ...report.findings.map(
        ({ place, name, level, code, detail }) =>
          `  ${words.levels[level]} ${words.place} ${place} ${name}: ${words.outlineFindings[code](detail)}`,
      ),
      ...report.overlaps.map(
        ({ one, other, km2, share }) =>
          `  ${words.overlap(one.name, other.name, String(km2), String(Math.round(share * 100)))}`,
      ),
      ...report.gaps.map(
        ({ at, km2, between }) =>
          `  ${words.gap(between.map(({ name }) => name).join(', '), String(km2), at.join('; '))}`,
      ),
      ...(report.missing.count > 0
        ? [words.missing(String(report.missing.count), report.missing.first.join(', '))]
        : []),
      ...(report.kept > 0 ? [words.kept(String(report.kept))] : []),
    ])
    return report.sound === report.outlines ? 0 : 1
  },
}
