import { useWords } from '#platform/web/problem'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { Outcome } from './signing-outcome.ts'

/** What was signed, with its numbers, and what was not, each with its reason and the next step. */
export function SigningNews({ outcome }: { outcome: Outcome | undefined }) {
  const t = useMessages({ vi, en })
  const say = useWords(t.problems)
  const words = t.signing
  if (!outcome) return null
  if (outcome.kind === 'returned')
    return (
      <Notice kind="ok" isLive>
        <p>{words.returned}</p>
      </Notice>
    )
  const { numbers, left } = outcome
  return (
    <>
      {numbers.length > 0 && (
        <Notice kind="ok" isLive>
          <p>
            {words.signed(numbers.length, spanOf(numbers))} {left.length > 0 && words.rest(left.length)}
          </p>
        </Notice>
      )}
      {left.length > 0 && (
        <Notice kind="warn" isLive title={words.leftTitle(left.length)}>
          <ul className="bullets">
            {left.map(({ name, code, details }) => (
              <li key={name + code}>
                {name && <b>{name}: </b>}
                {say({ code, status: 409, data: details })}
                {code === 'applications.facts_changed' && ` ${changesIn(details, t)}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

function spanOf(numbers: readonly string[]) {
  const last = numbers.at(-1)
  return numbers.length > 2 ? `${numbers[0]} – ${last}` : numbers.join(', ')
}

/** Which facts are otherwise than when the decision was drafted, by their names. */
export function changesIn(details: Readonly<Record<string, unknown>>, t: typeof vi) {
  const { changes } = details
  const names = Array.isArray(changes)
    ? changes.map(({ what }: { what: string }) => t.facts.names[what] ?? t.facts.privateFact)
    : []
  return names.length > 0 ? t.signing.changedFacts(names) : ''
}
