import { useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { useCan } from '#platform/web/session'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import { signAgain, type ApplicationView } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'
import { unsignedWords as unsignedEn } from './unsigned-words.en.ts'
import { unsignedWords as unsignedVi } from './unsigned-words.vi.ts'

type Paper = Pick<ApplicationView['documents'][number], 'id' | 'unsigned'>

/** A paper that has its number and no file yet: it is being made, or could not be signed, and what is done about that. */
export function PendingPaper({ paper: { id, unsigned }, name }: { paper: Paper; name: string }) {
  const t = useMessages({ vi, en })
  const words = useMessages({ vi: unsignedVi, en: unsignedEn })
  const again = useCommand(signAgain)
  const can = useCan()
  if (!unsigned)
    return (
      <Chip kind="info" icon="turn">
        {t.file.documents.pending}
      </Chip>
    )
  const { why, triesAgainAt } = unsigned
  return (
    <div className="long-chips">
      <Chip kind="warn">{words.chip}</Chip>
      <p className="quiet">
        {words.why[why]} {triesAgainAt ? words.triesAt(formatInstant(triesAgainAt)) : words.needsSomebody}
      </p>
      <ProblemNotice error={again.error} words={t.problems} />
      {can('applications.handle') && (
        <Button
          aria-label={words.againOf(name)}
          isPending={again.isPending}
          onPress={() => again.mutate({ id })}
        >
          {words.again}
        </Button>
      )}
    </div>
  )
}
