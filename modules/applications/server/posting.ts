import type { Proposal } from '../db/proposals.ts'
import type { OpenFile } from './open-file.ts'
import { postingWords } from './messages.vi.ts'

type Shown = readonly { readonly label: string; readonly value: string }[]

/**
 * What is put up of a file («niêm yết»): who, of what year, from where, and of a certificate its kinds and degree. Nothing
 * at all of a file that tells of HIV, for also that somebody is on the board tells something.
 */
export function postedOf(
  { application, edition, way }: OpenFile,
  proposal: Proposal | undefined,
): Shown | undefined {
  const tellsOfHiv =
    way.facts?.standing?.hiv === true ||
    (application.isConfidential &&
      edition.papers.some(({ id, isConfidential }) => isConfidential && /hiv/i.test(id)))
  if (tellsOfHiv) return undefined
  const { subject } = application
  const detail = proposal?.terms.detail
  const place = [subject.village, subject.address].filter(Boolean).join(', ')
  return [
    { label: postingWords.name, value: subject.fullName },
    { label: postingWords.year, value: subject.born.slice(0, 4) },
    ...(place ? [{ label: postingWords.place, value: place }] : []),
    ...(detail?.kind === 'certify'
      ? [
          {
            label: postingWords.types,
            value: detail.types.map((type) => postingWords.type[type]).join('; '),
          },
          { label: postingWords.level, value: postingWords.levels[detail.level] },
        ]
      : []),
  ]
}
