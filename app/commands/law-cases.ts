import { goldenCases, supportCases } from '#modules/entitlement'
import { print, type Command } from './command.ts'

export const command: Command = {
  usage: 'law cases',
  summary: 'List the cases of the law the program is held to, with the article each rests on.',
  run: (given) => {
    const cases = goldenCases.map(({ id, title, article, expected }) => ({
      id,
      title,
      article,
      months: expected.map(({ month, due }) => ({ month, due })),
    }))
    const rights = supportCases.map(({ id, title, article, expected }) => ({ id, title, article, expected }))
    print(
      given,
      [...cases, ...rights],
      [
        ...cases.map(
          ({ id, title, article, months }) => `${id}  ${title}  (${article}; ${months.length} months)`,
        ),
        ...rights.map(({ id, title, article }) => `${id}  ${title}  (${article})`),
      ],
    )
    return Promise.resolve(0)
  },
}
