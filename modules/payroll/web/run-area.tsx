import { useMessages } from '#ui/language'
import type { RunSummary } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Whose list it is: the unit, and which of it are on lists of their own. */
export function RunArea({ run: { area, except } }: { run: Pick<RunSummary, 'area' | 'except'> }) {
  const t = useMessages({ vi, en })
  if (except.length === 0) return area.name
  return (
    <span>
      {area.name}, <span className="quiet">{t.without(except.map(({ name }) => name))}</span>
    </span>
  )
}
