import { useQuery } from '@tanstack/react-query'
import { apiQuery, useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button, LinkButton } from '#ui/button'
import { formatDay } from '#ui/format'
import type { CivilDate } from '#kernel/civil-date'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { PageHead } from '#ui/page'
import { downloadDocument, getApplication, type ApplicationId, type DocumentId } from '../../contract.ts'
import { untilMade } from '../common/await-papers.ts'
import { fileHref } from '../common/hrefs.ts'
import { messages as en } from '../messages.en.ts'
import { messages as vi } from '../messages.vi.ts'

export type Received = {
  readonly id: ApplicationId
  readonly code: string
  readonly dueOn: CivilDate | null
  readonly receiptId: DocumentId | null
  readonly fullName: string
  /** Nothing is missing: where no day is counted yet, a draft is what it waits for. */
  readonly isComplete: boolean
}

/** The file has its code: what to tell the person at the counter, the receipt to print, and the next one. */
export function IntakeReceived({ received, onNext }: { received: Received; onNext: () => void }) {
  const t = useMessages({ vi, en })
  const words = t.intake
  const { id, code, dueOn, receiptId, fullName, isComplete } = received
  const file = useQuery({
    ...apiQuery(getApplication, { id }),
    enabled: receiptId !== null,
    refetchInterval: (query) => untilMade(query, query.state.data?.documents ?? []),
  })
  const isMade = file.data?.documents.some((one) => one.id === receiptId && one.state === 'made') ?? false
  const download = useDownload(downloadDocument)
  return (
    <>
      <PageHead
        crumbs={[{ label: t.section }, { label: words.title, href: '/nghiep-vu/tiep-nhan' }, { label: code }]}
        title={words.receivedTitle(code)}
        tabTitle={words.title}
      />
      <Notice kind="ok" isLive title={fullName}>
        <p>
          {dueOn
            ? words.receivedUntil(formatDay(dueOn))
            : isComplete
              ? words.receivedToDraft
              : words.receivedIncomplete}
        </p>
      </Notice>
      <ProblemNotice error={download.error} words={t.problems} />
      <div className="btns">
        {receiptId && (
          <Button
            emphasis="primary"
            icon="print"
            isPending={!isMade || download.isPending}
            onPress={() => download.mutate({ id: receiptId, format: 'pdf' })}
          >
            {isMade ? words.printReceipt : words.receiptPending}
          </Button>
        )}
        <LinkButton href={fileHref(id)} {...(!receiptId && { emphasis: 'primary' as const })}>
          {words.openFile}
        </LinkButton>
        <Button icon="plus" onPress={onNext}>
          {words.next}
        </Button>
      </div>
    </>
  )
}
