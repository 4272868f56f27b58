import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { getArea, listChildren } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { ComboBox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

const country = 0

/** Any commune of the country, the province somebody lives in first. */
export function ChooseCommune({
  from,
  value,
  error,
  onChange,
}: {
  from: number
  value: number | null
  error: string | undefined
  onChange: (areaId: number | null) => void
}) {
  const t = useMessages({ vi, en })
  const near = useQuery(apiQuery(getArea, { id: value ?? from }))
  const provinces = useQuery(apiQuery(listChildren, { id: country }))
  const [chosen, choose] = useState<number>()
  const province = chosen ?? near.data?.path.find(({ level }) => level === 1)?.id
  const communes = useQuery({
    ...apiQuery(listChildren, { id: province ?? country }),
    enabled: province !== undefined,
  })
  const failed = near.error ?? provinces.error ?? communes.error
  if (failed) return <ProblemNotice error={failed} words={t.problems} />
  if (!provinces.data || province === undefined) return <Skeleton lines={2} />
  return (
    <>
      <Select
        label={t.form.province}
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
          label={t.form.commune}
          options={communes.data.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={value === null ? null : String(value)}
          error={error}
          onChange={(id) => onChange(id === null ? null : Number(id))}
        />
      ) : (
        <Skeleton lines={1} />
      )}
    </>
  )
}
