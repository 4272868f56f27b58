import type { Standing } from '../domain/standing.ts'

type ParentState = Standing['father']

/**
 * The points of khoản 1 Điều 5 by how each parent is lost to the child, in either order; điểm a asks nothing of them. Decree
 * 335 reads «chết hoặc không xác định được» where Decree 20 reads «chết» (open question POINTS for Decree 136).
 */
export const pointsOfParents: readonly {
  readonly point: string
  readonly one: readonly ParentState[]
  readonly other: readonly ParentState[]
}[] = [
  { point: 'b', one: ['dead'], other: ['dead', 'unidentified'] },
  { point: 'c', one: ['dead', 'unidentified'], other: ['missing_declared'] },
  { point: 'd', one: ['dead', 'unidentified'], other: ['in_facility'] },
  { point: 'đ', one: ['dead', 'unidentified'], other: ['detained'] },
  { point: 'e', one: ['missing_declared'], other: ['missing_declared'] },
  { point: 'g', one: ['in_facility'], other: ['in_facility'] },
  { point: 'h', one: ['detained'], other: ['detained'] },
  { point: 'i', one: ['missing_declared'], other: ['in_facility'] },
  { point: 'k', one: ['missing_declared'], other: ['detained'] },
  { point: 'l', one: ['in_facility'], other: ['detained'] },
]

/** «Bị bỏ rơi, chưa có người nhận làm con nuôi.» */
export const pointOfAbandoned = 'a'

/** Below so many years somebody is a child of khoản 1. */
export const yearsOfChildhood = 16
