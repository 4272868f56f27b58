import { useMessages } from '#ui/language'
import type { StatementChange } from '../../domain/law-book/difference.ts'
import type { Part } from '../../domain/law-book/sentences.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useBookWords } from './use-book-words.ts'

/** What changed, a line for each thing; what was is struck through, what is is underlined, and words say both. */
export function Changes({ changes }: { changes: readonly StatementChange[] }) {
  const words = useBookWords()
  return (
    <ul className="law-changes">
      {changes.flatMap(words.parts).map((part) => (
        <li key={JSON.stringify(part)}>
          <Changed part={part} />
        </li>
      ))}
    </ul>
  )
}

function Changed({ part: { about, before, after, isValues } }: { part: Part }) {
  const t = useMessages({ vi, en })
  const isTurned = before !== undefined && after !== undefined && !isValues
  return (
    <>
      {about && <b>{capital(about)}: </b>}
      {before !== undefined && (
        <span>
          <small className="law-said">{isTurned ? t.compared.before : t.compared.went}</small>{' '}
          <del>{before}</del>{' '}
        </span>
      )}
      {after !== undefined && (
        <span>
          <small className="law-said">{isTurned ? t.compared.after : t.compared.came}</small>{' '}
          <ins>{after}</ins>
        </span>
      )}
    </>
  )
}
