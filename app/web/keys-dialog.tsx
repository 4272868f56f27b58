import { Button, KeyHint } from '#ui/button'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** What the shell opens above any page. */
export type OpenDialog = 'palette' | 'keys' | 'appearance'

type Opening = { isOpen: boolean; onClose: () => void }

/** Which key does what. */
export function KeysDialog(opening: Opening) {
  const t = useMessages({ vi, en })
  return (
    <Dialog {...opening} title={t.keys.title}>
      <dl className="facts keys">
        {t.keys.rows.map(([keys, words]) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>
              <KeyHint keys={keys} />
              <span className="sr">{keys}</span>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <div className="btns">
        <Button emphasis="primary" onPress={opening.onClose}>
          {t.appearance.done}
        </Button>
      </div>
    </Dialog>
  )
}
