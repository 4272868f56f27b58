import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { getPerson, PersonId, searchPeople, type PersonPage } from '#modules/people/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Finds somebody else of the register by one line of text, and tells who was chosen. */
export function FindPerson({
  label,
  error,
  except,
  value = null,
  onChosen,
}: {
  label: string
  error: string | undefined
  except: PersonId
  /** Who was chosen before the page was opened, as a request names them. */
  value?: string | null
  onChosen: (person: PersonPage) => void
}) {
  const t = useMessages({ vi, en })
  const [text, setText] = useState('')
  const [asked, ask] = useState('')
  const [chosen, choose] = useState<PersonId>()
  const [failure, setFailure] = useState<unknown>()
  const hits = useQuery({ ...apiQuery(searchPeople, { q: asked }), enabled: asked.length > 1, retry: false })
  const queries = useQueryClient()
  const before = PersonId.safeParse(value).data
  const isNamed = before !== undefined && chosen === undefined
  const named = useQuery({ ...apiQuery(getPerson, { id: before! }), enabled: isNamed, retry: false }) // Asked only where there is one.
  const others = hits.data?.hits.filter(({ id, diedOn }) => id !== except && diedOn === null)
  const pick = async (id: PersonId) => {
    choose(id)
    try {
      onChosen(await queries.fetchQuery(apiQuery(getPerson, { id })))
    } catch (failed) {
      setFailure(failed)
    }
  }
  return (
    <div className="stack">
      <TextField
        label={label}
        hint={t.form.otherHint}
        value={text}
        onChange={setText}
        error={error}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          ask(text.trim())
        }}
        affix={
          <Button isPending={hits.isFetching} onPress={() => ask(text.trim())}>
            {t.form.find}
          </Button>
        }
      />
      {isNamed && named.data && <p>{t.form.chosen(named.data.fullName, formatDay(named.data.born))}</p>}
      <ProblemNotice error={named.error ?? hits.error ?? failure} words={t.problems} />
      {others?.length === 0 && <p className="hint">{t.form.nobody}</p>}
      {others && others.length > 0 && (
        <RadioCards
          label={t.form.found}
          options={others.slice(0, 8).map(({ id, fullName, born, home }) => ({
            value: id,
            label: fullName,
            detail: `${formatDay(born)} · ${home.nowName}`,
          }))}
          value={chosen ?? null}
          onChange={(id) => void pick(id)}
        />
      )}
    </div>
  )
}
