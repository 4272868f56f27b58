import { createContext, Fragment, use } from 'react'
import type { Citation } from '#kernel/law'
import { Law } from '#ui/page'
import { bookHref, citedHref, ruleHref, type LawDays } from './law-book/hrefs.ts'
import { useWords } from './use-words.ts'

/** Where a citation leads: the days its law is looked at. Whoever shows a month says which. */
const LawDaysShown = createContext<LawDays>({})
export const LawDaysProvider = LawDaysShown.Provider

/**
 * Articles in one shape everywhere, leading to the rule they hold on the day that is shown: the one named, or whichever
 * stands there. What brings a whole law into force leads to the book itself.
 */
export function Citations({
  of: given,
  rule,
  isOfBook = false,
}: {
  of: readonly Citation[]
  rule?: string | undefined
  isOfBook?: boolean
}) {
  const days = use(LawDaysShown)
  const [first] = given
  if (!first) return null
  const href = isOfBook ? bookHref(days) : rule ? ruleHref(rule, days) : citedHref(first, days)
  return (
    <Law href={href}>
      <CitationText of={given} />
    </Law>
  )
}

/** Places of one decree together («khoản 4 Điều 5, khoản 1 Điều 6 Nghị định …»). */
export function CitationText({ of: given }: { of: readonly Citation[] }) {
  const words = useWords()
  const texts = byDocument(given).map((citation) => words.source(citation))
  return (
    <span>
      {texts.map((text, place) => (
        <Fragment key={text}>
          {place > 0 && '; '}
          <Unbroken text={text} />
        </Fragment>
      ))}
    </span>
  )
}

/** A decision keeps its citations as text: the place, a comma, the document. */
export function citationFrom(text: string): Citation {
  const comma = text.lastIndexOf(', ')
  return comma < 0
    ? { place: text, document: '' }
    : { place: text.slice(0, comma), document: text.slice(comma + 2) }
}

/** One citation for each document, its places in the order given and each once. */
export function byDocument(citations: readonly Citation[]): Citation[] {
  const places = new Map<string, Set<string>>()
  for (const { document, place } of citations)
    places.set(document, (places.get(document) ?? new Set()).add(place))
  return [...places].map(([document, all]) => ({ document, place: [...all].join(', ') }))
}

/** The number of a decree stays on one line: «335/2026/NĐ-CP» broken at its hyphen reads like two things. */
function Unbroken({ text }: { text: string }) {
  return text.split(/(\d+\/\d{4}\/[\p{Lu}\d-]+)/u).map((part, place) =>
    place % 2 === 1 ? (
      // oxlint-disable-next-line react/no-array-index-key -- parts of one text have no other name
      <span key={place} className="nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  )
}
