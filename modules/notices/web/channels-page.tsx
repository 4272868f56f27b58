import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery, useCommand } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { formatCount, Moment } from '#ui/format'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { Facts, PageHead, Panel } from '#ui/page'
import { retryChannel, showChannels, type ChannelView } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import './notices.css'

/** How the ways out do, for whoever looks after the installation. */
export function ChannelsPage() {
  const t = useMessages({ vi, en })
  const { data } = useSuspenseQuery(apiQuery(showChannels, {}))
  const retry = useCommand(retryChannel)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.channels.administration }, { label: t.channels.title }]}
        title={t.channels.title}
      >
        <p className="quiet">{t.channels.lead}</p>
      </PageHead>
      <ProblemNotice error={retry.error} words={t.problems} />
      {retry.data && (
        <Notice kind="ok" isLive>
          <p>{t.channels.retried(retry.data.again)}</p>
        </Notice>
      )}
      <div className="channel-panels">
        {data.channels.map((channel) => (
          <ChannelPanel
            key={channel.channel}
            channel={channel}
            hours={channel.channel === 'sms' ? data.smsHours : null}
            isPending={retry.isPending}
            onRetry={() => retry.mutate({ channel: channel.channel })}
          />
        ))}
      </div>
    </>
  )
}

function ChannelPanel({
  channel,
  hours,
  isPending,
  onRetry,
}: {
  channel: ChannelView
  hours: string | null
  isPending: boolean
  onRetry: () => void
}) {
  const t = useMessages({ vi, en })
  const words = t.channels
  const name = words.names[channel.channel]
  const { isOn, trouble, downSince, nextTryAt, lastSuccessAt, waiting, sent, failed } = channel
  const isDown = isOn && trouble !== null
  return (
    <Panel
      title={name}
      isPadded
      aside={
        isOn && (
          <Button icon="turn" aria-label={words.retryOf(name)} isPending={isPending} onPress={onRetry}>
            {words.retry}
          </Button>
        )
      }
    >
      <div className="stack">
        {!isOn && <p>{words.offDetail[channel.channel]}</p>}
        <Facts
          facts={[
            [words.state, <State key="state" isOn={isOn} isDown={isDown} />],
            ...(isDown
              ? ([
                  [words.why, words.troubles[trouble] ?? trouble],
                  [words.since, <Moment key="since" value={downSince} />],
                  [words.next, <Moment key="next" value={nextTryAt} />],
                ] as const)
              : []),
            [words.last, lastSuccessAt ? <Moment key="last" value={lastSuccessAt} /> : words.never],
            ...(hours ? ([[words.hours, hours.replace('-', ' – ')]] as const) : []),
            [words.waiting, formatCount(waiting)],
            [words.sent, formatCount(sent)],
            [words.failed, formatCount(failed)],
          ]}
        />
        <DataTable
          caption={words.failures}
          rows={channel.failures}
          rowKey={({ reason }) => reason}
          empty={words.noFailures}
          columns={[
            { header: words.reason, isName: true, cell: ({ reason }) => t.reasons[reason] },
            { header: words.count, align: 'end', cell: ({ count }) => formatCount(count) },
            { header: words.lastAt, cell: ({ lastAt }) => <Moment value={lastAt} /> },
          ]}
        />
      </div>
    </Panel>
  )
}

function State({ isOn, isDown }: { isOn: boolean; isDown: boolean }) {
  const t = useMessages({ vi, en }).channels
  if (!isOn) return <Chip>{t.off}</Chip>
  return isDown ? <Chip kind="err">{t.down}</Chip> : <Chip kind="ok">{t.works}</Chip>
}
