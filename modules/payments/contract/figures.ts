import { z } from 'zod'
import { Month } from '#kernel/civil-date'
import { endpoint } from '#platform/contract/endpoint'
import { FigureLadder } from '../domain/figures.ts'
import { problems } from '../domain/problems.ts'
import { AreaRef } from './shared.ts'

export const MonthFigures = z.object({ month: Month, area: AreaRef, ladders: z.array(FigureLadder) })
export type MonthFigures = z.infer<typeof MonthFigures>

export const explainMonth = endpoint({
  method: 'GET',
  path: '/payment-months/{month}/figures',
  summary:
    'Why people, payees, orders and those who got their money are different numbers in a month, to the last one',
  permission: 'payroll.read',
  input: z.object({ month: Month, areaId: z.coerce.number().int().optional() }),
  output: MonthFigures,
  problems: problems.of('area_not_yours'),
})
