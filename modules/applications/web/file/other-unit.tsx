import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getArea, listChildren } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { ComboBox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

const country = 0

/** To which unit a file goes: any commune of the country, the own province first. */
export function OtherUnit({
  from,
  hint,
  value,
  onChange,
}: {
  /** The unit that has the file now. */
  from: number
  hint: string
  value: number | null
  onChange: (areaId: number | null) => void
}) {
  const t = useMessages({ vi, en })
  const own = useQuery(apiQuery(getArea, { id: from }))
  const provinces = useQuery(apiQuery(listChildren, { id: country }))
  const [chosen, choose] = useState<number>()
  const province = chosen ?? own.data?.path.find(({ level }) => level === 1)?.id
  const communes = useQuery({
    ...apiQuery(listChildren, { id: province ?? country }),
    enabled: province !== undefined,
  })
  const error = own.error ?? provinces.error ?? communes.error
  if (error) return <ProblemNotice error={error} words={t.problems} />
  if (!provinces.data || province === undefined) return <Skeleton lines={2} />
  return (
    <>
      <Select
        label={t.detail.province}
        options={provinces.data.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={String(province)}
        onChange={(id) => {
          if (id === null) return
          choose(Number(id))
          onChange(null)
        }}
      />
      {communes.data ? (
        <ComboBox
          key={province}
          label={t.detail.otherUnit}
          hint={hint}
          options={communes.data.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={value === null ? null : String(value)}
          onChange={(id) => onChange(id === null ? null : Number(id))}
        />
      ) : (
        <Skeleton lines={1} />
      )}
    </>
  )
}
