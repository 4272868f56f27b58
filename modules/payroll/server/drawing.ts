import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import {
  components,
  idBytes,
  standardOf,
  territoriesOf,
  type MonthOfPeople,
  type MonthRunner,
  type People,
  type Territories,
} from '#modules/entitlement'
import type { LineTemplate, LineValues, LineWriter } from '../db/line-writer.ts'
import type { Awaiting } from '../domain/changes.ts'
import type { Overpayment } from '../domain/overpayment.ts'
import type { Frame } from './frame.ts'
import type { PacedJob, Schedule } from './pace.ts'

/** What drawing up the lines leaves behind beside them. */
export type Findings = {
  readonly inputs: ReturnType<typeof createHash>
  readonly ruleSets: Set<string>
  readonly overpaid: Overpayment[]
  /** Who meets the conditions again under an award that has lapsed, and what a new decision would give. */
  readonly awaiting: Awaiting[]
  readonly changed: ReadonlySet<string>
  /** The earlier months of changed people this run looked at again, and no other run; a finding there is its to withdraw. */
  readonly settled: Set<string>
}

export const noFindings = ({ changed }: Pick<Frame, 'changed'>): Findings => ({
  inputs: createHash('sha256'),
  ruleSets: new Set(),
  overpaid: [],
  awaiting: [],
  changed: new Set(changed),
  settled: new Set(),
})

/** All that drawing up lines works with. */
export type Drawing = {
  readonly job: PacedJob
  /** Where people are read. */
  readonly source: Client
  /** Where what was decided before is read, beside them. */
  readonly decided: Client
  readonly frame: Frame
  readonly findings: Findings
  readonly schedule: Schedule
  readonly writer: LineWriter
  readonly territories: Territories
}

export const newDrawing = (drawing: Omit<Drawing, 'territories'>): Drawing => ({
  ...drawing,
  territories: territoriesOf(),
})

/** Writes what a month gives as lines of one kind, each kind of line described once. */
export function lineBy({ writer, findings }: Drawing, runner: MonthRunner, kind: LineTemplate['kind']) {
  const templates = new Map<number, number>()
  const templateOf = (component: number, rule: number) => {
    const key = rule * components.length + component
    const known = templates.get(key)
    if (known !== undefined) return known
    findings.ruleSets.add(runner.ruleSet)
    const { id, coefficient } = runner.rules[rule]!
    const made = writer.template({
      benefitMonth: runner.month,
      component: components[component]!,
      kind,
      rule: id,
      ruleSet: runner.ruleSet,
      coefficient,
    })
    templates.set(key, made)
    return made
  }
  const none = Buffer.alloc(0)
  const line: LineValues = {
    person: none,
    personAt: 0,
    award: none,
    payee: none,
    awardAt: 0,
    amount: 0,
    units: 0,
    standard: 0,
    areaId: 0,
  }
  return (due: number, { ids, awards }: People, { dues }: MonthOfPeople, areaId: number, amount: number) => {
    const rule = dues.rule[due]!
    line.person = ids
    line.personAt = dues.person[due]! * idBytes
    line.award = awards.ids
    line.payee = awards.payees
    line.awardAt = dues.award[due]! * idBytes
    line.amount = amount
    line.units = dues.units[due]!
    line.standard = standardOf(dues.amount[due]!, runner.rules[rule]!.coefficient, line.units)
    line.areaId = areaId
    writer.write(templateOf(dues.component[due]!, rule), line)
  }
}
