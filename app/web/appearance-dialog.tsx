import { densities, textSizes, themes, useAppearance } from '#ui/appearance'
import { Button } from '#ui/button'
import { RadioCards } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Dialog } from '#ui/overlay'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Colours, spacing and size of text, changed at once and kept in this browser. */
export function AppearanceDialog(opening: { isOpen: boolean; onClose: () => void }) {
  const t = useMessages({ vi, en })
  const [appearance, change] = useAppearance()
  return (
    <Dialog {...opening} title={t.appearance.title}>
      <RadioCards
        label={t.appearance.theme}
        value={appearance.theme}
        onChange={(theme) => change({ theme })}
        options={themes.map((value) => ({ value, label: t.appearance.themes[value] }))}
      />
      <RadioCards
        label={t.appearance.textSize}
        value={appearance.textSize}
        onChange={(textSize) => change({ textSize })}
        options={textSizes.map((value) => ({ value, label: t.appearance.textSizes[value] }))}
      />
      <RadioCards
        label={t.appearance.density}
        value={appearance.density}
        onChange={(density) => change({ density })}
        options={densities.map((value) => ({ value, label: t.appearance.densities[value] }))}
      />
      <div className="btns">
        <Button emphasis="primary" onPress={opening.onClose}>
          {t.appearance.done}
        </Button>
      </div>
    </Dialog>
  )
}
