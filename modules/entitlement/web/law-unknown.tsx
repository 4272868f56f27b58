import type { ReactNode } from 'react'
import type { CivilDate, Month } from '#kernel/civil-date'
import { useMessages } from '#ui/language'
import { Notice } from '#ui/notice'
import { knownMonths } from '../law/known-months.ts'
import { outsideLaw } from '../domain/known-law.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Says that the law is not known for a month or a day, and for which months it is; nothing where it is known. */
export function LawUnknown({ asked, children }: { asked: Month | CivilDate; children?: ReactNode }) {
  const t = useMessages({ vi, en })
  if (!isLawUnknown(asked)) return null
  return (
    <Notice kind="warn" isLive actions={children}>
      <p>{t.lawUnknown({ asked, ...knownMonths })}</p>
    </Notice>
  )
}

/** Whether nothing can be asked about a month or a day: the page says so by itself, without asking the server. */
export function isLawUnknown(asked: Month | CivilDate): boolean {
  return outsideLaw(asked) !== undefined
}
