import { useQuery } from '@tanstack/react-query'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { listFacilities } from '../../contract.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

/** Which facility takes somebody in, with the room each has; those that closed are not there. */
export function FacilityChoice({
  value,
  onChange,
}: {
  value: string | null
  onChange: (id: string | null) => void
}) {
  const t = useMessages({ vi, en })
  const { data, error } = useQuery(apiQuery(listFacilities, {}))
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!data) return <Skeleton lines={1} />
  const open = data.facilities.filter(({ closedOn }) => closedOn === null)
  if (open.length === 0) return <p>{t.detail.noFacility}</p>
  return (
    <Select
      label={t.detail.facility}
      emptyLabel={t.detail.choose}
      options={open.map(({ id, name, area, places, residents }) => {
        const isNamedTwice = open.some((other) => other.id !== id && other.name === name)
        const named = isNamedTwice ? `${name}, ${area.name}` : name
        return { value: id, label: places === null ? named : t.detail.places(named, residents, places) }
      })}
      value={value}
      onChange={onChange}
    />
  )
}
