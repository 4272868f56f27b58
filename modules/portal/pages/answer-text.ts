import { formatDate } from '#kernel/written'
import type { Interview } from '../domain/interview.ts'
import { isUnknown, unknown } from '../domain/question.ts'
import { questionOf } from '../domain/questions/index.ts'
import type { Messages } from './messages.vi.ts'
import type { wordsOf } from './question.ts'

/** An answer as it was chosen or typed, in the words of its question. */
export function answerText(
  t: Messages,
  id: Interview['path'][number],
  { answers }: Interview,
  words: ReturnType<typeof wordsOf>,
): string {
  const answer = answers.get(id)!
  const question = questionOf(id)
  if (isUnknown(answer)) return words.option(unknown)
  switch (question.kind) {
    case 'birth':
      return answer[0]!.startsWith('~') ? `~ ${answer[0]!.slice(1)}` : formatDate(answer[0]!)
    case 'place':
    case 'village':
    case 'count':
      return answer[0]!
    case 'persons':
      return `${answer[1]} – ${words.option(answer[0]!)}`
    case 'one':
    case 'many':
      return answer.map((one) => words.option(one)).join('; ')
  }
}
