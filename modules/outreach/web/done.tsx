import { Button } from '#ui/button'
import { Chip, type ChipKind } from '#ui/chip'
import { formatInstant } from '#ui/format'
import { useMessages } from '#ui/language'
import type { Outcome, ProspectId, ProspectView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const chips: Readonly<Record<Outcome, ChipKind>> = {
  assigned: 'info',
  contacted: 'ok',
  invited: 'ok',
  unreachable: 'warn',
  declined: 'neutral',
}

/** What was done last, by whom and when; the button for what is done next. */
export function Done({ row, onNote }: { row: ProspectView; onNote?: (id: ProspectId) => void }) {
  const t = useMessages({ vi, en })
  const [last, ...earlier] = row.followUps
  return (
    <div className="done">
      {last ? (
        <div>
          <Chip kind={chips[last.outcome]}>{t.progress[last.outcome]}</Chip>
          <br />
          <span className="quiet">
            {[last.assignee && t.assignedTo(last.assignee), last.note].filter(Boolean).join(' · ')}
            {(last.assignee ?? last.note) && <br />}
            {last.by}, {formatInstant(last.at)}
            {earlier.length > 0 && ` · ${t.earlier(earlier.length)}`}
          </span>
        </div>
      ) : (
        !onNote && <span className="quiet">{t.progress.open}</span>
      )}
      {onNote && (
        <Button aria-label={t.noteOf(row.person.name)} onPress={() => onNote(row.id)}>
          {t.note}
        </Button>
      )}
    </div>
  )
}
