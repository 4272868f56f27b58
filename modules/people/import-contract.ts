import { z } from 'zod'
import { Instant, Month } from '#kernel/civil-date'
import { Dong } from '#kernel/dong'
import { id } from '#kernel/id'
import { endpoint } from '#platform/contract/endpoint'
import { JobId } from '#platform/contract/jobs'
import { anySheetProblem } from '#platform/contract/sheet-problems'
import { ImportField } from './domain/import/fields.ts'
import { ImportFinding, ImportVerdict } from './domain/import/findings.ts'
import { StagedPerson } from './domain/import/staged-person.ts'
import { problems } from './domain/problems.ts'

export const ImportId = id<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

export const ImportState = z.enum(['mapping', 'checking', 'checked', 'applying', 'applied', 'cancelled'])
export type ImportState = z.infer<typeof ImportState>

const ImportColumnView = z.object({
  index: z.int(),
  header: z.string(),
  samples: z.array(z.string()),
  /** What it is taken to hold now. */
  field: ImportField,
  /** How sure the first guess was: 1 the header says it, 0 nothing does. */
  confidence: z.number(),
  /** The old font its text was written for, the share of words that read right, and how the samples read. */
  font: z
    .object({ name: z.enum(['tcvn3', 'vni']), score: z.number(), reads: z.array(z.string()) })
    .nullable(),
})

/** One list brought in («lần nhập»), where it stands, and how its rows were judged. */
export const ImportView = z.object({
  id: ImportId,
  area: z.object({ id: z.int(), name: z.string() }),
  fileName: z.string(),
  sheet: z.string(),
  state: ImportState,
  headerRow: z.int(),
  columns: z.array(ImportColumnView),
  /** Fields a column has to be chosen for before the rows can be checked. */
  missing: z.array(ImportField),
  /** Cells that hold a formula: the values the file was saved with are used. */
  formulas: z.int(),
  rows: z.object({
    total: z.int(),
    ready: z.int(),
    look: z.int(),
    refused: z.int(),
    known: z.int(),
    applied: z.int(),
  }),
  /** How often each finding occurs, the most frequent first. */
  findings: z.array(
    z.object({
      code: z.string(),
      level: z.enum(['refused', 'look', 'note']),
      count: z.int(),
      /** In how many rows accepting it would do something. */
      waiting: z.int(),
      /** The first of those rows, or of all that have it. */
      example: z.object({ row: z.int(), finding: ImportFinding }),
    }),
  ),
  /** The work going on or done last; see GET /jobs/{id}. */
  jobId: JobId.nullable(),
  createdAt: Instant,
  appliedAt: Instant.nullable(),
  /** The last month the lists before have paid, of every row that names none itself. */
  paidThrough: Month.nullable(),
})
export type ImportView = z.infer<typeof ImportView>

const inImport = z.object({ id: ImportId })

export const downloadImportTemplate = endpoint({
  method: 'GET',
  path: '/people/imports/template',
  summary: 'A workbook to fill in, with guidance and choices in the cells',
  permission: 'people.import',
  input: z.object({}),
  output: z.file(),
})

export const startImport = endpoint({
  method: 'POST',
  path: '/people/imports',
  summary: 'Send a list; the same file for the same unit gives the import there is',
  permission: 'people.import',
  audit: 'people.import_started',
  tells: ['areaId'],
  input: z.object({ areaId: z.int(), file: z.file() }),
  output: z.object({ import: ImportView, isRepeat: z.boolean() }),
  problems: {
    ...problems.of('area_not_found', 'not_in_area', 'import_no_header'),
    ...anySheetProblem,
  },
})

export const listImports = endpoint({
  method: 'GET',
  path: '/people/imports',
  summary: 'The lists brought in lately, newest first',
  permission: 'people.import',
  input: z.object({ page: z.int().min(1).default(1) }),
  output: z.array(
    ImportView.pick({
      id: true,
      area: true,
      fileName: true,
      state: true,
      rows: true,
      createdAt: true,
      appliedAt: true,
    }),
  ),
})

export const getImport = endpoint({
  method: 'GET',
  path: '/people/imports/{id}',
  summary: 'Where an import stands',
  permission: 'people.import',
  input: inImport,
  output: ImportView,
  problems: problems.of('import_not_found'),
})

export const mapImportColumns = endpoint({
  method: 'PUT',
  path: '/people/imports/{id}/columns',
  summary: 'Say what each column holds, and check the rows again',
  permission: 'people.import',
  audit: 'people.import_mapped',
  input: inImport.extend({ mapping: z.array(ImportField).max(120) }),
  output: ImportView,
  problems: problems.of(
    'import_not_found',
    'import_wrong_state',
    'import_columns_missing',
    'import_column_twice',
  ),
})

export const setImportPaidThrough = endpoint({
  method: 'PUT',
  path: '/people/imports/{id}/paid-through',
  summary: 'Say through which month the lists before have paid, so that those months are not paid again',
  permission: 'people.import',
  audit: 'people.import_paid_through_told',
  tells: ['paidThrough'],
  input: inImport.extend({ paidThrough: Month.nullable() }),
  output: z.object({ paidThrough: Month.nullable() }),
  problems: problems.of('import_not_found', 'import_wrong_state', 'import_paid_through_in_future'),
})

/** What the next list of payment would make good of months before it («truy lĩnh»), first and last of them told. */
const Owed = z.object({ amount: Dong, from: Month, through: Month })

export const ImportRowView = z.object({
  row: z.int(),
  /** The name as the cell has it. */
  label: z.string(),
  verdict: ImportVerdict,
  person: StagedPerson.pick({ fullName: true, sex: true, born: true, bornPrecision: true }).nullable(),
  findings: z.array(ImportFinding),
  accepted: z.array(z.string()),
  /** Whom the row was found to be, or became. */
  personId: z.uuid().nullable(),
  isApplied: z.boolean(),
  /** Arrears, should the row be taken in and confirmed; null where there are none. */
  owed: Owed.nullable(),
})
export type ImportRowView = z.infer<typeof ImportRowView>

export const listImportRows = endpoint({
  method: 'GET',
  path: '/people/imports/{id}/rows',
  summary: 'Rows of an import with what was found in them',
  permission: 'people.import',
  audit: 'people.import_rows_read',
  input: inImport.extend({
    verdict: ImportVerdict.optional(),
    code: z.string().optional(),
    page: z.int().min(1).default(1),
    size: z.int().min(1).max(200).default(50),
  }),
  output: z.object({ rows: z.array(ImportRowView), total: z.int() }),
  problems: problems.of('import_not_found'),
})

export const acceptImportFindings = endpoint({
  method: 'POST',
  path: '/people/imports/{id}/acceptances',
  summary: 'Accept what a finding suggests, in the rows named or wherever it occurs',
  permission: 'people.import',
  audit: 'people.import_findings_accepted',
  input: inImport.extend({ code: z.string(), rows: z.array(z.int()).max(1000).optional() }),
  output: z.object({ accepted: z.int(), nowReady: z.int() }),
  problems: problems.of('import_not_found', 'import_wrong_state', 'import_one_by_one'),
})

export const decideImportRow = endpoint({
  method: 'POST',
  path: '/people/imports/{id}/rows/{row}/decision',
  summary: 'Say whether the person of a row is the likely one of the register, or somebody else',
  permission: 'people.import',
  audit: 'people.import_row_decided',
  input: inImport.extend({
    row: z.coerce.number().int(),
    /** Who the row is; null says that it is somebody else than the one found. */
    personId: z.uuid().nullable(),
  }),
  output: z.object({ verdict: ImportVerdict }),
  problems: problems.of('import_not_found', 'import_wrong_state', 'import_row_not_open'),
})

/** What taking the ready rows in would do, before anything is written («tác động»). */
export const ImportImpact = z.object({
  areas: z.array(
    z.object({
      area: z.object({ id: z.int(), name: z.string() }),
      added: z.int(),
      /** People of the register whose numbers and facts are completed. */
      completed: z.int(),
      /** Awards the list stands for, and what it says they pay each month. */
      awards: z.int(),
      monthly: z.int(),
      /** What the law gives them each month, as the rows were checked. */
      byLaw: z.int(),
      /** Arrears the next list of payment would pay them for earlier months, once confirmed. */
      owed: z.int(),
      deaths: z.int(),
    }),
  ),
  /** The same of all of them, with how many people they go to; null where there are none. */
  owed: Owed.extend({ people: z.int() }).nullable(),
  /** Rows that wait until somebody says whether they are people of the register. */
  doubtful: z.int(),
})
export type ImportImpact = z.infer<typeof ImportImpact>

export const getImportImpact = endpoint({
  method: 'GET',
  path: '/people/imports/{id}/impact',
  summary: 'What taking the ready rows in would do, commune by commune',
  permission: 'people.import',
  input: inImport,
  output: ImportImpact,
  problems: problems.of('import_not_found'),
})

export const applyImport = endpoint({
  method: 'POST',
  path: '/people/imports/{id}/application',
  summary: 'Take the rows that are ready into the register; the others stay out',
  permission: 'people.import',
  audit: 'people.import_applied',
  input: inImport,
  output: z.object({ jobId: JobId }),
  problems: problems.of('import_not_found', 'import_wrong_state', 'import_nothing_ready'),
})

export const cancelImport = endpoint({
  method: 'POST',
  path: '/people/imports/{id}/cancellation',
  summary: 'Put an import aside before anything of it was taken into the register',
  permission: 'people.import',
  audit: 'people.import_cancelled',
  input: inImport,
  output: z.void(),
  problems: problems.of('import_not_found', 'import_wrong_state'),
})

export const downloadBadRows = endpoint({
  method: 'GET',
  path: '/people/imports/{id}/bad-rows',
  summary: 'The rows that were not taken in, as they stood, with the reason beside each',
  permission: 'people.import',
  audit: 'people.import_bad_rows_read',
  input: inImport,
  output: z.file(),
  problems: problems.of('import_not_found', 'import_no_bad_rows'),
})
