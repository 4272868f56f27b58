import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Select } from '#ui/choice'
import { useMessages } from '#ui/language'
import { TabLinks } from '#ui/tabs'
import { ageBands, disabilities, type CampaignFilter, type CampaignPageView } from '../contract.ts'
import { campaignHref } from './hrefs.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

export type Filter = {
  readonly [Name in keyof Omit<CampaignFilter, 'isMine'>]: CampaignFilter[Name] | undefined
} & { readonly isMine: boolean }

/** Where people stand, as tabs with their numbers, and what else narrows the list; all of it is in the address. */
export function CampaignFilters({ filter, data }: { filter: Filter; data: CampaignPageView }) {
  const t = useMessages({ vi, en })
  const navigate = useNavigate()
  const go = (change: Partial<Filter>) => void navigate({ to: campaignHref({ ...filter, ...change }) })
  const all = data.standings.reduce((sum, { payees }) => sum + payees, 0)
  return (
    <div className="stack no-print">
      <search className="inline-form" aria-label={t.campaign.filter}>
        {data.areas.length > 1 && (
          <Select
            label={t.area}
            options={data.areas.map(({ id, name, payees }) => ({
              value: String(id),
              label: t.campaign.areaOf(name, payees),
            }))}
            value={data.area === null ? null : String(data.area.id)}
            onChange={(value) => go({ areaId: Number(value) })}
          />
        )}
        <Select
          label={t.campaign.age}
          options={ageBands.map((value) => ({ value, label: t.ages[value] }))}
          emptyLabel={t.campaign.anyAge}
          value={filter.age ?? null}
          onChange={(age) => go({ age: age ?? undefined })}
        />
        <Select
          label={t.campaign.disability}
          options={disabilities.map((value) => ({ value, label: t.disabilities[value] }))}
          emptyLabel={t.campaign.anyDisability}
          value={filter.disability ?? null}
          onChange={(disability) => go({ disability: disability ?? undefined })}
        />
        <Checkbox isSelected={filter.isMine} onChange={(isMine) => go({ isMine })}>
          {t.campaign.mine}
        </Checkbox>
      </search>
      <TabLinks
        label={t.campaign.standing}
        links={[
          {
            href: campaignHref({ ...filter, standing: undefined }),
            label: t.campaign.anyStanding,
            count: all,
            isHere: filter.standing === undefined,
          },
          ...data.standings.map(({ standing, payees }) => ({
            href: campaignHref({ ...filter, standing }),
            label: t.standings[standing],
            count: payees,
            isHere: filter.standing === standing,
          })),
        ]}
      />
    </div>
  )
}
