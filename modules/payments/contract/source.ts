import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint'
import { problems } from '../domain/problems.ts'
import { functionalId, SourceFault, SourceStatus } from '../domain/source.ts'

// The names are those of the GovStack building block for payments, government to person.
const RequestID = z.string().length(12)
const SourceBBID = z.string().length(12)
const BatchID = z.string().length(12)
const PayeeFunctionalID = z.string().regex(functionalId)

const Beneficiaries = z
  .array(
    z.object({
      PayeeFunctionalID: z.string().length(20),
      PaymentModality: z.string().length(2).optional(),
      FinancialAddress: z.string().min(1).max(30).optional(),
    }),
  )
  .min(1)
  .max(1000)

export const CreditInstruction = z.object({
  InstructionID: z.string().length(16),
  PayeeFunctionalID: z.string().length(20),
  Amount: z.number(),
  Currency: z.string().length(3),
  Narration: z.string().trim().min(1).max(50).nullish(),
})
export type CreditInstruction = z.infer<typeof CreditInstruction>

const CreditInstructions = z.array(CreditInstruction).min(1).max(5000)

/** «00» taken, «01» not taken, or not all of it; which records and why stands beside it. */
const Acknowledged = z.object({
  ResponseCode: z.enum(['00', '01']),
  ResponseDescription: z.string().max(200),
  RequestID,
})

const FailedAccounts = z.array(z.object({ InstructionID: z.string(), FailureReason: SourceFault }))
const limits = [{ times: 120, seconds: 60 }] as const

const beneficiaries = {
  input: z.object({ RequestID, SourceBBID, Beneficiaries }),
  output: Acknowledged.extend({
    NumberFailedCases: z.int(),
    FailedBeneficiaries: z.array(z.object({ PayeeFunctionalID: z.string(), FailureReason: SourceFault })),
  }),
}

export const registerBeneficiary = endpoint({
  method: 'POST',
  path: '/govstack/payments/register-beneficiary',
  summary:
    'Another system names whom it will have paid; an account is asked for and counts once two people approved it',
  permission: 'payments.source',
  audit: 'payments.source_payees_registered',
  limits,
  ...beneficiaries,
})

export const updateBeneficiary = endpoint({
  method: 'POST',
  path: '/govstack/payments/update-beneficiary-details',
  summary: 'Another system asks for another account of somebody it has registered',
  permission: 'payments.source',
  audit: 'payments.source_payees_updated',
  limits,
  ...beneficiaries,
})

const batch = z.object({ RequestID, SourceBBID, BatchID, CreditInstructions })

export const validatePrepayment = endpoint({
  method: 'POST',
  path: '/govstack/payments/prepayment-validation',
  summary: 'Which orders of another system could be paid, and why the others could not; nothing is taken',
  permission: 'payments.source',
  audit: 'payments.source_validated',
  limits,
  input: batch,
  output: Acknowledged.extend({ BatchID, NumberFailedCases: z.int(), FailedAccounts }),
})

export const bulkPayment = endpoint({
  method: 'POST',
  path: '/govstack/payments/bulk-payment',
  summary:
    'Another system hands in orders; all are taken into envelopes that people check and approve, or none',
  permission: 'payments.source',
  audit: 'payments.source_batch_taken',
  limits,
  input: batch,
  output: Acknowledged.extend({ BatchID, NumberFailedCases: z.int(), FailedAccounts }),
})

export const getBulkPayment = endpoint({
  method: 'GET',
  path: '/govstack/payments/bulk-payment/{BatchID}',
  summary: 'What has become of a batch, order by order',
  permission: 'payments.source',
  audit: 'payments.source_batch_read',
  limits,
  input: z.object({ BatchID }),
  output: z.object({
    BatchID,
    RequestID,
    NumberOfInstructions: z.int(),
    Instructions: z.array(
      z.object({
        InstructionID: z.string(),
        PayeeFunctionalID,
        Amount: z.int(),
        Currency: z.literal('VND'),
        Status: SourceStatus,
        Reason: z.string().nullable(),
        /** The key the bank knows the order by. */
        EndToEndID: z.string(),
      }),
    ),
  }),
  problems: problems.of('source_batch_not_found'),
})
