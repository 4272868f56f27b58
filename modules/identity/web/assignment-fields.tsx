import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { searchAreas } from '#modules/geography/contract'
import { apiQuery } from '#platform/web/api'
import { useMe } from '#platform/web/session'
import { Select, type Option } from '#ui/choice'
import { ComboBox } from '#ui/combo-box'
import { useMessages } from '#ui/language'
import { machineRoles, roleNames, type Role } from '../domain/role-names.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

type Field<Value> = {
  readonly id: string
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

/** What a user does and where: the same two boxes when an account is created and when it is assigned anew. */
export function AssignmentFields({ role, area }: { role: Field<Role | null>; area: Field<string | null> }) {
  const t = useMessages({ vi, en })
  const me = useMe()
  const [text, setText] = useState('')
  const { data: found = [] } = useQuery({
    ...apiQuery(searchAreas, { q: text.trim() || ' ', limit: 20 }),
    enabled: text.trim().length > 1,
    placeholderData: (before) => before,
  })
  const own: Option =
    me.areaId === 0
      ? { value: '0', label: t.users.wholeCountry }
      : { value: String(me.areaId), label: me.areaName ?? String(me.areaId) }
  const options: Option[] = [
    own,
    ...found
      .filter(({ today }) => String(today.id) !== own.value)
      .map(({ id, name, within, today }) => ({
        value: String(today.id),
        label: today.id === id ? name : `${name} → ${today.name}`,
        detail: within.join(', '),
      })),
  ]
  const once = options.filter(
    ({ value }, place) => options.findIndex((other) => other.value === value) === place,
  )
  return (
    <>
      <Select
        label={t.users.role}
        options={roleNames
          .filter((value) => !machineRoles.includes(value))
          .map((value) => ({ value, label: t.roles[value] }))}
        {...role}
      />
      <ComboBox label={t.users.area} hint={t.users.areaHint} options={once} onSearch={setText} {...area} />
    </>
  )
}
