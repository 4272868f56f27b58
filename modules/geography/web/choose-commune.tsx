import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Select } from '#ui/choice'
import { ComboBox } from '#ui/combo-box'
import { useMessages } from '#ui/language'
import { Skeleton } from '#ui/states'
import { getArea, listChildren } from '../contract.ts'
import { choose as en } from './choose-commune.en.ts'
import { choose as vi } from './choose-commune.vi.ts'

const country = 0

/** Any commune of the country; the province it is in, or the one that is near, comes first. */
export function ChooseCommune({
  near,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  /** A unit of the province that is likely: where somebody lives, or the file is. */
  near: number
  label?: string
  hint?: string
  error?: string | undefined
  value: number | null
  onChange: (areaId: number | null) => void
}) {
  const t = useMessages({ vi, en })
  const there = useQuery(apiQuery(getArea, { id: value ?? near }))
  const provinces = useQuery(apiQuery(listChildren, { id: country }))
  const [chosen, choose] = useState<number>()
  const province = chosen ?? there.data?.path.find(({ level }) => level === 1)?.id
  const communes = useQuery({
    ...apiQuery(listChildren, { id: province ?? country }),
    enabled: province !== undefined,
  })
  const failed = there.error ?? provinces.error ?? communes.error
  if (failed) return <ProblemNotice error={failed} words={t.problems} />
  if (!provinces.data || province === undefined) return <Skeleton lines={2} />
  return (
    <>
      <Select
        label={t.province}
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
          label={label ?? t.commune}
          {...(hint && { hint })}
          error={error}
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
