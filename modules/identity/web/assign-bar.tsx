import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice, type ProblemWords } from '#platform/web/problem'
import { useMe } from '#platform/web/session'
import { Button } from '#ui/button'
import { Checkbox, RadioCards } from '#ui/choice'
import { ConfirmDialog } from '#ui/overlay'
import { Skeleton } from '#ui/states'
import { listColleagues } from '../contract.ts'
import './assign-bar.css'

type Colleague = { readonly id: string; readonly name: string }

/** What is said of the rows somebody is put in charge of: files, people to visit. */
export type AssignWords = {
  readonly chooseAll: (count: number) => string
  readonly take: (count: number) => string
  readonly give: (count: number) => string
  readonly release: (count: number) => string
  readonly taken: (count: number) => string
  readonly given: (count: number, name: string) => string
  readonly released: (count: number) => string
  readonly giveTitle: string
  readonly giveVerb: string
  readonly assignee: string
  readonly alone: string
}

type Given<Id extends string> = {
  /** The rows of the page. */
  readonly ids: readonly Id[]
  readonly chosen: ReadonlySet<Id>
  readonly choose: (ids: ReadonlySet<Id>) => void
  /** The permission a colleague has to have. */
  readonly may: string
  /** Puts somebody in charge of what is chosen, or nobody; and says what was done once it is. */
  readonly assign: (assignee: Colleague | null, said: string) => void
  readonly isPending: boolean
  readonly error: unknown
  readonly words: AssignWords
  readonly otherwise: string
  readonly problems: ProblemWords
}

/** What can be done with several rows at once: take them, give them to a colleague, or give them back to everybody. */
export function AssignBar<Id extends string>(given: Given<Id>) {
  const { ids, chosen, choose, may, assign, isPending, error, words, otherwise, problems } = given
  const me = useMe()
  const [isGiving, setGiving] = useState(false)
  if (ids.length === 0) return null
  const { size } = chosen
  return (
    <div className="assign-bar no-print">
      <Checkbox isSelected={size === ids.length} onChange={(all) => choose(new Set(all ? ids : []))}>
        {words.chooseAll(ids.length)}
      </Checkbox>
      <div className="btns">
        <Button
          icon="person"
          isDisabled={size === 0}
          isPending={isPending}
          onPress={() => assign({ id: me.userId, name: me.name }, words.taken(size))}
        >
          {words.take(size)}
        </Button>
        <Button isDisabled={size === 0} onPress={() => setGiving(true)}>
          {words.give(size)}
        </Button>
        <Button
          isDisabled={size === 0}
          isPending={isPending}
          onPress={() => assign(null, words.released(size))}
        >
          {words.release(size)}
        </Button>
      </div>
      <ProblemNotice error={error} words={problems} />
      {isGiving && (
        <GiveDialog
          may={may}
          words={words}
          otherwise={otherwise}
          problems={problems}
          onClose={() => setGiving(false)}
          onGive={(colleague) => {
            setGiving(false)
            assign(colleague, words.given(size, colleague.name))
          }}
        />
      )}
    </div>
  )
}

/** To whom: everybody of the area who has the permission, but oneself. */
function GiveDialog({
  may,
  words,
  otherwise,
  problems,
  onClose,
  onGive,
}: Pick<Given<string>, 'may' | 'words' | 'otherwise' | 'problems'> & {
  onClose: () => void
  onGive: (colleague: Colleague) => void
}) {
  const me = useMe()
  const [id, choose] = useState<string | null>(null)
  const { data, error, isLoading } = useQuery(apiQuery(listColleagues, { may }))
  const others = (data ?? []).filter((one) => one.id !== me.userId)
  const chosen = others.find((one) => one.id === id)
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.giveTitle}
      verb={words.giveVerb}
      otherwise={otherwise}
      isBlocked={!chosen}
      onConfirm={() => chosen && onGive(chosen)}
    >
      <ProblemNotice error={error} words={problems} />
      {isLoading ? (
        <Skeleton lines={2} />
      ) : others.length === 0 ? (
        <p>{words.alone}</p>
      ) : (
        <RadioCards
          label={words.assignee}
          options={others.map((one) => ({ value: one.id, label: one.name }))}
          value={id}
          onChange={choose}
        />
      )}
    </ConfirmDialog>
  )
}
