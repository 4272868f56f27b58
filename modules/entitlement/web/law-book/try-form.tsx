import { z } from 'zod'
import { addYears, CivilDate, lastDayOf, month as monthFrom, monthOf, type Month } from '#kernel/civil-date'
import type { Dong } from '#kernel/dong'
import { useForm } from '#platform/web/form'
import { usePastView } from '#platform/web/past-view'
import { BirthDateFields, type Birth } from '#ui/birth-date-fields'
import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { formatMonth } from '#ui/format'
import { useLanguage, useMessages } from '#ui/language'
import { DateField, MoneyField, MonthField } from '#ui/parsed-field'
import {
  amounts,
  choices,
  flags,
  type AmountFact,
  type ChoiceFact,
  type FlagFact,
} from '../../domain/facts.ts'
import { phrasesEn } from '../../domain/words.en.ts'
import { phrasesVi } from '../../domain/words.vi.ts'
import { horizon } from '../../law/index.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi, type LawMessages } from './messages.vi.ts'
import type { Tried, TriedChild } from './try-address.ts'
import { useBookWords } from './use-book-words.ts'

type Values = {
  birth: Birth | null
  month: Month | null
  knownOn: CivilDate | null
  diedOn: CivilDate | null
  territory: string | null
  children: readonly ChildRow[]
} & Record<ChoiceFact, string | null> &
  Record<FlagFact, boolean> &
  Record<AmountFact, Dong | null>

type ChildRow = Omit<TriedChild, 'born'> & { readonly born: CivilDate | null }

type Fact = ChoiceFact | FlagFact | AmountFact

/** Which facts stand together. */
const placed = {
  home: ['household', 'inDifficultArea'],
  disability: ['disability', 'isPregnant', 'spouseHasParentingSupport'],
  child: ['father', 'mother', 'abandoned', 'isStudying', 'wasChildWithoutSupport'],
  parent: ['singleParent'],
  older: ['obligor', 'facilityEligibleInCommunity'],
  income: ['hasWage', 'pension', 'socialInsurance', 'meritorious'],
  care: ['care', 'facility', 'servesSentence'],
} as const satisfies Readonly<Record<string, readonly Fact[]>>

/** Whatever else the law may ask about stands at the end, so that no fact is without a box. */
const elsewhere = ([...(Object.keys(choices) as ChoiceFact[]), ...flags, ...amounts] as const).filter(
  (fact) => !Object.values<readonly Fact[]>(placed).some((part) => part.includes(fact)),
)
const parts: Readonly<Record<keyof typeof placed | 'other', readonly Fact[]>> = {
  ...placed,
  other: elsewhere,
}

const firstMonth = monthFrom('2015-01')
const oldest = 130

function schemaOf({ tried: t }: LawMessages): z.ZodType<Values, Values> {
  return z.custom<Values>().superRefine((values, ctx) => {
    const { birth, month, diedOn, children } = values
    const refuse = (path: keyof Values, message = '') =>
      ctx.addIssue({ code: 'custom', path: [path], message })
    if (!birth) refuse('birth') // An empty box has the words every form has for it.
    if (!month) refuse('month')
    if (!birth || !month) return
    if (month < firstMonth) refuse('month', t.monthTooEarly)
    if (month > horizon) refuse('month', t.monthTooLate(formatMonth(horizon)))
    if (birth.date > lastDayOf(month)) refuse('birth', t.bornLater)
    if (addYears(birth.date, oldest) < `${month}-01`) refuse('birth', t.tooOld(oldest))
    if (diedOn && diedOn < birth.date) refuse('diedOn', t.diedBeforeBirth)
    if (children.some(({ born }) => born === null)) refuse('children', t.childBirthNeeded)
    if (children.some(({ born }) => born !== null && born < addYears(birth.date, 10)))
      refuse('children', t.childTooOld)
  })
}

/** The facts of a made-up person, each chosen from what the law distinguishes; what is left alone is as usual. */
export function TryForm({ tried, onTry }: { tried: Tried | undefined; onTry: (tried: Tried) => void }) {
  const t = useMessages({ vi, en })
  const { today } = usePastView()
  const words = useBookWords()
  const form = useForm<Values, Values>({
    schema: schemaOf(t),
    initial: valuesOf(tried, today),
    onSubmit: (values) => onTry(triedOf(values, today)),
  })
  const { field, values, set } = form
  return (
    <form className="law-try" onSubmit={(event) => void form.submit(event)} noValidate>
      {form.summary()}
      <fieldset className="law-part">
        <legend>{t.tried.parts.person}</legend>
        <BirthDateFields label={t.tried.birth} {...field('birth')} />
        <MonthField label={t.tried.month} {...field('month')} />
        <DateField label={t.known} hint={t.tried.knownHint} {...field('knownOn')} />
        <DateField label={t.tried.diedOn} {...field('diedOn')} />
        <Select
          label={t.tried.territory}
          options={['central', 'vinh-phuc'].map((value) => ({
            value,
            label: value === 'central' ? t.tried.elsewhere : capital(words.territory(value)),
          }))}
          {...field('territory')}
        />
      </fieldset>
      {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
        <fieldset className="law-part" key={part}>
          <legend>{t.tried.parts[part]}</legend>
          {parts[part].map((fact) => (
            <FactField key={fact} fact={fact} values={values} set={set} />
          ))}
          {part === 'parent' && (
            <Children
              id={field('children').id}
              rows={values.children}
              error={field('children').error}
              onChange={(rows) => set('children', rows)}
            />
          )}
        </fieldset>
      ))}
      <div className="btns">
        <Button type="submit" emphasis="primary" icon="check">
          {t.tried.determine}
        </Button>
      </div>
    </form>
  )
}

type Set = ReturnType<typeof useForm<Values, Values>>['set']

function FactField({ fact, values, set }: { fact: Fact; values: Values; set: Set }) {
  const phrases = useLanguage() === 'en' ? phrasesEn : phrasesVi
  if (isChoice(fact)) {
    const { name, values: names } = phrases.fact[fact]
    const options = choices[fact].map((value) => ({
      value: value as string,
      label: capital((names as Readonly<Record<string, string>>)[value] ?? value), // Values of the fact just named.
    }))
    return (
      <Select
        label={capital(name)}
        options={options}
        value={values[fact]}
        onChange={(value) => set(fact, value as never)} // Each choice of the fact just named.
      />
    )
  }
  if (isFlag(fact))
    return (
      <Checkbox isSelected={values[fact]} onChange={(isSelected) => set(fact, isSelected as never)}>
        {capital(phrases.flag[fact].yes)}
      </Checkbox>
    )
  return (
    <MoneyField
      label={capital(phrases.amount[fact])}
      value={values[fact]}
      onChange={(value) => set(fact, value as never)} // An amount of the fact just named.
    />
  )
}

const isChoice = (fact: string): fact is ChoiceFact => fact in choices
const isFlag = (fact: string): fact is FlagFact => flags.some((flag) => flag === fact)

function Children({
  id,
  rows,
  error,
  onChange,
}: {
  id: string
  rows: readonly ChildRow[]
  error: string | undefined
  onChange: (rows: readonly ChildRow[]) => void
}) {
  const t = useMessages({ vi, en })
  const change = (place: number, changed: Partial<ChildRow>) =>
    onChange(rows.map((row, index) => (index === place ? { ...row, ...changed } : row)))
  return (
    <div id={id} className="law-children">
      {rows.map((row, place) => (
        // Children of a made-up person have nothing but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={place} className="law-child">
          <legend>{t.tried.child(place + 1)}</legend>
          <DateField
            label={t.tried.childBorn}
            value={row.born}
            onChange={(born) => change(place, { born })}
            error={place === rows.length - 1 ? error : undefined}
          />
          <Checkbox isSelected={row.isStudying} onChange={(isStudying) => change(place, { isStudying })}>
            {t.tried.childStudies}
          </Checkbox>
          <Checkbox isSelected={row.continued} onChange={(continued) => change(place, { continued })}>
            {t.tried.childContinued}
          </Checkbox>
          <Button icon="cross" onPress={() => onChange(rows.filter((_, index) => index !== place))}>
            {t.tried.removeChild(place + 1)}
          </Button>
        </fieldset>
      ))}
      <Button
        icon="plus"
        onPress={() => onChange([...rows, { born: null, isStudying: false, continued: false }])}
      >
        {t.tried.addChild}
      </Button>
    </div>
  )
}

function valuesOf(tried: Tried | undefined, today: CivilDate): Values {
  const chosen = Object.fromEntries(
    (Object.keys(choices) as ChoiceFact[]).map((fact) => [fact, tried?.choices[fact] ?? usual[fact]]),
  )
  const ticked = Object.fromEntries(flags.map((fact) => [fact, tried?.flags.includes(fact) ?? false]))
  const sums = Object.fromEntries(amounts.map((fact) => [fact, tried?.amounts[fact] ?? null]))
  return {
    birth: tried ? birthOf(tried.born) : null,
    month: tried?.month ?? monthOf(today),
    knownOn: tried?.knownOn ?? null,
    diedOn: tried?.diedOn ?? null,
    territory: tried?.territory ?? 'central',
    children: tried?.children ?? [],
    ...chosen,
    ...ticked,
    ...sums,
  } as Values // Each fact has just been given its value.
}

/** How a person stands of whom nothing particular is known; what is as usual is not told. */
const usual: Readonly<Record<ChoiceFact, string>> = {
  sex: 'female',
  household: 'other',
  disability: 'none',
  father: 'alive_available',
  mother: 'alive_available',
  singleParent: 'no',
  obligor: 'present',
  facility: 'none',
  care: 'none',
}

function birthOf(text: string): Birth | null {
  const date = CivilDate.safeParse(`${text}-01-01`.slice(0, 10))
  if (!date.success) return null
  return { date: date.data, precision: text.length === 4 ? 'year' : text.length === 7 ? 'month' : 'day' }
}

function triedOf(values: Values, today: CivilDate): Tried {
  const { birth, month, knownOn, diedOn, territory, children } = values
  const length = birth?.precision === 'year' ? 4 : birth?.precision === 'month' ? 7 : 10
  return {
    born: birth!.date.slice(0, length), // The form was not sent without.
    month: month!,
    ...(knownOn && knownOn !== today && { knownOn }),
    ...(diedOn && { diedOn }),
    ...(territory && territory !== 'central' && { territory }),
    choices: Object.fromEntries(
      (Object.keys(choices) as ChoiceFact[]).flatMap((fact) =>
        values[fact] !== null && values[fact] !== usual[fact] ? [[fact, values[fact]]] : [],
      ),
    ),
    flags: flags.filter((fact) => values[fact]),
    amounts: Object.fromEntries(amounts.flatMap((fact) => (values[fact] ? [[fact, values[fact]]] : []))),
    children: children.flatMap(({ born, ...child }) => (born ? [{ born, ...child }] : [])),
  }
}
