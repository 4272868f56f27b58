import { useParams, useSearch } from '@tanstack/react-router'
import { Scenario, ScenarioId } from '../contract.ts'
import { ComparePage } from './compare-page.tsx'
import { NewScenarioPage, SavedScenarioPage } from './scenario-page.tsx'

type Search = Readonly<Record<string, string | undefined>>

/** Reads the address and shows the scenario it holds. */
export function NewScenarioRoute() {
  const search: Search = useSearch({ strict: false })
  return <NewScenarioPage asked={scenarioIn(search['noidung'])} />
}

export function ScenarioRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  return <SavedScenarioPage key={id} id={ScenarioId.parse(id)} asked={scenarioIn(search['noidung'])} />
}

export function CompareRoute() {
  const search: Search = useSearch({ strict: false })
  const ids = (search['kichban'] ?? '').split(',').map((id) => ScenarioId.safeParse(id))
  return <ComparePage ids={ids.flatMap(({ data }) => (data ? [data] : [])).slice(0, 3)} />
}

/** The content an address carries; nothing where somebody cut it off. */
function scenarioIn(text: string | undefined): Scenario | undefined {
  if (text === undefined) return undefined
  try {
    return Scenario.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
