import type { PersonHit } from '#modules/people/contract'
import { Button } from '#ui/button'
import { BirthDate, formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** So many are looked through at a counter; of more one hears that there are more. */
const most = 8

/** Who was found in the register, to choose one of. Whoever has died is chosen only where it may be about the dead. */
export function IntakeHits({
  hits,
  mayHaveDied,
  onChoose,
}: {
  readonly hits: readonly PersonHit[]
  readonly mayHaveDied: boolean
  readonly onChoose: (hit: PersonHit) => void
}) {
  const t = useMessages({ vi, en })
  const words = t.intake
  if (hits.length === 0) return <p>{t.file.person.nobody}</p>
  const isChoice = ({ diedOn }: PersonHit) => mayHaveDied || diedOn === null
  // Whoever may be chosen comes first, so that the others take nobody’s place.
  const found = [...hits.filter(isChoice), ...hits.filter((hit) => !isChoice(hit))]
  return (
    <>
      <ul className="lines" aria-label={t.file.person.candidates}>
        {found.slice(0, most).map((hit) => (
          <li key={hit.id} className="split">
            <span>
              <b>{hit.fullName}</b> · <BirthDate value={hit.born} precision={hit.bornPrecision} /> ·{' '}
              {hit.number?.masked ?? '—'} · {[hit.village, hit.home.nowName].filter(Boolean).join(', ')}
              {hit.diedOn && (
                <>
                  {' '}
                  · <b>{words.diedOn(formatDay(hit.diedOn))}</b>
                </>
              )}
            </span>
            {isChoice(hit) ? (
              <Button
                aria-label={words.chooseOf(hit.fullName, formatDay(hit.born))}
                onPress={() => onChoose(hit)}
              >
                {words.choose}
              </Button>
            ) : (
              <span className="quiet">{words.notOfTheDead}</span>
            )}
          </li>
        ))}
      </ul>
      {found.length > most && <p className="hint">{words.moreFound}</p>}
    </>
  )
}
