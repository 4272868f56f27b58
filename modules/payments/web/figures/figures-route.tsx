import { useSearch } from '@tanstack/react-router'
import { Month, monthOf, todayInVietnam } from '#kernel/civil-date'
import { FiguresPage } from './figures-page.tsx'

/** Reads the month and the unit of the address. */
export function FiguresRoute() {
  const search: Readonly<Record<string, string | number | undefined>> = useSearch({ strict: false })
  const areaId = Number(search['xa'])
  return (
    <FiguresPage
      month={Month.catch(monthOf(todayInVietnam())).parse(search['ky'])}
      areaId={Number.isInteger(areaId) && areaId > 0 ? areaId : undefined}
    />
  )
}
