import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { UnsoundLaw } from '#kernel/law'
import { Problem } from '#kernel/problem'
import { ConfigurationError } from '#platform/server/configuration-error'
import { UsageError, type Command, type ExitCode } from './commands/command.ts'
import { commands, findCommand } from './commands/index.ts'
import { language, t } from './commands/language.ts'

const common = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** Does what these words ask for, and says with which code the process is to end. */
export function runCommandLine(argv: readonly string[]): Promise<ExitCode> {
  return main(argv).catch((error) => refuseUnsoundLaw(error, argv))
}

async function main(argv: readonly string[]): Promise<ExitCode> {
  const names = argv.filter((word, index) => !word.startsWith('-') && index < 2)
  const found = findCommand(names)
  if (!found) {
    const isHelp = argv.length === 0 || argv.includes('--help') || argv.includes('-h') || argv[0] === 'help'
    if (!isHelp) process.stderr.write(`${t.noCommand(names.join(' '))}\n\n`)
    process[isHelp ? 'stdout' : 'stderr'].write(await help())
    return isHelp ? 0 : 2
  }
  const { command } = await found.load()
  return run(command, argv.slice(found.taken))
}

async function run(command: Command, args: string[]): Promise<ExitCode> {
  try {
    const { values, positionals } = parse(command.options ?? {}, args)
    if (values['help']) {
      process.stdout.write(`ansinh ${command.usage}\n  ${command.summary}\n`)
      return 0
    }
    if (values['lang'] !== undefined && values['lang'] !== 'vi' && values['lang'] !== 'en')
      throw new UsageError(t.notOneOf('--lang', ['vi', 'en']))
    return await command.run({
      words: positionals,
      options: values as Record<string, string | boolean | undefined>, // No option may come twice.
      isJson: values['json'] === true,
    })
  } catch (error) {
    return say(await refusalOf(error, command), args)
  }
}

function parse(options: ParseArgsOptionsConfig, args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, ...common } })
  } catch (cause) {
    throw new UsageError(misused(cause as Error & { code?: string }), { cause }) // parseArgs throws errors only.
  }
}

/** Node says it in English only; the option is in quotation marks. */
function misused({ message, code }: Error & { code?: string }): string {
  const option = /'(-[^' ]+)/.exec(message)?.[1]
  if (!option) return message
  return code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? t.unknownOption(option) : t.optionNeedsValue(option)
}

/** A command that works by the law cannot even be loaded where the law contradicts itself. */
function refuseUnsoundLaw(error: unknown, argv: readonly string[]): ExitCode {
  if (!(error instanceof UnsoundLaw)) throw error
  return say(unsound(error), argv)
}

/** Says what went wrong: in words on standard error, and as one JSON value on standard output where JSON was asked for. */
function say({ code, message, details, exit, hint }: Refusal, argv: readonly string[]): ExitCode {
  process.stderr.write(`${message}\n${hint ?? ''}`)
  if (argv.includes('--json'))
    process.stdout.write(`${JSON.stringify({ error: { code, message, ...(details && { details }) } })}\n`)
  return exit
}

type Refusal = {
  readonly code: string
  readonly message: string
  readonly details?: Readonly<Record<string, unknown>>
  readonly exit: ExitCode
  readonly hint?: string
}

async function refusalOf(error: unknown, command: Command): Promise<Refusal> {
  if (error instanceof UsageError)
    return { code: 'usage', message: error.message, exit: 2, hint: `${t.usage(command.usage)}\n` }
  if (error instanceof UnsoundLaw) return unsound(error)
  if (error instanceof ConfigurationError)
    return { code: 'configuration', message: error.inWords(language), exit: 2 }
  if (error instanceof Problem) {
    const { inWords } = await import('./commands/problem-words.ts')
    return { code: error.code, message: await inWords(error), details: error.details, exit: 1 }
  }
  const { createLog, reportIncident } = await import('#platform/server/log')
  const incident = reportIncident(createLog('error'), error, { command: command.usage.split(' ')[0] })
  return {
    code: 'internal',
    message: t.internal(error instanceof Error ? error.message : String(error), incident),
    exit: 1,
  }
}

function unsound({ faults: [first, ...others] }: UnsoundLaw): Refusal {
  return { code: 'law_unsound', message: t.unsoundLaw(first[language], others.length), exit: 1 }
}

async function help(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()))
  const lines = loaded.map(({ command: { usage, summary } }) => `  ansinh ${usage}\n      ${summary}\n`)
  return `An Sinh\n\n${lines.join('')}\n${t.help.join('\n')}\n`
}
