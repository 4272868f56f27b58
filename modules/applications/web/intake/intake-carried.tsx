import { useEffect, useState, type FormEvent } from 'react'
import { Button } from '#ui/button'
import { useMessages } from '#ui/language'
import { TextField } from '#ui/text-field'
import { carriedIn, type Carried } from '../../domain/carried.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** What a citizen carries from the portal: scanned into the box, or opened by the address in the code. */
export function IntakeCarried({ onFill }: { onFill: (carried: Carried) => void }) {
  const t = useMessages({ vi, en }).intake.carried
  const [scanned, setScanned] = useState('')
  const [said, setSaid] = useState('')
  const [isWrong, setWrong] = useState(false)
  const read = (text: string) => {
    const carried = carriedIn(text)
    setWrong(!carried)
    setSaid(carried ? t.filled(Object.keys(carried.facts).length) : '')
    if (!carried) return
    setScanned('')
    onFill(carried)
  }
  useEffect(() => {
    if (location.hash === '') return
    read(location.hash)
    // What somebody told stays in no address and in no history.
    history.replaceState(history.state, '', location.pathname + location.search)
    // oxlint-disable-next-line react/exhaustive-deps -- the address is read once, when the page opens
  }, [])
  return (
    <form
      className="intake-row"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        read(scanned)
      }}
    >
      <TextField
        label={t.label}
        hint={t.hint}
        value={scanned}
        onChange={setScanned}
        autoComplete="off"
        spellCheck="false"
        error={isWrong ? t.wrong : undefined}
        affix={<Button type="submit">{t.fill}</Button>}
      />
      <output>{said}</output>
    </form>
  )
}
