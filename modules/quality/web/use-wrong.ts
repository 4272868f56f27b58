import { todayInVietnam } from '#kernel/civil-date'
import { formatDay } from '#ui/format'
import { useMessages } from '#ui/language'
import type { FindingView, RuleId } from '../contract.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Says what is wrong with one row; undefined where the title of the list says it all. */
export function useWrong(rule: RuleId): (row: FindingView) => string | undefined {
  const t = useMessages({ vi, en })
  const { wrong } = t
  const whom = ({ other }: FindingView) =>
    other ? `${other.name}${other.diedOn ? `, ${t.died(formatDay(other.diedOn))}` : ''}` : t.outOfSight
  return (row) => {
    const { end = '', says = [], years = 0, age = 0, year = 0, tie, kind = '', on } = row.detail
    switch (rule) {
      case 'number_contradicts':
        return wrong.number(end, says.map((what) => wrong.says[what]).join('; '))
      case 'shared_account':
        return wrong.account(end, whom(row))
      case 'parent_too_young':
        return wrong.parent(whom(row), years)
      case 'vague_birth':
        return wrong.age(age, year)
      case 'dead_payee':
        return wrong.payee(whom(row))
      case 'dead_guardian':
        return tie === 'guardian_of' ? wrong.guardian(whom(row)) : wrong.carer(whom(row))
      case 'dead_head':
      case 'head_elsewhere':
        return wrong.head(whom(row))
      case 'merged_still_named':
        return wrong.merged(whom(row))
      case 'paid_elsewhere':
        return wrong.paidIn(row.paidIn ?? '')
      case 'poverty_list_old':
        return wrong.year(year)
      case 'certificate_ending': {
        if (!on) return undefined
        const paper = wrong.papers[kind] ?? wrong.paper
        return on <= todayInVietnam() ? wrong.ended(paper, formatDay(on)) : wrong.ends(paper, formatDay(on))
      }
      case 'dead_with_award':
      case 'no_right_behind_award':
      case 'authority_ended':
      case 'impossible_age':
      case 'no_head':
      case 'empty_household':
      case 'disability_without_paper':
      case 'number_missing':
      case 'number_unverified':
      case 'unit_unknown':
      case 'no_village':
      case 'no_way':
        return undefined
    }
  }
}
