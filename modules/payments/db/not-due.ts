import { sql } from 'kysely'

/** What joins an item with what was called back of it: the months of a person from one on, or what a decision names. */
const joinCalledBack = sql`
  left join payments.recall on recall.instruction_id = item.instruction_id and recall.person_id = item.person_id
    and item.benefit_month >= recall.from_month
  left join payments.recall_part as part on part.instruction_id = item.instruction_id and part.person_id = item.person_id
    and part.component = item.component and part.benefit_month = item.benefit_month`

const notDue = sql`case when recall.person_id is null then coalesce(part.amount, 0) else item.amount end`

const named = sql`item.instruction_id, item.person_id, item.component, item.benefit_month, item.programme, item.area_id`

/** Items of orders with what of them is still due; nothing of it where all was called back. */
export const itemsDue = sql`(select ${named}, item.amount - ${notDue} as amount from payments.item ${joinCalledBack})`

/** Items of orders with what of them is due to nobody, and why; `is_whole` where that is all of it. */
export const itemsNotDue = sql`(select ${named}, ${notDue} as amount, ${notDue} = item.amount as is_whole,
  coalesce(recall.cause, part.cause) as cause from payments.item ${joinCalledBack})`
