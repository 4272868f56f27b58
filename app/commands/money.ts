import { formatCount } from '#kernel/written'

/** An amount as the command line says it: the figure and the letter đ. */
export function money(amount: number): string {
  return `${formatCount(amount)} đ`
}
