import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { cancelJob, getJob, type JobId, type JobView } from '#platform/contract/jobs'
import { apiQuery, useCommand } from './api.ts'

const ended: readonly JobView['state'][] = ['done', 'failed', 'cancelled']

/** Whether nothing more will come of it. */
export function isEnded(job: JobView): boolean {
  return ended.includes(job.state)
}

/** The job as it goes on, asked for every 700 ms until it has ended; `onEnd` hears of that once. */
export function useJob(id: JobId | null | undefined, onEnd?: (job: JobView) => void) {
  const query = useQuery({
    ...apiQuery(getJob, { id: id! }), // Not asked while there is no id.
    enabled: Boolean(id),
    refetchInterval: ({ state: { data } }) => (data && isEnded(data) ? false : 700),
  })
  const told = useRef<string>(undefined)
  useEffect(() => {
    if (!query.data || !isEnded(query.data) || told.current === query.data.id) return
    told.current = query.data.id
    onEnd?.(query.data)
  }, [query.data, onEnd])
  return query
}

/** Asks a job to stop. */
export function useStopJob() {
  return useCommand(cancelJob)
}
