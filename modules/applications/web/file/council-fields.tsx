import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { TextField } from '#ui/text-field'
import { showCouncil } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import type { DetailDraft } from './detail-draft.ts'

type Props = {
  readonly draft: DetailDraft
  readonly onChange: (change: Partial<DetailDraft>) => void
}

/** Who sat in the council, as the minutes name them: those of the last meeting are there already, and absence is said. */
export function CouncilFields({ draft, onChange }: Props) {
  const t = useMessages({ vi, en })
  const words = t.detail
  const { data, error } = useQuery(apiQuery(showCouncil, {}))
  const { people } = draft
  useEffect(() => {
    if (data && people === null) onChange({ people: data.people.map((one) => ({ ...one, isPresent: true })) })
  }, [data, people, onChange])
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (people === null) return <Skeleton lines={4} />
  const change = (place: number, changed: Partial<(typeof people)[number]>) =>
    onChange({ people: people.map((one, at) => (at === place ? { ...one, ...changed } : one)) })
  return (
    <fieldset className="field">
      <legend>{words.council}</legend>
      <p className="hint">{words.councilHint}</p>
      {people.map(({ office, name, isPresent }, place) => (
        <div className="intake-row" key={office}>
          <TextField label={office} value={name} onChange={(typed) => change(place, { name: typed })} />
          <Checkbox isSelected={isPresent} onChange={(is) => change(place, { isPresent: is })}>
            {words.isPresent}
          </Checkbox>
        </div>
      ))}
    </fieldset>
  )
}
