import { messages as auditEn } from '../../modules/audit/web/messages.en.ts'
import { messages as auditVi } from '../../modules/audit/web/messages.vi.ts'
import { messages as importEn } from '../../modules/people/web/import/messages.en.ts'
import { messages as importVi } from '../../modules/people/web/import/messages.vi.ts'
import { messages as payrollEn } from '../../modules/payroll/web/messages.en.ts'
import { messages as payrollVi } from '../../modules/payroll/web/messages.vi.ts'
import { wordsEn as outreachEn } from '../../modules/outreach/domain/words.en.ts'
import { wordsVi as outreachVi } from '../../modules/outreach/domain/words.vi.ts'
import { messages as outreachPageEn } from '../../modules/outreach/web/messages.en.ts'
import { messages as outreachPageVi } from '../../modules/outreach/web/messages.vi.ts'
import { messages as populationEn } from '../../modules/population/web/messages.en.ts'
import { messages as populationVi } from '../../modules/population/web/messages.vi.ts'
import { messages as territoryEn } from '../../modules/territory/web/messages.en.ts'
import { messages as territoryVi } from '../../modules/territory/web/messages.vi.ts'
import { labels as en } from './labels.en.ts'
import { labels as vi } from './labels.vi.ts'
import { language } from './language.ts'

const isEnglish = language === 'en'

/** What things are called on the command line that are codes elsewhere; what a page has a name for is called that here too. */
export const label = {
  ...(isEnglish ? en : vi),
  audit: isEnglish ? auditEn : auditVi,
  payroll: isEnglish ? payrollEn : payrollVi,
  import: isEnglish ? importEn : importVi,
  population: isEnglish ? populationEn : populationVi,
  territory: isEnglish ? territoryEn : territoryVi,
  outreach: {
    ...(isEnglish ? outreachEn : outreachVi),
    views: (isEnglish ? outreachPageEn : outreachPageVi).views,
  },
}

/** A figure of the demonstration: «lines.aged80», «female.disabled». */
export function figureSaid(what: string): string {
  const [figure = '', part] = what.split('.')
  const { figures, figureParts } = label
  return [figures[figure] ?? figure, ...(part === undefined ? [] : [figureParts[part] ?? part])].join(' ')
}
