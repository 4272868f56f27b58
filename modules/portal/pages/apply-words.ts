import { isOfTheDead } from '../domain/of-the-dead.ts'
import type { Messages } from './messages.vi.ts'

/** The words of a form by its procedure: somebody who has died is not called the one who is helped. */
export function wordsFor(t: Messages, procedure: string): Messages {
  if (!isOfTheDead(procedure)) return t
  const { sections, ofTheDead } = t.apply
  const { person, relation, sentTrack } = ofTheDead
  return { ...t, apply: { ...t.apply, relation, sentTrack, sections: { ...sections, person } } }
}
