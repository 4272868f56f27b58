import { Chip } from '#ui/chip'
import { useMessages } from '#ui/language'
import type { HandbookPage } from '../../domain/handbook/handbook.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { useLabel } from '../common/use-label.ts'

/** Where it stands in the law, and a mark where that has to be confirmed. */
export function Cited({ of: given }: { of: HandbookPage['editions'][number]['cite'] | null }) {
  const t = useMessages({ vi, en })
  const pick = useLabel()
  if (!given) return null
  return (
    <span className="handbook-cite">
      <span>{pick(given.text)}</span>
      {given.certainty === 'uncertain' && <Chip kind="unsure">{t.certainty.uncertain}</Chip>}
    </span>
  )
}
