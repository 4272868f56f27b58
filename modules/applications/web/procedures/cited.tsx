import { Chip } from '#ui/chip'
import { useLanguage, useMessages } from '#ui/language'
import type { HandbookPage } from '../../domain/handbook/handbook.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Words that come in both languages, in that of the page. */
export function usePick(): (label: { readonly vi: string; readonly en: string }) => string {
  const language = useLanguage()
  return (label) => label[language]
}

/** Where it stands in the law, and a mark where that has to be confirmed. */
export function Cited({ of: given }: { of: HandbookPage['editions'][number]['cite'] | null }) {
  const t = useMessages({ vi, en })
  const pick = usePick()
  if (!given) return null
  return (
    <span className="handbook-cite">
      <span>{pick(given.text)}</span>
      {given.certainty === 'uncertain' && <Chip kind="unsure">{t.certainty.uncertain}</Chip>}
    </span>
  )
}
