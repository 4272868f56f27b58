// A combobox with a list of hits has no element of its own: both are told by their roles.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-element-to-interactive-role -- a combobox with a list of links has no element of its own */
import { useRouter } from '@tanstack/react-router'
import { useId, useState, type KeyboardEvent } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { KeyHint } from '#ui/button'
import { useMessages } from '#ui/language'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import type { Entry } from './navigation.ts'

/** Ctrl K: people by whatever is known of them, and every page, from one box. Nothing is asked before Enter. */
export function Palette({
  isOpen,
  onClose,
  ...content
}: {
  isOpen: boolean
  onClose: () => void
  entries: readonly Entry[]
  maySearch: boolean
}) {
  const t = useMessages({ vi, en })
  return (
    <ModalOverlay
      className="overlay overlay-top"
      isOpen={isOpen}
      onOpenChange={(open) => open || onClose()}
      isDismissable
    >
      <Modal className="modal modal-wide">
        <AriaDialog aria-label={t.palette.title} className="palette">
          <Seek {...content} onClose={onClose} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

type Hit = { readonly id: string; readonly words: string; readonly does: string; readonly href: string }

function Seek({
  entries,
  maySearch,
  onClose,
}: {
  entries: readonly Entry[]
  maySearch: boolean
  onClose: () => void
}) {
  const t = useMessages({ vi, en })
  const router = useRouter()
  const own = useId()
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)

  const wanted = text.trim().replaceAll(/\s+/g, ' ')
  const pages = entries
    .filter(({ page, group }) => plain(`${t.groups[group]} ${t.pages[page]}`).includes(plain(wanted)))
    .map(({ page, href }): Hit => ({ id: page, words: t.pages[page], does: t.palette.openPage, href }))
  const people: Hit = {
    id: 'people',
    words: t.palette.findPeople(wanted),
    does: t.palette.openSearch,
    href: `/nghiep-vu/nguoi?${new URLSearchParams({ q: wanted, mo: '1' }).toString()}`,
  }
  const file: Hit = {
    id: 'files',
    words: t.palette.findFiles(wanted),
    does: t.palette.openQueue,
    href: `/nghiep-vu/ho-so?${new URLSearchParams({ tim: wanted }).toString()}`,
  }
  const mayFind = entries.some(({ page }) => page === 'queue')
  // A code is of a file and never of a person; what may be a name is looked for among people first.
  const found = [...(maySearch ? [people] : []), ...(mayFind ? [file] : [])]
  const hits = wanted ? [...(/^hs[- ]?\d/i.test(wanted) ? found.toReversed() : found), ...pages] : pages
  const chosen = hits[Math.min(place, hits.length - 1)]

  function follow(hit: Hit | undefined) {
    if (!hit) return
    onClose()
    router.history.push(hit.href)
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setPlace(Math.max(0, Math.min(hits.length - 1, place + step)))
    else if (event.key === 'Enter') follow(chosen)
    else return
    event.preventDefault()
  }
  return (
    <>
      <input
        className="input"
        role="combobox"
        aria-label={maySearch ? t.seekFull : t.seekPagesFull}
        aria-expanded="true"
        aria-controls={`${own}-hits`}
        aria-activedescendant={chosen && `${own}-${chosen.id}`}
        autoComplete="off"
        spellCheck="false"
        // Opening the palette is a wish to type.
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed into
        autoFocus
        value={text}
        placeholder={maySearch ? t.seek : t.seekPages}
        onChange={({ target }) => {
          setText(target.value)
          setPlace(0)
        }}
        onKeyDown={press}
      />
      <ul className="listbox" id={`${own}-hits`} role="listbox" aria-label={t.palette.results}>
        {hits.map((hit) => (
          // Keys go to the box above, which points here.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the input answers the keys for its list
          <li
            key={hit.id}
            id={`${own}-${hit.id}`}
            role="option"
            aria-selected={hit === chosen}
            onClick={() => follow(hit)}
          >
            <span>{hit.words}</span>
            <small className="quiet">{hit.does}</small>
          </li>
        ))}
      </ul>
      {hits.length === 0 && <p className="hint palette-none">{t.palette.nothing}</p>}
      <footer>
        <span>
          <KeyHint keys="↑ ↓" /> {t.palette.choose}
        </span>
        <span>
          <KeyHint keys="Enter" /> {t.palette.open}
        </span>
        {maySearch && <span>{t.palette.hint}</span>}
      </footer>
    </>
  )
}

function plain(text: string) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()
}
