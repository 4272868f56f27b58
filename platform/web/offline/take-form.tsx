import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Button } from '#ui/button'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { useRequestId } from '../api.ts'
import { ProblemNotice, type ProblemWords } from '../problem.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { isShortCode, NewCodeField } from './unlock.tsx'

type Given<Place, Open> = {
  readonly where: string
  readonly chooseWhere: string
  readonly places: readonly Place[]
  readonly keyOf: (place: Place) => string
  readonly labelOf: (place: Place) => string
  /** What is to be known of a place before its list is taken. */
  readonly about?: (place: Place) => ReactNode
  /** Takes the list of a place, once however often it is asked for under one id, and keeps it under the code. */
  readonly take: (place: Place, by: { readonly requestId: string; readonly code: string }) => Promise<Open>
  readonly onOpen: (opened: Open) => void
  readonly words: ProblemWords
}

/** A place, a code of one’s own, and its list is on the device. */
export function TakeForm<Place, Open>(given: Given<Place, Open>) {
  const { where, chooseWhere, places, keyOf, labelOf, about, take, onOpen, words } = given
  const t = useMessages({ vi, en })
  const [chosen, choose] = useState<string | null>(null)
  const [code, setCode] = useState('')
  const [wasTried, setTried] = useState(false)
  const [requestId, renew] = useRequestId()
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: Place) => take(wanted, { requestId, code }),
    onSuccess: (opened) => {
      renew()
      onOpen(opened)
    },
  })
  const place = places.find((one) => keyOf(one) === chosen)
  return (
    <section className="carried-card" aria-labelledby="lay-danh-sach">
      <h2 id="lay-danh-sach">{t.take}</h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (place !== undefined && !isShortCode(code)) mutate(place)
        }}
      >
        <Select
          label={where}
          options={places.map((one) => ({ value: keyOf(one), label: labelOf(one) }))}
          value={chosen}
          onChange={choose}
          emptyLabel={t.choose}
          error={wasTried && place === undefined ? chooseWhere : undefined}
        />
        {place !== undefined && about?.(place)}
        <NewCodeField value={code} onChange={setCode} wasTried={wasTried} />
        <Button type="submit" emphasis="primary" icon="download" isBlock isPending={isPending}>
          {t.takeVerb}
        </Button>
      </form>
      <ProblemNotice error={error} words={words} />
    </section>
  )
}
