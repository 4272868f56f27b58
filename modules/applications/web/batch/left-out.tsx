import { BirthDate, formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import type { LeftOutView } from '../../contract.ts'
import { useBatchWords } from './use-batch-words.ts'

/** Who is paid here and not on the list, by name and with the reason: nobody is left out without a word. */
export function LeftOut({ people }: { people: readonly LeftOutView[] }) {
  const words = useBatchWords()
  if (people.length === 0) return null
  return (
    <Notice kind="warn" title={words.leftOut(formatCount(people.length))}>
      <ul className="bullets">
        {people.map(({ personId, fullName, born, bornPrecision, why, home }) => (
          <li key={personId}>
            {fullName} (<BirthDate value={born} precision={bornPrecision} />
            ): {words.leftOutWhy[why](home)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
