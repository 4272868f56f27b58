import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, TextLink } from '#ui/button'
import { Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { PageHead, Panel } from '#ui/page'
import { EmptyState } from '#ui/states'
import { TextField } from '#ui/text-field'
import { listToPlace, placePerson, type ToPlace } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** People of a divided commune whose village nobody knows: one after the other, which part they live in. */
export function PlacingPage() {
  const t = useMessages({ vi, en })
  const { data: people } = useSuspenseQuery(apiQuery(listToPlace, {}))
  return (
    <>
      <PageHead crumbs={[{ label: t.people }, { label: t.placingTitle }]} title={t.placingTitle}>
        <p className="quiet">{t.placingLead}</p>
      </PageHead>
      {people.length === 0 ? (
        <EmptyState title={t.placingNone}>{t.placingNoneHint}</EmptyState>
      ) : (
        <div className="stack">
          {people.map((one) => (
            <Placing key={one.personId} one={one} />
          ))}
        </div>
      )}
    </>
  )
}

function Placing({ one: { personId, fullName, unit, parts } }: { one: ToPlace }) {
  const t = useMessages({ vi, en })
  const place = useCommand(placePerson)
  const [areaId, setAreaId] = useState(String(parts[0]?.id ?? ''))
  const [village, setVillage] = useState('')
  return (
    <Panel
      title={<TextLink href={`/nghiep-vu/nguoi/${personId}`}>{fullName}</TextLink>}
      aside={unit.name}
      isPadded
    >
      <ProblemNotice error={place.error} words={t.problems} />
      <div className="inline-form">
        <Select
          label={t.part}
          options={parts.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={areaId}
          onChange={(value) => value && setAreaId(value)}
        />
        <TextField label={t.village} value={village} onChange={setVillage} />
        <Button
          isPending={place.isPending}
          onPress={() =>
            place.mutate({
              personId,
              areaId: Number(areaId),
              village: village.trim() === '' ? null : village,
            })
          }
        >
          {t.placeIt}
        </Button>
      </div>
    </Panel>
  )
}
