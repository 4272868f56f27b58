import { ErrorState, Forbidden } from '#ui/states'
import { Notice } from '#ui/notice'
import { useMessages } from '#ui/language'
import { apiError } from './api.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi, type ProblemTable } from './messages.vi.ts'

export type ProblemWords = ProblemTable

/** `useWords(t.problems)` gives a sentence for an error: what, why, what to do next. */
export function useWords(words: ProblemWords = {}): (error: unknown) => string {
  const t = useMessages({ vi, en })
  return (error) => {
    const { code, details } = apiError(error)
    const found = words[code] ?? t.problems[code] ?? t.unknownProblem(code)
    return typeof found === 'function' ? found(details) : found
  }
}

/** The error in words where it happened; nothing while there is none. */
export function ProblemNotice({
  error,
  words,
  onRetry,
}: {
  error: unknown
  words?: ProblemWords
  onRetry?: () => void
}) {
  const say = useWords(words)
  if (!error) return null
  const { code, incident } = apiError(error)
  if (code === 'forbidden') return <Forbidden />
  if (code === 'internal')
    return (
      <ErrorState code={incident} {...(onRetry && { onRetry })}>
        {say(error)}
      </ErrorState>
    )
  return (
    <Notice kind="err" isLive>
      <p>{say(error)}</p>
    </Notice>
  )
}
