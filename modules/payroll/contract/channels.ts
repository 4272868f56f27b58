import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { PayPointKind, AreaRef } from './shared.ts'

export const PayPointView = z.object({ id: z.int(), area: AreaRef, name: z.string(), kind: PayPointKind })

export const listPayPoints = endpoint({
  method: 'GET',
  path: '/pay-points',
  summary: 'Where money is handed out',
  permission: 'payroll.read',
  input: z.object({}),
  output: z.array(PayPointView),
})

export const openPayPoint = endpoint({
  method: 'POST',
  path: '/pay-points',
  summary: 'Name a place where money is handed out',
  permission: 'payroll.prepare',
  audit: 'payroll.pay_point_opened',
  input: z.object({ areaId: z.int(), name: z.string().trim().min(1).max(200), kind: PayPointKind }),
  output: z.object({ id: z.int() }),
  problems: problems.of('area_not_yours'),
})
