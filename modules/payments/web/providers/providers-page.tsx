import { useSuspenseQuery } from '@tanstack/react-query'
import { apiQuery, useCommand } from '#platform/web/api'
import { CommandDialog } from '#platform/web/command-dialog'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Chip } from '#ui/chip'
import { DataTable } from '#ui/data-table'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { EmptyState } from '#ui/states'
import { listProviders, setProviderOpen, type ProviderView } from '../../contract.ts'
import { KeptHead } from '../kept-head.tsx'
import { useAsking } from '../use-asking.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { OpenProviderDialog } from './open-dialog.tsx'

/** Who hands the money out («đơn vị chi trả»): where, over which channels, by what kind of file. */
export function ProvidersPage() {
  const t = useMessages({ vi, en })
  const { data: providers } = useSuspenseQuery(apiQuery(listProviders, {}))
  const { asking, ask, close, said, done } = useAsking<'open' | ProviderView>()
  const reopen = useCommand(setProviderOpen)
  return (
    <>
      <KeptHead words={t} may="payments.approve" onOpen={() => ask('open')} />
      {said && <Notice kind="ok" isLive title={said} />}
      <ProblemNotice error={reopen.error} words={t.problems} />
      <DataTable
        caption={t.caption}
        isCaptionHidden
        rows={providers}
        empty={<EmptyState title={t.none}>{t.noneMore}</EmptyState>}
        columns={[
          {
            header: t.provider,
            isName: true,
            cell: ({ name, kind, debtorName, debtorAccount }) => (
              <>
                {name}
                <br />
                <span className="quiet">
                  {t.kinds[kind]} · {t.account(debtorName, debtorAccount)}
                </span>
              </>
            ),
          },
          { header: t.serves, cell: ({ area }) => area.name },
          {
            header: t.channelsHeader,
            cell: ({ channels }) => channels.map((channel) => t.ways[channel]).join(', '),
          },
          { header: t.file, cell: ({ format }) => t.formats[format] },
          {
            header: t.delivery,
            cell: ({ delivery, protection }) =>
              [t.deliveries[delivery], t.protections[protection]].filter(Boolean).join(', '),
          },
          {
            header: t.state,
            cell: ({ isOpen }) => (
              <Chip kind={isOpen ? 'ok' : 'neutral'}>{isOpen ? t.isOpen : t.isClosed}</Chip>
            ),
          },
          ...(providers.some(({ mayChange }) => mayChange)
            ? [
                {
                  header: t.close,
                  isHeaderHidden: true,
                  cell: (provider: ProviderView) =>
                    provider.mayChange &&
                    (provider.isOpen ? (
                      <Button aria-label={t.closeOf(provider.name)} onPress={() => ask(provider)}>
                        {t.close}
                      </Button>
                    ) : (
                      <Button
                        aria-label={t.reopenOf(provider.name)}
                        isPending={reopen.isPending}
                        onPress={() =>
                          reopen.mutate(
                            { id: provider.id, isOpen: true },
                            { onSuccess: () => done(t.reopened) },
                          )
                        }
                      >
                        {t.reopen}
                      </Button>
                    )),
                },
              ]
            : []),
        ]}
      />
      <p className="hint">{t.deliveryMore}</p>
      {asking === 'open' && <OpenProviderDialog onClose={close} onDone={() => done(t.opened)} />}
      {asking !== undefined && asking !== 'open' && (
        <CommandDialog
          command={setProviderOpen}
          input={{ id: asking.id, isOpen: false }}
          title={t.closeTitle(asking.name)}
          verb={t.close}
          words={t}
          onClose={close}
          onDone={() => done(t.closed)}
        >
          <p>{t.closeMore}</p>
        </CommandDialog>
      )}
    </>
  )
}
