import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { apiQuery } from '#platform/web/api'
import { previewIntake, type IntakePreview } from '../../contract.ts'
import { previewOf, type Draft } from './intake-draft.ts'

/**
 * What still has to be asked and brought by what was said so far. An answer the law cannot take leaves the last questions of
 * the procedure standing, and where there were none yet those of before anything was told, so that it can be corrected.
 */
export function useIntakePreview(draft: Draft) {
  const wish = previewOf(useDeferredValue(draft))
  const { procedure } = wish
  const [last, setLast] = useState<{ procedure: Draft['procedure']; data: IntakePreview }>()
  const preview = useQuery({
    ...apiQuery(previewIntake, wish),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const { data, error, isPlaceholderData } = preview
  if (data && !isPlaceholderData && last?.data !== data) setLast({ procedure, data })
  const standing = last?.procedure === procedure ? last.data : undefined
  const untold = useQuery({
    ...apiQuery(previewIntake, { ...wish, asked: { ...wish.asked, standing: {}, event: {} } }),
    enabled: error !== null && standing === undefined,
    retry: false,
  })
  return {
    /** What is asked and brought. */
    shown: data ?? (error ? (standing ?? untold.data) : undefined),
    /** What the law gives by what was said; nothing where it cannot take what was said. */
    result: data,
    error,
    refetch: preview.refetch,
  }
}
