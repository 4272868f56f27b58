import { BirthDateFields } from '#ui/birth-date-fields'
import { Button } from '#ui/button'
import { Checkbox, Select } from '#ui/choice'
import { useLanguage, useMessages } from '#ui/language'
import { ErrorText } from '#ui/native-field'
import { DateField, MoneyField } from '#ui/parsed-field'
import {
  amounts,
  choices,
  flags,
  type AmountFact,
  type ChoiceFact,
  type FlagFact,
} from '../../domain/facts.ts'
import { knownTerritories } from '../../law/territories.ts'
import { phrasesEn } from '../../domain/words.en.ts'
import { phrasesVi } from '../../domain/words.vi.ts'
import { capital } from '../explanation-nodes.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { choiceFacts } from './tried.ts'
import type { ChildValues, PersonValues } from './try-values.ts'
import { useBookWords } from './use-book-words.ts'

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
const elsewhere = ([...choiceFacts, ...flags, ...amounts] as const).filter(
  (fact) => !Object.values<readonly Fact[]>(placed).some((part) => part.includes(fact)),
)
const parts: Readonly<Record<keyof typeof placed | 'other', readonly Fact[]>> = {
  ...placed,
  other: elsewhere,
}

/** What a part of the form needs of the whole: the id of a box, what is said of it, and how to change it. */
export type Part<Told> = {
  readonly box: (name: string) => { readonly id: string; readonly error: string | undefined }
  readonly change: (changed: Partial<Told>) => void
}

export type Other = { readonly key: number; readonly name: string }

/** The facts of a made-up person, each chosen from what the law distinguishes; what is left alone is as usual. */
export function PersonFields({
  person,
  others,
  box,
  change,
}: Part<PersonValues> & { person: PersonValues; others: readonly Other[] }) {
  const t = useMessages({ vi, en })
  const words = useBookWords()
  return (
    <>
      <fieldset className="law-part">
        <legend>{t.tried.parts.person}</legend>
        <BirthDateFields
          label={t.tried.birth}
          value={person.birth}
          onChange={(birth) => change({ birth })}
          {...box('birth')}
        />
        <DateField
          label={t.tried.diedOn}
          value={person.diedOn}
          onChange={(diedOn) => change({ diedOn })}
          {...box('diedOn')}
        />
        <Select
          label={t.tried.territory}
          options={knownTerritories.map((value) => ({
            value,
            label: value === 'central' ? t.tried.elsewhere : capital(words.territory(value)),
          }))}
          value={person.territory}
          onChange={(territory) => change({ territory })}
          {...box('territory')}
        />
      </fieldset>
      {others.length > 0 && <Relations person={person} others={others} box={box} change={change} />}
      {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
        <fieldset className="law-part" key={part}>
          <legend>{t.tried.parts[part]}</legend>
          {parts[part].map((fact) => (
            <FactField key={fact} fact={fact} person={person} box={box} change={change} />
          ))}
          {part === 'parent' && (
            <Children box={box} rows={person.children} onChange={(children) => change({ children })} />
          )}
        </fieldset>
      ))}
    </>
  )
}

/** How the members belong together: whose child, whose husband or wife. */
function Relations({
  person,
  others,
  box,
  change,
}: Part<PersonValues> & { person: PersonValues; others: readonly Other[] }) {
  const t = useMessages({ vi, en })
  const { id, error } = box('childOf')
  return (
    <fieldset className="law-part" id={id} aria-describedby={error && `${id}-error`}>
      <legend>{t.tried.parts.relations}</legend>
      {error && <ErrorText id={`${id}-error`}>{error}</ErrorText>}
      {others.map(({ key, name }) => (
        <Checkbox
          key={key}
          isSelected={person.childOf.includes(key)}
          isDisabled={person.childOf.length > 1 && !person.childOf.includes(key)}
          onChange={(isChild) =>
            change({
              childOf: isChild ? [...person.childOf, key] : person.childOf.filter((one) => one !== key),
            })
          }
        >
          {t.tried.childOf(name)}
        </Checkbox>
      ))}
      <Select
        label={t.tried.spouseOf}
        options={others.map(({ key, name }) => ({ value: String(key), label: name }))}
        emptyLabel={t.tried.noSpouse}
        value={person.spouseOf}
        onChange={(spouseOf) => change({ spouseOf })}
        {...box('spouseOf')}
      />
    </fieldset>
  )
}

/** What the box of a fact is called; nothing for what is no fact. */
export function useFactLabel(): (fact: string) => string | undefined {
  const phrases = useLanguage() === 'en' ? phrasesEn : phrasesVi
  return (fact) => {
    if (isChoice(fact)) return capital(phrases.fact[fact].name)
    if (isFlag(fact)) return capital(phrases.flag[fact].yes)
    return isAmount(fact) ? capital(phrases.amount[fact]) : undefined
  }
}

function FactField({ fact, person, box, change }: Part<PersonValues> & { fact: Fact; person: PersonValues }) {
  const phrases = useLanguage() === 'en' ? phrasesEn : phrasesVi
  const label = useFactLabel()(fact)! // It is a fact.
  if (isChoice(fact)) {
    const names = phrases.fact[fact].values
    const options = choices[fact].map((value) => ({
      value: value as string,
      label: capital((names as Readonly<Record<string, string>>)[value] ?? value), // Values of the fact just named.
    }))
    return (
      <Select
        label={label}
        options={options}
        value={person[fact]}
        onChange={(value) => change({ [fact]: value })}
        {...box(fact)}
      />
    )
  }
  if (isFlag(fact))
    return (
      <Checkbox
        isSelected={person[fact]}
        onChange={(isSelected) => change({ [fact]: isSelected })}
        {...box(fact)}
      >
        {label}
      </Checkbox>
    )
  return (
    <MoneyField
      label={label}
      value={person[fact]}
      onChange={(value) => change({ [fact]: value })}
      {...box(fact)}
    />
  )
}

const isChoice = (fact: string): fact is ChoiceFact => fact in choices
const isFlag = (fact: string): fact is FlagFact => flags.some((flag) => flag === fact)
const isAmount = (fact: string): fact is AmountFact => amounts.some((amount) => amount === fact)

function Children({
  box,
  rows,
  onChange,
}: Pick<Part<PersonValues>, 'box'> & {
  rows: readonly ChildValues[]
  onChange: (rows: readonly ChildValues[]) => void
}) {
  const t = useMessages({ vi, en })
  const change = (place: number, changed: Partial<ChildValues>) =>
    onChange(rows.map((row, index) => (index === place ? { ...row, ...changed } : row)))
  return (
    <div className="law-children">
      {rows.map((row, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- children of a made-up person have nothing but their place
        <fieldset key={place} className="law-child">
          <legend>{t.tried.child(place + 1)}</legend>
          <DateField
            label={t.tried.childBorn}
            value={row.born}
            onChange={(born) => change(place, { born })}
            {...box(`children.${place}.born`)}
          />
          <Checkbox
            isSelected={row.isStudying}
            onChange={(isStudying) => change(place, { isStudying })}
            {...box(`children.${place}.isStudying`)}
          >
            {t.tried.childStudies}
          </Checkbox>
          <Checkbox
            isSelected={row.continued}
            onChange={(continued) => change(place, { continued })}
            {...box(`children.${place}.continued`)}
          >
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
