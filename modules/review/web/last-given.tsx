import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button, TextLink } from '#ui/button'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { withdrawAnswer, type Contested } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Told } from './said.ts'
import { useFieldWords } from './use-field-words.ts'

const checkHref = (id: string) => `/nghiep-vu/bien-dong/${id}/xac-minh`

/** What was just said, what it led to, and the way back. */
export function LastGiven({
  last: { row, outcome, answerId, given },
  onUndone,
}: {
  last: Told
  onUndone: () => void
}) {
  const t = useMessages({ vi, en })
  const words = useFieldWords()
  const can = useCan()
  const withdraw = useCommand(withdrawAnswer)
  const name = row.fullName ?? t.part.unseen
  return (
    <>
      <Notice
        kind="ok"
        isLive
        title={
          outcome === 'unchanged'
            ? t.person.wasUnchanged(name)
            : t.person.wasNoted(name, words.outcomes[outcome])
        }
        actions={
          given.requests.length === 0 && (
            <Button
              icon="undo"
              isPending={withdraw.isPending}
              onPress={() => withdraw.mutate({ id: answerId }, { onSuccess: onUndone })}
            >
              {t.person.undo}
            </Button>
          )
        }
      >
        {given.requests.length > 0 && (
          <>
            {t.person.withRequests(given.requests.length)}{' '}
            {given.requests.map(({ field, id }) =>
              can('changes.record') ? (
                <span key={id}>
                  <TextLink href={checkHref(id)}>
                    {t.person.request(words.fields[field as Contested])}
                  </TextLink>{' '}
                </span>
              ) : null,
            )}
          </>
        )}
        {given.tasks > 0 && t.person.withTasks(given.tasks)}
      </Notice>
      <ProblemNotice error={withdraw.error} words={t.problems} />
    </>
  )
}
