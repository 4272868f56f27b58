import { html, type Html } from './html.ts'
import type { Messages } from './messages.vi.ts'

/** Đồng as they are written here: dots, a space that does not break, the letter đ. */
export const money = (amount: number) => `${grouped(amount, '.')} đ`
/** The same for readers of English. */
export const moneyEn = (amount: number) => `${grouped(amount, ',')} đ`

function grouped(amount: number, mark: string): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, mark)
}

export function moneyIn(t: Messages, amount: number): string {
  return t.language === 'vi' ? money(amount) : moneyEn(amount)
}

/** A sum on a page: the figure strong, the unit quiet. */
export function sum(t: Messages, amount: number): Html {
  const figure = grouped(amount, t.language === 'vi' ? '.' : ',')
  return html`<data class="money" value="${amount}">${figure}<span class="u"> đ</span></data>`
}

/** `2029-03` as people say it. */
export function monthIn(t: Messages, text: string): string {
  return t.months(Number(text.slice(5, 7)), Number(text.slice(0, 4)))
}
