import type { tenths } from '#kernel/dong'
import { formatCoefficient } from '#ui/format'

/** 612405 tenths are 61.240,5. */
export function formatTenths(value: number): string {
  const coefficient = value as ReturnType<typeof tenths> // Told in tenths.
  return formatCoefficient(coefficient).replace(/\B(?=(\d{3})+(?!\d))/g, '.')
}
