import type { Fact, Question } from './question.ts'

/** What a question can tell. */
export function toldBy(question: Question): readonly Fact[] {
  const known = tells.get(question)
  if (known) return known
  const says = [...question.options, ...(question.also ? [question.also] : [])].flatMap((option) =>
    Object.entries(option.says ?? {}).flatMap(([name, value]) =>
      name === 'event' || name === 'received'
        ? Object.keys(value).map((inner) => `${name}.${inner}`)
        : [name],
    ),
  )
  const found = [...new Set([...says, ...(question.tells ?? []), `answer.${question.id}`])] as Fact[] // So they are named.
  tells.set(question, found)
  return found
}
const tells = new WeakMap<Question, readonly Fact[]>()
