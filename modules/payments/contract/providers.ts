import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { PaymentChannel, Protection, ProviderFormat, ProviderKind } from '../domain/provider.ts'
import { AreaRef, ProviderId } from './shared.ts'

/** Letters and figures that name a provider on the command line and in file names. */
export const ProviderCode = z
  .string()
  .trim()
  .regex(/^[a-z0-9-]{2,30}$/)

export const NewProvider = z
  .object({
    code: ProviderCode,
    name: z.string().trim().min(1).max(200),
    kind: ProviderKind,
    areaId: z.int(),
    channels: z.array(PaymentChannel).min(1),
    format: ProviderFormat,
    bic: z
      .string()
      .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
      .nullable(),
    /** Whose account is debited, as the provider knows it. */
    debtorName: z.string().trim().min(1).max(140),
    debtorAccount: z
      .string()
      .trim()
      .regex(/^[0-9A-Za-z]{4,34}$/),
    isPlain: z.boolean(),
    isByArea: z.boolean(),
  })
  // An ISO credit transfer names an account of the payee, which cash has not.
  .refine(
    ({ format, channels }) =>
      format === 'csv' || channels.every((channel) => channel === 'account' || channel === 'wallet'),
    { path: ['format'] },
  )
export type NewProvider = z.infer<typeof NewProvider>

export const ProviderView = z.object({
  id: ProviderId,
  code: z.string(),
  name: z.string(),
  kind: ProviderKind,
  area: AreaRef,
  channels: z.array(PaymentChannel),
  format: ProviderFormat,
  delivery: z.enum(['hand', 'folder', 'http']),
  protection: Protection,
  /** Whose account is debited, and its end. */
  debtorName: z.string(),
  debtorAccount: z.string(),
  isPlain: z.boolean(),
  isByArea: z.boolean(),
  isOpen: z.boolean(),
  /** Whether whoever asks may close it, or open it again. */
  mayChange: z.boolean(),
})

export type ProviderView = z.infer<typeof ProviderView>

export const listProviders = endpoint({
  method: 'GET',
  path: '/payment-providers',
  summary: 'Who hands the money out',
  permission: 'payments.read',
  input: z.object({}),
  output: z.array(ProviderView),
})

export const openProvider = endpoint({
  method: 'POST',
  path: '/payment-providers',
  summary: 'Name a provider, the units it serves and the layout it takes',
  permission: 'payments.approve',
  audit: 'payments.provider_opened',
  input: NewProvider,
  output: z.object({ id: ProviderId }),
  problems: problems.of('area_not_yours', 'provider_code_taken'),
})

export const setProviderOpen = endpoint({
  method: 'PUT',
  path: '/payment-providers/{id}/opening',
  summary: 'Close a provider, so that nothing more goes there, or open it again',
  permission: 'payments.approve',
  audit: 'payments.provider_opening_set',
  input: z.object({ id: ProviderId, isOpen: z.boolean() }),
  output: z.void(),
  problems: problems.of('provider_not_found', 'provider_has_orders'),
})
