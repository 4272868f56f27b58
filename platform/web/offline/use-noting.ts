import { useCallback, useState } from 'react'

type Lists<Made> = {
  readonly idOf: (record: Made) => string
  readonly takeBack: (record: Made) => Promise<void>
}
type Change<Made> = (change: (records: readonly Made[]) => readonly Made[]) => void

/** What was recorded on this page, the last of it to be taken back as long as the server was not told. */
export function useNoting<Row, Made>({ idOf, takeBack }: Lists<Made>, onChange: Change<Made>) {
  const [last, setLast] = useState<{ readonly row: Row; readonly record: Made }>()
  const noted = (row: Row, record: Made) => {
    onChange((records) => [...records, record])
    setLast({ row, record })
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
  return { last, noted, undo, told }
}
