import { dependsOn } from '../modules.ts'

/** The modules and who may use whom, as a Mermaid graph for ARCHITECTURE.md; drawn from the list that is enforced. */
export function modulePicture(): string {
  const arrows = Object.entries(dependsOn).flatMap(([module, used]) =>
    used.length > 0 ? used.map((other) => `  ${module} --> ${other}`) : [`  ${module}`],
  )
  return ['```mermaid', 'graph TD', ...arrows, '```'].join('\n')
}
