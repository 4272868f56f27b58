import { useParams, useSearch } from '@tanstack/react-router'
import { NoAccess, NotFound } from '#platform/web/page-states'
import { useCan } from '#platform/web/session'
import { Scenario, ScenarioId } from '../contract.ts'
import { ComparePage } from './compare-page.tsx'
import { NewScenarioPage, SavedScenarioPage } from './scenario-page.tsx'

type Search = Readonly<Record<string, string | undefined>>

/** Reads the address and shows the scenario it holds. */
export function NewScenarioRoute() {
  const can = useCan()
  const search: Search = useSearch({ strict: false })
  if (!can('simulation.run')) return <NoAccess />
  return <NewScenarioPage asked={scenarioIn(search['noidung'])} />
}

export function ScenarioRoute() {
  const { id } = useParams({ strict: false })
  const search: Search = useSearch({ strict: false })
  const { data: known } = ScenarioId.safeParse(id)
  if (known === undefined) return <NotFound />
  return <SavedScenarioPage key={known} id={known} asked={scenarioIn(search['noidung'])} />
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
