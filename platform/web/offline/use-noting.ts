import { useCallback, useRef, useState } from 'react'

type Lists<Made> = {
  readonly idOf: (record: Made) => string
  readonly takeBack: (record: Made) => Promise<void>
}
type Change<Made> = (change: (records: readonly Made[]) => readonly Made[]) => void

/** What was recorded on this page, the last of it to be taken back as long as the server was not told. */
export function useNoting<Row, Made>({ idOf, takeBack }: Lists<Made>, onChange: Change<Made>) {
  const [last, setLast] = useState<{ readonly row: Row; readonly record: Made }>()
  // A second press comes before the page has drawn that the first is being written.
  const isBusy = useRef(false)
  const [isNoting, setNoting] = useState(false)
  /** Writes one thing down; what is pressed meanwhile writes nothing. False where that was so. */
  const note = async (row: Row, write: () => Promise<Made>): Promise<boolean> => {
    if (isBusy.current) return false
    isBusy.current = true
    setNoting(true)
    try {
      const record = await write()
      onChange((records) => [...records.filter((one) => idOf(one) !== idOf(record)), record])
      setLast({ row, record })
      return true
    } finally {
      isBusy.current = false
      setNoting(false)
    }
  }
  const undo = async (made: Made) => {
    await takeBack(made)
    onChange((records) => records.filter((one) => idOf(one) !== idOf(made)))
    setLast(undefined)
  }
  /** The server has answered to some of it; gives them by their ids. */
  const told = useCallback(
    (some: readonly Made[]): ReadonlyMap<string, Made> => {
      const said = new Map(some.map((one) => [idOf(one), one]))
      onChange((records) => records.map((one) => said.get(idOf(one)) ?? one))
      setLast((before) => (before && said.has(idOf(before.record)) ? undefined : before))
      return said
    },
    [idOf, onChange],
  )
  return { last, isNoting, note, undo, told }
}
