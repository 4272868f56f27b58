import { useQueryClient } from '@tanstack/react-query'
import { useDownload } from '#platform/web/api'
import { ProblemNotice } from '#platform/web/problem'
import { Button } from '#ui/button'
import { Checkbox } from '#ui/choice'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { printLetters, type NoticeId, type NoticeRow } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Everybody on the page at once, and letters for whoever is chosen. */
export function PrintBar({
  rows,
  chosen,
  choose,
}: {
  rows: readonly NoticeRow[]
  chosen: ReadonlySet<NoticeId>
  choose: (ids: ReadonlySet<NoticeId>) => void
}) {
  const t = useMessages({ vi, en })
  const queries = useQueryClient()
  const letters = useDownload(printLetters)
  const ids = rows.map(({ id }) => id).filter((id) => chosen.has(id))
  const print = () => letters.mutate({ ids }, { onSuccess: () => void queries.invalidateQueries() })
  return (
    <div className="chosen-bar no-print">
      <Checkbox
        isSelected={ids.length === rows.length}
        onChange={(all) => choose(new Set(all ? rows.map(({ id }) => id) : []))}
      >
        {t.list.all(rows.length)}
      </Checkbox>
      <div className="btns">
        <Button
          icon="print"
          emphasis="primary"
          isDisabled={ids.length === 0}
          isPending={letters.isPending}
          onPress={print}
        >
          {t.list.print(ids.length)}
        </Button>
      </div>
      <ProblemNotice error={letters.error} words={t.problems} />
      {letters.isSuccess && (
        <Notice kind="ok" isLive>
          <p>{t.list.printed}</p>
        </Notice>
      )}
    </div>
  )
}
